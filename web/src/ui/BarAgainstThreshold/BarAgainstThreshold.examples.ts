// Examples of bars.
export const examples = [
  { name: 'đạt', props: { value: 80.6, threshold: 80, state: 'met' } },
  { name: 'tạm tính: đạt', props: { value: 84.9, threshold: 80, state: 'provisionalMet' } },
  { name: 'tạm tính: chưa đạt', props: { value: 79.9, threshold: 80, state: 'provisionalMissed' } },
  { name: 'chưa đạt', props: { value: 19.98, threshold: 20, state: 'missed', text: '19,98 %' } },
  { name: 'bằng không', props: { value: 0, threshold: 20, state: 'missed' } },
  { name: 'chưa đủ số liệu', props: { value: null, threshold: 80, state: 'provisionalMet' } },
  { name: 'vượt trăm', props: { value: 118, threshold: 100, state: 'met' } },
]
