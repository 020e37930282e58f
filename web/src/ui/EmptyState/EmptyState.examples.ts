// Examples of an empty list.
export const examples = [
  {
    name: 'chưa có chương trình',
    props: {
      text: 'Chưa có chương trình nào được ban hành cho năm 2024.',
      next: 'Tạo chương trình từ bản năm trước, hoặc nhập từ đầu.',
      action: { href: '/chuong-trinh/moi', label: 'Tạo chương trình' },
    },
  },
]
