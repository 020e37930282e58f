// Examples of a longer text.
export const examples = [
  {
    name: 'lý do',
    props: {
      name: 'why',
      label: 'Lý do trả lại',
      hint: 'Hội Nông dân xã sẽ đọc được.',
      value: 'Xin đối chiếu danh sách.',
    },
  },
]
