// Examples of Messages.
const messages = [
  { fromSender: false, text: 'Cống ở phía nào của chợ ạ?', at: '2026-11-03T02:10:00.000Z' },
  { fromSender: true, text: 'Phía cổng số hai.', at: '2026-11-03T03:00:00.000Z' },
]
export const examples = [
  { name: 'người gửi đọc', props: { messages, own: 'sender' as const } },
  { name: 'cơ quan đọc', props: { messages, own: 'office' as const } },
]
