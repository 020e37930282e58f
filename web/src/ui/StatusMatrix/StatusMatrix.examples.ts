// One place has sent all, one nothing, one has two bodies for one form.
const mark = (state: string, text: string, no: number) => ({ state, text, href: `#${no}` })

export const examples: { name: string; props: object }[] = [
  {
    name: 'ba địa bàn, hai biểu',
    props: {
      caption: 'Ai đã gửi, ai chưa',
      corner: 'Địa bàn',
      columns: [
        { key: 'F1-ND', label: 'F1-ND', note: 'Hội Nông dân' },
        { key: 'F2', label: 'F2' },
      ],
      rows: [
        {
          key: '1',
          label: 'Xã Tân An',
          marks: {
            'F1-ND': [mark('met', 'Hội Nông dân xã Tân An: đã nhận', 1)],
            F2: [mark('provisionalMet', 'Mặt trận xã Tân An: chờ nhận', 2)],
          },
        },
        { key: '2', label: 'Xã Mã Đà', marks: { 'F1-ND': [mark('late', 'Hội Nông dân xã Mã Đà: quá hạn', 3)] } },
        {
          key: '3',
          label: 'Xã Phú Lý',
          marks: { F2: [mark('changed', 'Mặt trận: bị trả lại', 4), mark('unreported', 'Khối: chưa nhập', 5)] },
        },
      ],
      meanings: [
        { state: 'late', text: 'quá hạn' },
        { state: 'changed', text: 'bị trả lại' },
        { state: 'unreported', text: 'chưa gửi' },
        { state: 'provisionalMet', text: 'chờ nhận' },
        { state: 'met', text: 'đã nhận' },
        { state: 'missed', text: 'không có trong bảng này' },
      ],
    },
  },
]
