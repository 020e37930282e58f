// Examples of the day a page is of.
export const examples = [
  { name: 'hôm nay', props: { action: '/dia-ban' } },
  {
    name: 'trước khi sắp xếp',
    props: { action: '/dia-ban', value: '2025-06-30', back: '/dia-ban', name: 'ngay-xem', hidden: { q: 'tân an' } },
  },
  { name: 'gõ sai', props: { action: '/dia-ban', value: '31/6/2025', faulty: true, name: 'ngay-sai' } },
]
