// Words for reports everybody may read.
export const publication = {
  title: 'Báo cáo đã công bố',
  lead: 'Báo cáo công tác dân vận đã ban hành và được phép công bố. Đính chính, thay thế, thu hồi được ghi ngay bên văn bản.',
  none: 'Chưa có báo cáo nào được công bố.',
  noneNext: 'Văn thư của đơn vị ban hành công bố báo cáo ở trang phát hành.',
  columns: { title: 'Báo cáo', number: 'Số', by: 'Đơn vị ban hành', state: 'Tình trạng' },
  dated: 'Ngày',
  remark: 'Ghi chú',
  state: {
    standing: 'đang dùng',
    correction: 'đã đính chính',
    replacement: 'đã thay thế',
    recall: 'đã thu hồi',
  } as Record<string, string>,
  file: 'Tải báo cáo (PDF)',
  noFile: 'Văn bản đã thu hồi nên tệp không còn tải được; số và ngày giữ lại để tra cứu.',
  publish: 'Công bố cho mọi người đọc',
  publishText:
    'Toàn văn báo cáo, kể cả phụ lục số liệu, sẽ hiện ở trang công khai. Chỉ công bố khi người có thẩm quyền cho phép; văn bản nội bộ của Đảng không công bố.',
  allowedBy: 'Người cho phép công bố',
  published: 'Báo cáo này đã được công bố.',
  open: 'Xem trang công khai',
}
