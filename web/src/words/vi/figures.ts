// Vietnamese: words of figures, tables and pictures.
export const figures = {
  none: 'không có số liệu',
  missing: 'chưa đủ số liệu',
  bar: (value: string, threshold: string | null) => (threshold ? `${value}, mức giao ${threshold}` : value),
  barMissing: (threshold: string | null) => (threshold ? `Chưa đủ số liệu, mức giao ${threshold}` : 'Chưa đủ số liệu'),
  provisional: (text: string) => `Tạm tính: ${text}`,
  changes: 'Các lần thay đổi',
  lineage: 'Sơ đồ các lần thay đổi; cuộn ngang để xem hết',
  becomes: 'thành',
  table: 'Bảng; cuộn ngang để xem hết',
  now: 'hiện nay',
}
