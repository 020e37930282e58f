// Examples of notices.
export const examples = [
  { name: 'thông tin', props: { text: 'Gửi rồi vẫn rút lại được cho đến khi được nhận.' } },
  {
    name: 'xong',
    props: {
      kind: 'success',
      title: 'Đã gửi',
      text: 'Khối dân vận xã Tân An và Hội Nông dân huyện đã nhận lúc 14:32.',
    },
  },
  { name: 'lưu ý', props: { kind: 'warning', text: 'Một đơn vị đã sửa số sau khi báo cáo này được ký.' } },
]
