// Examples of the frame of public pages.
export const examples = [
  {
    name: 'khung trang công khai',
    apart: true,
    props: { sample: true, path: '/', look: { theme: 'xanh-nuoc-bien', contrast: 'thuong', size: 'vua' } },
  },
]
