// Vietnamese: words of forms and of refusals.
export const form = {
  problems: (count: number) => `Có ${count} chỗ cần sửa`,
  refused: 'Chưa làm được việc này',
  errorMark: 'Lỗi:',
  reason: 'Lý do',
  reasonHint: 'Người nhận sẽ đọc được lý do này.',
  day: 'Ngày',
  dayHint: 'Ví dụ 26/11/2026',
  allBodies: (name: string, count: number) => `Tất cả ${name} (${count})`,
  pickBodies: (name: string, picked: number) => `Chọn từng đơn vị: ${name}${picked > 0 ? ` · đã chọn ${picked}` : ''}`,
}
