// Examples of a move that needs a second look.
export const examples = [
  {
    name: 'trả lại kèm lý do',
    props: {
      label: 'Trả lại kèm lý do',
      text: 'Hội Nông dân xã Tân An sẽ nhận lại bản số liệu cùng lý do, và sửa trước thứ Hai, 18/12/2023.',
      action: '?/return',
      hidden: { version: 3 },
    },
  },
  {
    name: 'mở sẵn vì thiếu lý do',
    props: {
      label: 'Thu hồi báo cáo',
      text: 'Báo cáo đã ký không còn hiệu lực; bản đã in ghi là đã thu hồi.',
      action: '?/withdraw',
      kind: 'danger',
      reasonName: 'withdraw-reason',
      errors: ['Còn thiếu lý do.'],
    },
  },
]
