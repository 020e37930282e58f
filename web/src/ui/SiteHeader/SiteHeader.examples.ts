// Examples of the head of a page.
const nav = [
  { href: '/chuong-trinh', label: 'Chương trình' },
  { href: '/bao-cao', label: 'Báo cáo' },
  { href: '/van-ban', label: 'Văn bản' },
  { href: '/don-vi', label: 'Đơn vị' },
]

export const examples = [
  {
    name: 'công khai',
    apart: true,
    props: { variant: 'public', name: 'Phường Đông Hà', line: 'tỉnh Quảng Trị', nav, path: '/' },
  },
  {
    name: 'cơ quan',
    apart: true,
    props: {
      variant: 'office',
      name: 'Huyện ủy Vĩnh Cửu',
      nav,
      path: '/chuong-trinh/42',
      person: 'Chuyên viên Ban Dân vận',
    },
  },
  {
    name: 'nhiều mục, gộp theo nhóm',
    apart: true,
    props: {
      variant: 'office',
      name: 'Huyện ủy Vĩnh Cửu',
      nav: [
        { href: '/ban-lam-viec', label: 'Bàn làm việc' },
        { label: 'Số liệu, báo cáo', links: nav },
      ],
      path: '/bao-cao',
      person: 'Thư ký Ban Chỉ đạo Quy chế dân chủ huyện Vĩnh Cửu',
    },
  },
]
