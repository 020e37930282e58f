// Examples of the pages of a long list.
export const examples = [
  { name: 'giữa danh sách', props: { newer: '/mo-hinh?truoc=2-7', older: '/mo-hinh?sau=1-3' } },
  { name: 'trang đầu', apart: true, props: { newer: null, older: '/mo-hinh?sau=1-3' } },
]
