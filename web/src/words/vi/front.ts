// Vietnamese: the front page and the site map.
export const front = {
  title: 'Đồng Thuận – nền tảng công tác dân vận',
  heading: 'Hôm nay bà con cần gì?',
  promised: 'Đã hứa gì, làm gì',
  promisedHint: 'Việc của dân: mười hai tháng qua. Bấm vào số để xem số đó từ đâu ra.',
  illustrative: 'Số liệu minh hoạ.',
  facts: {
    promises: 'lời hứa với dân đến hạn đã làm xong đúng hạn đã hứa',
    answers: 'thời hạn giải quyết phản ánh, kiến nghị được giữ đúng',
    models: (copied: string) => `mô hình “Dân vận khéo” đang hoạt động; ${copied} mô hình có nơi khác làm theo`,
    targets: (programme: string, place: string, complete: boolean) =>
      `chỉ tiêu đạt, ${programme}, ${place}${complete ? '' : ' (tạm tính, chưa nhận đủ báo cáo)'}`,
  },
  answered: 'Bà con báo, nơi có trách nhiệm trả lời',
  answeredBy: (body: string, on: string) => `${body} trả lời ngày ${on}`,
  allAnswered: 'Xem mọi việc bà con đã báo',
  soon: 'Sắp tiếp công dân',
  receives: (receiver: string, desk: string) => `${receiver} tiếp, tại ${desk}`,
  allSittings: 'Xem cả lịch, đăng ký một chỗ',
  newModels: 'Việc hay ở thôn xóm, khu phố',
  allModels: 'Xem mọi mô hình “Dân vận khéo”',
  newest: 'Chương trình mới',
  reached: (share: string, complete: boolean) =>
    `đạt ${share} chỉ tiêu${complete ? '' : ' (tạm tính, chưa nhận đủ báo cáo)'}`,
  sent: (share: string) => `${share} địa bàn đã gửi số liệu`,
  doors: {
    submit: { name: 'Gửi phản ánh, đơn thư', text: 'Đường hỏng, kiến nghị, khiếu nại; không cần tài khoản' },
    track: { name: 'Tra cứu việc đã gửi', text: 'Ai đang giải quyết, đến ngày nào, trả lời ra sao' },
    reception: { name: 'Xem lịch tiếp công dân', text: 'Ai tiếp, ngày nào; đăng ký một chỗ, không cần tài khoản' },
    publicCases: 'Xem việc bà con đã báo',
    programmes: 'Xem chương trình và chỉ tiêu',
    models: 'Xem mô hình “Dân vận khéo”',
    certificate: 'Kiểm tra một giấy khen',
    places: 'Tìm một địa bàn',
    signIn: 'Đăng nhập để làm việc',
  },
}

export const sitemap = {
  title: 'Sơ đồ trang',
  intro: 'Mọi mục công khai của trang này.',
  work: 'Dành cho cán bộ',
  about: 'Về trang này',
}
