// Examples of what came after a document was issued.
const correction = {
  ...{ id: 1, kind: 'correction', number: '01-CV/HU', dated: '2024-01-08', reason: 'Đánh máy nhầm năm' },
  items: [{ was: 'năm 2022', reads: 'năm 2023' }],
}
const recall = { id: 2, kind: 'recall', number: '02-CV/HU', dated: '2024-01-10', reason: 'Ban hành nhầm', items: [] }
const replacement = { ...recall, id: 3, kind: 'replacement', number: '14-BC/HU', reason: '' }
export const examples = [
  { name: 'một đính chính', props: { notices: [correction] } },
  { name: 'đính chính rồi thu hồi', props: { notices: [correction, recall] } },
  { name: 'được thay thế', props: { notices: [replacement] } },
]
