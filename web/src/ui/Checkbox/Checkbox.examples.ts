// Examples of a tick.
export const examples = [
  { name: 'đã chọn', props: { name: 'complete', label: 'Số liệu đã đủ, có thể gửi', value: true } },
  {
    name: 'có gợi ý và lỗi',
    props: {
      name: 'read',
      label: 'Tôi đã đọc quy định',
      hint: 'Quyết định 23-QĐ/TW',
      errors: ['Cần đọc và chọn ô này.'],
    },
  },
]
