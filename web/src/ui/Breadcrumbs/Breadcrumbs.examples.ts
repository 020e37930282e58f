// Examples of the way down to a page.
export const examples = [
  {
    name: 'ba cấp',
    props: {
      items: [
        { label: 'Trang đầu', href: '/' },
        { label: 'Chương trình', href: '/chuong-trinh' },
        { label: '42-CTr/HU' },
      ],
    },
  },
]
