// Examples of choosing from a list.
const options = [
  { value: '2023', label: 'Năm 2023' },
  { value: '2022', label: 'Năm 2022' },
]

export const examples = [
  { name: 'chưa chọn', props: { name: 'period', label: 'Kỳ báo cáo', options } },
  { name: 'đã chọn', props: { name: 'other-period', label: 'So với', options, value: '2022', prompt: false } },
]
