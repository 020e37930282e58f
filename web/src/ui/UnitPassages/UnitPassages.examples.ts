// Examples of the units' passages side by side.
const units = [
  {
    ...{ body: 1, bodyName: 'Khối dân vận xã Phú Lý', version: 11, accepted: true },
    paragraphs: [
      { no: 1, text: 'Bà con phấn khởi vì đường vào các ấp đã được mở rộng.' },
      { no: 2, text: 'Điều bà con quan tâm nhất là nước sạch mùa khô.' },
    ],
  },
  {
    ...{ body: 2, bodyName: 'Khối dân vận xã Bình Lợi', version: 14, accepted: false },
    paragraphs: [{ no: 1, text: 'Bà con quan tâm giá nông sản.' }],
  },
]
const hrefOf = (body: number) => `/de-cuong/1/tra-loi/${body}`

export const examples = [
  { name: 'đánh dấu được, một đoạn đã đánh dấu', props: { units, hrefOf, name: 'items', ticked: ['11.2'] } },
  { name: 'chỉ đọc', props: { units, hrefOf } },
]
