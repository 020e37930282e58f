// Examples of a search box.
export const examples = [
  { name: 'trống', props: { action: '/tim', label: 'Tìm địa bàn', hint: 'Ví dụ: Đông Hà' } },
  {
    name: 'có lỗi và mục gửi kèm',
    props: {
      ...{
        action: '/tim',
        label: 'Tìm tổ chức',
        name: 'ten',
        value: '?!',
        kind: 'quiet',
        hidden: { ngay: '2025-06-30' },
      },
      errors: ['Hãy gõ ít nhất một chữ cái hoặc chữ số.'],
    },
  },
]
