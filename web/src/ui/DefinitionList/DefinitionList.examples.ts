// Examples of facts.
export const examples = [
  {
    name: 'một địa bàn',
    props: {
      items: [
        { term: 'Tên', text: 'Xã Tân An' },
        { term: 'Thuộc', text: 'Huyện Vĩnh Cửu, tỉnh Đồng Nai', href: '/dia-ban/712' },
        { term: 'Mã', text: '25912', figure: true, note: 'theo danh mục hành chính' },
      ],
    },
  },
]
