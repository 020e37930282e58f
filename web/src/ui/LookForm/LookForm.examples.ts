// Examples of the form for colours, contrast, text size and language.
export const examples = [
  {
    name: 'màu vàng, chữ lớn',
    apart: true,
    props: { look: { theme: 'vang', contrast: 'thuong', size: 'lon' }, path: '/ui' },
  },
]
