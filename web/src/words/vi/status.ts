// Vietnamese: the words of a state. One mark each; never told by colour alone.
export const status = {
  met: 'đạt',
  provisional: 'tạm tính',
  provisionalMet: 'tạm tính: đạt',
  provisionalMissed: 'tạm tính: chưa đạt',
  missed: 'chưa đạt',
  insufficient: 'chưa đủ số liệu',
  unreported: 'chưa báo cáo',
  late: 'trễ',
  changed: 'đã thay đổi',
}
