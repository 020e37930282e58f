// Examples of a day.
export const examples = [
  { name: 'hạn gửi', props: { name: 'due', label: 'Hạn gửi', value: '2023-12-18' } },
  {
    name: 'gõ sai',
    props: { name: 'from', label: 'Từ ngày', value: '31/2/2023', errors: ['Ngày này không có trên lịch.'] },
  },
]
