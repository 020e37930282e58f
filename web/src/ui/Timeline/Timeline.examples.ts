// Examples of what happened and what comes next.
export const examples = [
  {
    name: 'đời một bản số liệu',
    props: {
      items: [
        { day: '2023-12-16', text: 'Hội Nông dân xã gửi', note: 'Nguyễn Thị Lan, Chủ tịch Hội' },
        { day: '2023-12-17', text: 'Khối dân vận trả lại', note: 'Lý do: nhiều hơn số hội viên', href: '/phieu/8' },
        { day: '2023-12-18', text: 'Chờ sửa', state: 'now' },
        { day: null, text: 'Huyện nhận', state: 'next' },
      ],
    },
  },
]
