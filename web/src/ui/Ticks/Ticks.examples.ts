// Examples of several of a list.
const options = [
  { value: 'womensUnion', label: 'Hội Liên hiệp Phụ nữ' },
  { value: 'farmersUnion', label: 'Hội Nông dân' },
  { value: 'veterans', label: 'Hội Cựu chiến binh' },
]
const label = 'Loại cơ quan được khen'

export const examples = [
  { name: 'chưa chọn', props: { name: 'kinds', label, options } },
  {
    name: 'đã chọn hai',
    props: { name: 'kinds', label, options, value: 'womensUnion\nveterans', hint: 'Chọn một hay nhiều.' },
  },
  { name: 'sai', props: { name: 'kinds', label, options, errors: ['Chọn ít nhất một loại cơ quan.'] } },
]
