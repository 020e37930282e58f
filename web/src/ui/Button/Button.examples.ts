// Examples of buttons.
export const examples = [
  { name: 'chính', props: { label: 'Gửi khối dân vận và Hội huyện' } },
  { name: 'phụ', props: { label: 'Lưu nháp', kind: 'quiet' } },
  { name: 'việc khó lùi', props: { label: 'Thu hồi báo cáo', kind: 'danger' } },
]
