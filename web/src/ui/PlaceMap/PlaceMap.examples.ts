// Examples of pointing at a place; names are invented.
const drawn = { name: 'Xã giả định', source: 'hình giả định', other: null }

export const examples = [
  { name: 'chưa mở', props: { typed: {}, drawn: null, action: '?/map' } },
  {
    name: 'đã chỉ một điểm',
    props: {
      typed: { desk: '1', lat: '11.05', lon: '107.05', mapZoom: '1', mapLat: '11.05', mapLon: '107.05' },
      drawn,
      action: '?/map',
    },
  },
  {
    name: 'điểm ở xã khác',
    props: {
      typed: { desk: '1', lat: '11.5', lon: '107.05' },
      errors: ['Điểm đã chỉ nằm ở xã khác.'],
      drawn: { ...drawn, other: { id: 2, name: 'Ủy ban nhân dân xã khác' } },
      action: '?/map',
    },
  },
]
