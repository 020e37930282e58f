// Examples of dots in an outline; shape and dots are invented.
export const examples = [
  {
    name: 'ba việc trong một xã, một việc nằm ngoài ranh giới',
    props: {
      geometry: {
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
      },
      label: 'Nơi xảy ra, xã giả định',
      caption: 'Hình giả định, không phải ranh giới thật.',
      dots: [
        { lat: 11.05, lon: 107.05, number: 1, name: 'Nắp cống vỡ', href: '/phan-anh/1', state: 'open' as const },
        { lat: 11.12, lon: 107.14, number: 2, name: 'Đèn tắt', href: '/phan-anh/2', state: 'answered' as const },
        { lat: 10.9, lon: 107.1, number: 3, name: 'Rác', href: '/phan-anh/3', state: 'rejected' as const },
      ],
    },
  },
]
