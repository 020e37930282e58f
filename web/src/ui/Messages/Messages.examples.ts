// Examples of Messages.
const messages = [
  { fromSender: false, text: 'Cống ở phía nào của chợ ạ?', at: '2026-11-03T02:10:00.000Z' },
  { fromSender: true, text: 'Phía cổng số hai.', at: '2026-11-03T03:00:00.000Z' },
]
export const examples = {
  sender: { messages, own: 'sender' as const },
  office: { messages, own: 'office' as const },
}
