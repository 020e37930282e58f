// Examples of a receipt.
const receipt = {
  ...{
    code: 'K7M4-9XQ2',
    secret: '3F8K-ZQ1M-9D2A-WW7H',
    desk: 'Ủy ban nhân dân phường Tân Triều',
    number: '0012/2026',
  },
  receivedAt: '2026-11-03T00:42:00.000Z',
  due: {
    ...{
      limit: 'sort',
      rule: 'fieldReport.accept',
      article: 'Quyết định 1207/QĐ-UBND',
      value: 8,
      unit: 'workingHours',
    },
    ...{ due: '2026-11-03T15:42', originalDue: '2026-11-03T15:42', met: null, onTime: null, pauses: [] },
  },
}
const qr = { size: 29, path: 'M4 4h7v7h-7z' }
const ways = [{ href: '/theo-doi', label: 'Theo dõi việc này' }]
export const examples = [
  { name: 'với hạn đầu tiên', props: { receipt, qr, ways } },
  {
    name: 'giấy hẹn, không có hạn',
    props: {
      ...{ receipt: { code: receipt.code, secret: receipt.secret }, qr, ways, keep: 'Khoá chỉ hiện một lần ở đây.' },
      facts: [{ term: 'Ngày, giờ', text: 'thứ Tư, 15/07/2026, 07:30–11:00' }],
    },
  },
  { name: 'chưa có hạn', props: { receipt: { ...receipt, due: null }, qr, ways } },
]
