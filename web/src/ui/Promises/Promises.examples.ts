// Examples of Promises.
const promise = {
  ...{ id: 1, text: 'Thay cáp ngầm cũ của cả tuyến để đèn không tắt lại.', body: 'Phòng Kinh tế, Hạ tầng và Đô thị' },
  ...{ firstDue: '2026-12-04', due: '2026-12-11', kept: null, how: '', document: '', proof: [] },
}
const kept = {
  ...{ kept: '2026-12-10T03:00:00.000Z', how: 'Đã thay 300 m cáp, đóng điện lại.', document: 'Biên bản 62/BB' },
  proof: [{ id: 1, name: 'cáp mới.jpg', mediaType: 'image/jpeg', state: 'ready' as const }],
}
const at = '/theo-doi/K7M49XQ2/tep'
export const examples = [
  { name: 'chưa đến ngày', props: { promises: [promise], at, today: '2026-12-01' } },
  { name: 'quá ngày', props: { promises: [promise], at, today: '2026-12-15' } },
  { name: 'đã xong', props: { promises: [{ ...promise, ...kept }], at, today: '2026-12-15' } },
]
