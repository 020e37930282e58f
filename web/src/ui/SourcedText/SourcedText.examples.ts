// Examples of a text whose lines tell where they came from.
export const examples = [
  {
    name: 'hai đoạn của đơn vị, một đoạn tự viết',
    props: {
      id: 'nguon',
      lines: [
        { text: 'Bà con quan tâm nước sạch mùa khô.', units: ['Khối dân vận xã Phú Lý'] },
        { text: 'Nhìn chung tình hình ổn định.', units: [] },
        { text: 'Thiếu việc làm sau thu hồi đất.', units: ['Khối dân vận xã Tân An'], changed: true },
      ],
    },
  },
]
