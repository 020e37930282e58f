// Examples of a map of states; the shapes are invented.
const square = (x: number, y: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, y],
      [x, y + 0.1],
      [x + 0.1, y + 0.1],
      [x + 0.1, y],
      [x, y],
    ],
  ],
})
const states = ['met', 'provisionalMet', 'missed', 'provisionalMissed', 'insufficient', 'unreported'] as const

export const examples = [
  {
    name: 'mỗi trạng thái một nơi',
    props: {
      label: 'Tập hợp quần chúng theo xã (hình giả định)',
      caption: 'Hình giả định, không phải ranh giới thật.',
      areas: states.map((state, at) => ({
        geometry: square(107 + (at % 3) * 0.1, 11 + Math.floor(at / 3) * 0.1),
        name: `Xã ${at + 1}`,
        href: `?dia-ban=${at + 1}`,
        state,
        told: '82,0 %',
      })),
    },
  },
]
