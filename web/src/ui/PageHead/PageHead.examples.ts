// Examples of the head of a page's content.
export const examples = [
  {
    name: 'bảng theo dõi',
    apart: true,
    props: {
      over: 'Chương trình số 42-CTr/HU, ngày 03/3/2023 · Năm 2023',
      title: 'Công tác dân vận năm 2023: “Sâu sát – Phù hợp – Thực chất – Đồng thuận”',
      lead: 'Đã nhận 11 trên 12 xã. Mã Đà chưa gửi, trễ 3 ngày. Mọi con số dưới đây là tạm tính cho đến khi đủ báo cáo.',
    },
  },
]
