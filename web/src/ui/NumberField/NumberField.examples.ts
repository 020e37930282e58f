// Examples of a number.
export const examples = [
  { name: 'đã có số', props: { name: 'members', label: 'Hội viên', value: 2715, unit: 'người' } },
  {
    name: 'có lỗi, giữ chữ đã gõ',
    props: {
      name: 'regular',
      label: 'Sinh hoạt thường xuyên',
      value: '2.735',
      unit: 'người',
      hint: 'Dự đủ số kỳ theo Điều lệ',
      errors: ['Nhiều hơn số hội viên 20 người. Sửa một trong hai số; nếu đúng, ghi lý do.'],
    },
  },
]
