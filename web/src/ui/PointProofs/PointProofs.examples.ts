// Examples of PointProofs.
export const examples = [
  {
    name: 'việc thứ hai có ảnh',
    props: {
      at: '/don-thu/10/tep',
      points: [
        { no: 1, files: [] },
        { no: 2, files: [{ id: 4, name: 'duong-ong.jpg', state: 'ready' as const }] },
      ],
    },
  },
]
