// Vietnamese: the office, for people who are signed in.
export const office = {
  desk: 'Bàn làm việc',
  groups: {
    citizens: 'Việc của dân',
    figures: 'Số liệu, báo cáo',
    honours: 'Thi đua',
    administration: 'Quản trị',
  },
  deskTitle: 'Việc của đồng chí',
  nothing: 'Hiện không có việc nào chờ đồng chí.',
  nothingNext: 'Khi có kỳ báo cáo mở hoặc số liệu chờ duyệt, việc sẽ hiện ở đây kèm hạn.',
}
