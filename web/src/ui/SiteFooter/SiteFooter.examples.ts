// Examples of the foot of a public page.
export const examples = [
  {
    name: 'có người chịu trách nhiệm',
    apart: true,
    props: {
      look: { theme: 'xanh-nuoc-bien', contrast: 'thuong', size: 'vua' },
      path: '/',
      responsible: 'Chịu trách nhiệm: Chủ tịch UBND phường Đông Hà',
    },
  },
]
