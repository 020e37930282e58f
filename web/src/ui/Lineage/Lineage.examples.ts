// Examples of the history of a place.
export const examples = [
  {
    name: 'ba xã thành một phường',
    props: {
      nodes: [
        { id: 'a', name: 'Xã Tân An', note: 'đến 30/6/2025', href: '/dia-ban/1' },
        { id: 'b', name: 'Thị trấn Vĩnh An', note: 'đến 30/6/2025', href: '/dia-ban/2' },
        { id: 'c', name: 'Xã Trị An', note: 'đến 30/6/2025', href: '/dia-ban/3' },
        { id: 'd', name: 'Xã Trị An', note: 'từ 01/7/2025', here: true },
      ],
      links: [
        { from: 'a', to: 'd', text: 'nhập một phần, 01/7/2025' },
        { from: 'b', to: 'd', text: 'nhập, 01/7/2025' },
        { from: 'c', to: 'd', text: 'nhập, 01/7/2025' },
      ],
    },
  },
]
