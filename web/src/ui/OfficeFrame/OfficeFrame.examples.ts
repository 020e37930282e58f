// Examples of the frame of office pages.
export const examples = [
  {
    name: 'khung trang cơ quan',
    apart: true,
    props: {
      sample: true,
      path: '/ban-lam-viec',
      look: { theme: 'xanh-nuoc-bien', contrast: 'thuong', size: 'vua' },
      name: 'Hội Nông dân xã Tân An',
      nav: [
        { href: '/ban-lam-viec', label: 'Bàn làm việc' },
        { href: '/bao-cao', label: 'Báo cáo' },
      ],
      person: 'Chủ tịch Hội',
    },
  },
]
