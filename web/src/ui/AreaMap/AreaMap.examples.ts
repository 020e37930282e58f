// Examples of areas with counts; the shapes are invented.
const square = (x: number, y: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [107 + x, 11 + y],
      [107.2 + x, 11 + y],
      [107.2 + x, 11.2 + y],
      [107 + x, 11.2 + y],
      [107 + x, 11 + y],
    ],
  ],
})
const areas = [
  { geometry: square(0, 0), name: 'Xã Tân An', count: 12, told: 'Xã Tân An: 12 mô hình', href: '/mo-hinh?dia-ban=1' },
  { geometry: square(0.2, 0), name: 'Xã Trị An', count: 1, told: 'Xã Trị An: 1 mô hình', href: '/mo-hinh?dia-ban=2' },
  { geometry: square(0, 0.2), name: 'Xã Phú Lý', count: 0, told: 'Xã Phú Lý: 0 mô hình' },
]

export const examples = [
  {
    name: 'ba xã, một xã chưa có',
    props: { areas, label: 'Mô hình ở từng xã (hình giả định)', caption: 'Hình giả định, không phải ranh giới thật.' },
  },
  {
    name: 'đường đi từ xã này sang xã kia',
    props: {
      areas: areas.map(({ href: _, ...area }) => area),
      ways: [{ from: 0, to: 1, told: 'Từ Xã Tân An đến Xã Trị An: 1 lần' }],
      label: 'Mô hình đã đi đến đâu (hình giả định)',
      caption: 'Hình giả định, không phải ranh giới thật.',
    },
  },
]
