// Vietnamese: mail – how one wants to be reminded, and how the mails go.
export const notices = {
  title: 'Nhận thư nhắc việc',
  lead: 'Lời nhắc luôn hiện ở Bàn làm việc. Nếu muốn, hệ thống gửi thêm qua thư điện tử.',
  off: 'Nơi này chưa đặt máy chủ thư, nên chưa có thư nào được gửi. Địa chỉ vẫn ghi lại được.',
  fields: { address: 'Địa chỉ thư điện tử', choice: 'Khi nào gửi' },
  addressHint: 'Nên dùng thư công vụ. Để trống thì chọn “Không gửi thư”.',
  choices: { atOnce: 'Từng thư, ngay khi có việc', digest: 'Mỗi ngày một thư', none: 'Không gửi thư' },
  hints: {
    atOnce: (days: string) => `Khi đến mốc nhắc (${days}) và khi biểu bị trả lại.`,
    digest: (hour: number) => `Từ ${hour} giờ. Gồm mọi biểu cần gửi và chờ nhận. Không có việc thì không có thư.`,
    none: 'Chỉ xem ở Bàn làm việc.',
  },
  use: 'Địa chỉ này chỉ dùng để nhắc việc, và báo khi quản trị gỡ bước hai khỏi tài khoản. Chỉ đồng chí và quản trị của đơn vị thấy. Trong thư không có số liệu, không có tên người dân. Bỏ địa chỉ lúc nào cũng được.',
  save: 'Lưu',
  done: 'Đã lưu.',
}

/** [7, 1, -1]: “trước hạn 7 ngày, trước hạn 1 ngày, sau hạn 1 ngày”. */
const stepsSaid = (steps: readonly number[]) =>
  steps
    .map((step) => (step === 0 ? 'đúng ngày hạn' : `${step > 0 ? 'trước' : 'sau'} hạn ${Math.abs(step)} ngày`))
    .join(', ')

export const reminderPolicy = {
  title: 'Quy định nhắc việc',
  stepsSaid,
  stepsHint: 'Số ngày trước hạn, cách nhau bằng dấu phẩy; số âm là sau hạn. Lịch báo cáo có mốc riêng thì theo mốc đó.',
  fields: {
    steps: 'Nhắc vào những ngày nào',
    catchUpDays: 'Máy nghỉ làm lỡ mốc nhắc thì nhắc bù trong',
    aheadDays: 'Thư hằng ngày nêu việc đến hạn trong',
    lateDays: 'Thư hằng ngày nêu việc quá hạn không quá',
    digestHour: 'Thư hằng ngày gửi từ',
    staleDays: 'Không gửi thư về tin đã cũ quá',
    basis: 'Căn cứ',
    confidence: 'Mức chắc chắn',
  },
  units: { catchUpDays: 'ngày', aheadDays: 'ngày', lateDays: 'ngày', digestHour: 'giờ', staleDays: 'ngày' },
}

export const mails = {
  title: 'Gửi thư',
  lead: 'Thư nhắc việc tới những người đã ghi địa chỉ. Thư trễ hay hỏng không làm chậm các trang.',
  off: 'Máy chủ này chưa đặt SMTP_URL và MAIL_FROM, nên không gửi thư. Lời nhắc vẫn hiện ở Bàn làm việc và nằm ở hàng chờ.',
  from: 'Gửi từ',
  counts: {
    unspread: 'Lời nhắc chưa lập thành thư',
    waiting: 'Thư đang chờ gửi',
    delayed: 'Trong đó đã thử mà chưa được',
    sent: 'Đã gửi',
    refused: 'Bị từ chối',
    dropped: 'Không còn cần nên không gửi',
  },
  inDays: (days: number) => `trong ${days} ngày qua`,
  failed: 'Thư chưa gửi được',
  noneFailed: 'Không có thư nào bị từ chối hay đang chờ thử lại.',
  columns: { person: 'Người nhận', what: 'Thư', state: 'Tình trạng', reply: 'Máy chủ thư đáp' },
  kinds: { message: 'Nhắc việc', digest: 'Thư mỗi ngày', test: 'Thư thử', account: 'Về tài khoản' },
  states: { waiting: 'đang chờ', sent: 'đã gửi', refused: 'bị từ chối', dropped: 'không gửi nữa' },
  tries: (count: number) => `đã thử ${count} lần`,
  next: (at: string) => `thử lại lúc ${at}`,
  retry: 'Gửi lại các thư bị từ chối',
  retryText: 'Nên sửa địa chỉ thư của người nhận trước. Chỉ gửi lại thư của những người đồng chí quản trị.',
  retried: (count: number) => `Đã đưa ${count} thư vào hàng chờ.`,
  test: 'Gửi thư thử cho tôi',
  testTo: (address: string) => `Thư thử tới ${address}, đi đúng đường mọi thư đi.`,
  testNoAddress: 'Muốn gửi thư thử, trước hết ghi địa chỉ thư của mình.',
  testWaiting: 'Thư thử đã vào hàng chờ. Tải lại trang sau vài giây để xem đã gửi chưa.',
  lastTest: (state: string, at: string) => `Thư thử gần nhất: ${state}, ${at}.`,
}
