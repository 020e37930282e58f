// Examples of the pages of a list.
export const examples = [
  { name: 'giữa danh sách dài', props: { page: 6, total: 3321, size: 50, path: '/dia-ban?ten=tan' } },
  { name: 'trang đầu trong hai', apart: true, props: { page: 1, total: 64, size: 50, path: '/dia-ban' } },
]
