// Examples of a line of text.
export const examples = [
  { name: 'có gợi ý', props: { name: 'title', label: 'Tên chương trình', hint: 'Như trong văn bản ban hành' } },
  {
    name: 'có lỗi',
    props: {
      name: 'number',
      label: 'Số, ký hiệu',
      value: '42',
      errors: ['Thiếu ký hiệu cơ quan. Viết đủ như 42-CTr/HU.'],
    },
  },
  {
    name: 'không bắt buộc, ngắn',
    props: { name: 'phone', label: 'Điện thoại', type: 'tel', optional: true, short: true },
  },
]
