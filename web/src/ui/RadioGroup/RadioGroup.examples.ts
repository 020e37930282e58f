// Examples of one of a few.
export const examples = [
  {
    name: 'hai cách',
    props: {
      name: 'level',
      label: 'Gửi cho ai?',
      value: 'both',
      options: [
        { value: 'commune', label: 'Khối dân vận xã' },
        { value: 'both', label: 'Khối dân vận xã và Hội huyện', hint: 'Thường dùng' },
      ],
    },
  },
  {
    name: 'chưa chọn, có lỗi',
    props: {
      name: 'agree',
      label: 'Đồng ý với số liệu?',
      errors: ['Hãy chọn một câu trả lời.'],
      options: [
        { value: 'yes', label: 'Đồng ý' },
        { value: 'no', label: 'Không, trả lại' },
      ],
    },
  },
]
