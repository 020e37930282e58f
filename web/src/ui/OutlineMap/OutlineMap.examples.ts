// Examples of outlines; the shapes are invented.
const place = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [107.0, 11.0],
      [107.12, 10.97],
      [107.2, 11.05],
      [107.17, 11.16],
      [107.05, 11.2],
      [106.98, 11.1],
      [107.0, 11.0],
    ],
  ],
}
const part = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [107.0, 11.0],
      [107.12, 10.97],
      [107.1, 11.1],
      [106.98, 11.1],
      [107.0, 11.0],
    ],
  ],
}

export const examples = [
  {
    name: 'một huyện và một xã',
    props: {
      geometry: place,
      label: 'Ranh giới huyện (hình giả định)',
      caption: 'Hình giả định, không phải ranh giới thật.',
      others: [{ geometry: part, name: 'Xã Tân An', href: '/dia-ban/1' }],
    },
  },
]
