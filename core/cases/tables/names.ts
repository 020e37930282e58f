// What figures, groups and rates are called in files and on paper, and what each counts. Pages in Vietnamese say the same.
import type { DayKey, Dimension, FigureKey, Group, RateKey } from './figures.ts'

export const groupNames: Record<Group, string> = {
  in: 'Tiếp nhận',
  sorting: 'Phân loại, xử lý',
  results: 'Giải quyết',
  limits: 'Thời hạn giải quyết kết thúc trong kỳ',
  openNow: 'Còn đang giải quyết khi hết kỳ',
  again: 'Trùng, lặp lại',
  rating: 'Người gửi đánh giá',
}

/** The name, and the definition: what is counted, from which record. */
export const figureNames: Record<FigureKey, readonly [name: string, meaning: string]> = {
  received: ['Đã nhận', 'Hồ sơ nhận lần đầu trong kỳ tại nơi này, theo ngày nhận ghi trong sổ tiếp nhận.'],
  transferredIn: [
    'Nơi khác chuyển đến',
    'Hồ sơ nơi nhận khác chuyển đến trong kỳ, theo ngày vào sổ ở đây; không tính ở “Đã nhận”.',
  ],
  transferredOut: ['Đã chuyển đi', 'Hồ sơ có dòng trong sổ của nơi này, đã chuyển sang nơi nhận khác trong kỳ.'],
  secondLevel: ['Trong đó khiếu nại lần hai', 'Hồ sơ nhận trong kỳ, ghi là lần hai.'],
  manyPeople: [
    'Trong đó việc nhiều người',
    'Hồ sơ nhận trong kỳ có nhiều người cùng gửi: số đơn nối vào đủ mức quy định, hoặc ghi tiêu chí nhiều người khi thụ lý.',
  ],
  sorted: ['Đã phân loại để giải quyết', 'Hồ sơ được phân loại lần đầu trong kỳ.'],
  notEligible: [
    'Không đủ điều kiện, không thuộc thẩm quyền',
    'Hồ sơ kết thúc trong kỳ mà không giải quyết: hướng dẫn, xếp lưu, đề nghị tách, chuyển cơ quan khác, chỉ sang thủ tục khác, không tiếp nhận, không thụ lý.',
  ],
  accepted: ['Đã thụ lý', 'Khiếu nại, tố cáo được thụ lý trong kỳ.'],
  solved: [
    'Đã giải quyết',
    'Hồ sơ có trả lời, quyết định hoặc kết luận trong kỳ; trả lời nhiều lần tính lần cuối. Đơn nối vào việc khác không tính.',
  ],
  solvedOnTime: ['Đúng hạn', 'Trong số đã giải quyết: trả lời không muộn hơn hạn hiện hành lúc trả lời.'],
  solvedLate: ['Trễ hạn', 'Trong số đã giải quyết: trả lời sau hạn hiện hành.'],
  solvedNoLimit: ['Không có hạn', 'Trong số đã giải quyết: chưa quy định nào đặt hạn.'],
  withdrawn: ['Người gửi rút', 'Hồ sơ kết thúc trong kỳ vì người gửi rút đơn.'],
  terminated: ['Đình chỉ giải quyết', 'Hồ sơ kết thúc trong kỳ bằng quyết định đình chỉ.'],
  notPublished: ['Đã trả lời, chưa công khai', 'Phản ánh, kiến nghị trả lời trong kỳ mà hiện chưa công khai kết quả.'],
  due: [
    'Đến hạn',
    'Thời hạn giải quyết kết thúc trong kỳ, theo hạn hiện hành. Hồ sơ mở lại có hạn mới thì tính thêm một lần.',
  ],
  dueOnTime: ['Làm xong đúng hạn', 'Trong số đến hạn: xong không muộn hơn hạn hiện hành.'],
  dueLate: ['Làm xong trễ hạn', 'Trong số đến hạn: xong sau hạn, trước khi hết kỳ.'],
  dueOpen: ['Quá hạn, chưa xong', 'Trong số đến hạn: chưa xong khi hết kỳ.'],
  firstDue: [
    'Đến hạn theo hạn ban đầu',
    'Thời hạn giải quyết có hạn tính lần đầu, chưa kể gia hạn và tạm dừng, kết thúc trong kỳ.',
  ],
  firstOnTime: ['Xong đúng hạn ban đầu', 'Trong số đến hạn theo hạn ban đầu: xong không muộn hơn hạn ấy.'],
  pausedDays: [
    'Số ngày tạm dừng',
    'Tổng số ngày không tính vào hạn vì tạm đình chỉ, của các thời hạn đến hạn trong kỳ.',
  ],
  openInTime: ['Còn trong hạn', 'Hồ sơ chưa xong khi hết kỳ, mọi hạn đang chạy chưa qua.'],
  openOverdue: ['Quá hạn', 'Hồ sơ chưa xong khi hết kỳ, có hạn đã qua.'],
  openSuspended: ['Đang tạm đình chỉ', 'Hồ sơ đang tạm đình chỉ khi hết kỳ.'],
  openNoLimit: ['Không có hạn', 'Hồ sơ chưa xong khi hết kỳ, không có hạn nào đang chạy.'],
  joined: ['Trùng, đã nối', 'Đơn được nối vào một việc đang có trong kỳ; không bao giờ tính là kết quả giải quyết.'],
  recurring: ['Tiếp theo việc trước', 'Hồ sơ nhận trong kỳ, ghi là tiếp theo một hồ sơ trước.'],
  reopened: ['Người gửi báo chưa xong', 'Hồ sơ được mở lại trong kỳ sau khi đã trả lời.'],
  answers: ['Số câu trả lời', 'Câu trả lời, quyết định, kết luận ban hành trong kỳ.'],
  rated: ['Được đánh giá', 'Trong số đó: người gửi đã đánh giá.'],
  stars1: ['1 sao', 'Câu trả lời trong kỳ được 1 sao.'],
  stars2: ['2 sao', 'Câu trả lời trong kỳ được 2 sao.'],
  stars3: ['3 sao', 'Câu trả lời trong kỳ được 3 sao.'],
  stars4: ['4 sao', 'Câu trả lời trong kỳ được 4 sao.'],
  stars5: ['5 sao', 'Câu trả lời trong kỳ được 5 sao.'],
}

export const dayNames: Record<DayKey, readonly [name: string, meaning: string]> = {
  meanDays: [
    'Số ngày giải quyết trung bình',
    'Từ ngày nhận đến câu trả lời, ngày theo lịch kể cả tạm dừng, của các hồ sơ đã giải quyết trong kỳ.',
  ],
  medianDays: [
    'Số ngày giải quyết ở giữa (trung vị)',
    'Một nửa số hồ sơ đã giải quyết trong kỳ xong nhanh hơn số ngày này.',
  ],
}

export const rateNames: Record<RateKey, readonly [name: string, meaning: string]> = {
  onTime: ['Tỷ lệ đúng hạn', 'Làm xong đúng hạn ÷ đến hạn trong kỳ, không chia cho số đã nhận.'],
  onTimeFirst: ['Tỷ lệ đúng hạn ban đầu', 'Xong đúng hạn ban đầu ÷ đến hạn theo hạn ban đầu.'],
  response: ['Tỷ lệ được đánh giá', 'Được đánh giá ÷ số câu trả lời trong kỳ.'],
}

export const dimensionNames: Record<Dimension, string> = {
  kind: 'Đã nhận, theo loại',
  channel: 'Đã nhận, theo đường đến',
  source: 'Đã nhận, theo nguồn',
  topic: 'Đã nhận, theo lĩnh vực',
  area: 'Đã nhận, theo địa bàn',
  reason: 'Không giải quyết, theo lý do',
}
