// Vietnamese: the front page and the site map.
export const front = {
  title: 'Đồng Thuận – nền tảng công tác dân vận',
  heading: 'Chương trình giao\u00a0gì, nơi\u00a0nào làm được đến\u00a0đâu',
  promised: 'Đã hứa gì, làm gì',
  promisedHint: 'Bấm vào số để xem chỉ tiêu, kết quả và cách tính.',
  reached: (programme: string, place: string) => `chỉ tiêu đạt, ${programme}, ${place}`,
  provisional: '(tạm tính, chưa nhận đủ báo cáo)',
  sent: (place: string, period: string, due: string) =>
    `địa bàn của ${place} đã gửi số liệu ${period.toLowerCase()}, hạn ${due}`,
  newest: 'Chương trình mới',
  doors: {
    submit: { name: 'Gửi phản ánh, đơn thư', text: 'Đường hỏng, kiến nghị, khiếu nại; không cần tài khoản' },
    track: { name: 'Tra cứu việc đã gửi', text: 'Ai đang giải quyết, đến ngày nào, trả lời ra sao' },
    reception: { name: 'Xem lịch tiếp công dân', text: 'Ai tiếp, ngày nào; đăng ký một chỗ, không cần tài khoản' },
    publicCases: { name: 'Xem việc bà con đã báo', text: 'Đã làm xong gì, cơ quan nào đúng hạn' },
    programmes: { name: 'Xem chương trình và chỉ tiêu', text: 'Giao gì, đạt bao nhiêu, số liệu từ đâu ra' },
    places: { name: 'Tìm một địa bàn', text: 'Xã, phường, tỉnh qua các lần sắp xếp; tên cũ vẫn tìm được' },
    signIn: { name: 'Đăng nhập để làm việc', text: 'Nhập số liệu, duyệt, soạn báo cáo' },
  },
}

export const sitemap = {
  title: 'Sơ đồ trang',
  intro: 'Mọi mục công khai của trang này.',
  work: 'Dành cho cán bộ',
  about: 'Về trang này',
}
