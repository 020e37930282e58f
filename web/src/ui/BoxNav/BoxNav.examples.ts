// Examples of BoxNav.
const boxes = [
  { key: 'toSort', label: 'Chờ phân loại', href: '/don-thu?muc=toSort', count: '3' },
  { key: 'toDo', label: 'Chờ tôi làm', href: '/don-thu?muc=toDo', count: '12, quá hạn 2' },
  { key: 'all', label: 'Đang mở', href: '/don-thu?muc=all' },
]
export const examples = [{ name: 'ba mục', props: { label: 'Mục', boxes, shown: 'toDo' } }]
