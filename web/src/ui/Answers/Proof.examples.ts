// Examples of Proof.
const file = { name: 'sau khi sửa.jpg' }
export const examples = [
  {
    name: 'xem được, chưa xem được, hỏng',
    props: {
      at: '/theo-doi/K7M49XQ2/tep',
      files: [
        { ...file, id: 1, state: 'ready' as const },
        { ...file, id: 2, state: 'coming' as const },
        { ...file, id: 3, state: 'spoilt' as const },
      ],
    },
  },
]
