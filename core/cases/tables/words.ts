// What kinds, ways, ends and reasons are called in files and on paper.
import type { Channel, Kind, Outcome, Rejection } from '../submission.ts'
import type { Dimension } from './figures.ts'
import type { Source } from './rules.ts'

export const kindWords: Record<Kind, string> = {
  fieldReport: 'Phản ánh hiện trường',
  regulationFeedback: 'Góp ý quy định, thủ tục',
  petition: 'Kiến nghị',
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  partyMatter: 'Việc nội bộ Đảng',
  mixed: 'Đơn nhiều nội dung',
  crimeReport: 'Tin báo tội phạm',
  consultationOpinion: 'Góp ý lấy ý kiến nhân dân',
  informationRequest: 'Yêu cầu cung cấp thông tin',
}

export const channelWords: Record<Channel, string> = {
  web: 'Trang thông tin của cơ quan',
  desk: 'Trình bày trực tiếp',
  phone: 'Điện thoại',
  mail: 'Bưu điện',
  paper: 'Đơn giấy nộp trực tiếp',
  box: 'Hòm thư góp ý',
  passedOn: 'Cơ quan khác chuyển đến',
  api: 'Hệ thống khác gửi',
  email: 'Thư điện tử',
  helper: 'Trưởng thôn, tổ trưởng gửi giúp',
}

export const sourceWords: Record<Source, string> = {
  citizens: 'Người dân gửi thẳng',
  post: 'Đơn giấy, bưu điện',
  bodies: 'Cơ quan, đại biểu, báo chí chuyển đến',
  systems: 'Hệ thống khác gửi',
}

const outcomeWords: Record<Outcome, string> = {
  transferred: 'Chuyển nơi khác',
  guided: 'Hướng dẫn đến đúng nơi',
  filed: 'Xếp lưu, không đủ điều kiện xử lý',
  linked: 'Nối vào việc đang có',
  split: 'Đề nghị viết thành từng đơn riêng',
  forwarded: 'Chuyển cơ quan có thẩm quyền',
  redirected: 'Thuộc thủ tục khác',
  rejected: 'Không tiếp nhận',
  notAccepted: 'Không thụ lý',
  notDenunciation: 'Không phải tố cáo',
  withdrawn: 'Người gửi rút',
  terminated: 'Đình chỉ giải quyết',
}

export const rejectionWords: Record<Rejection, string> = {
  notPublic: 'không phải việc công',
  noPlace: 'không rõ nơi xảy ra',
  outsideArea: 'ngoài địa bàn',
  otherLaw: 'thuộc luật khiếu nại, tố cáo',
  indecent: 'lời lẽ thô tục',
  noEvidence: 'không có căn cứ, không kiểm tra được',
  answeredBefore: 'đã trả lời, không có gì mới',
  test: 'gửi thử',
}

/** Luật Khiếu nại 2011, Điều 11; `conditions` of a denunciation: Luật Tố cáo 2018, Điều 29. */
export const nonAcceptanceWords: Record<string, string> = {
  internalAct:
    'quyết định hành chính, hành vi hành chính nội bộ, văn bản quy phạm pháp luật hoặc thuộc phạm vi bí mật nhà nước theo quy định',
  noInterest:
    'quyết định hành chính, hành vi hành chính bị khiếu nại không liên quan trực tiếp đến quyền, lợi ích hợp pháp của người khiếu nại',
  noCapacity: 'người khiếu nại không có năng lực hành vi dân sự đầy đủ mà không có người đại diện hợp pháp',
  badRepresentative: 'người đại diện không hợp pháp thực hiện khiếu nại',
  unsigned: 'đơn khiếu nại không có chữ ký hoặc điểm chỉ của người khiếu nại',
  timePassed: 'thời hiệu, thời hạn khiếu nại đã hết mà không có lý do chính đáng',
  secondDecision: 'khiếu nại đã có quyết định giải quyết khiếu nại lần hai',
  terminatedBefore:
    'đã có thông báo đình chỉ việc giải quyết khiếu nại mà sau 30 ngày người khiếu nại không tiếp tục khiếu nại',
  courtHasIt: 'việc khiếu nại đã được Tòa án thụ lý hoặc đã được giải quyết bằng bản án, quyết định của Tòa án',
  conditions: 'tố cáo chưa đủ điều kiện thụ lý',
}

export function wordOfPart(dimension: Dimension, value: string): string {
  if (dimension === 'kind') return kindWords[value as Kind] ?? value
  if (dimension === 'channel') return channelWords[value as Channel] ?? value
  if (dimension === 'source') return sourceWords[value as Source] ?? value
  if (dimension !== 'reason') return value === '' ? 'Chưa xếp lĩnh vực' : value
  const [outcome, reason] = value.split('.') as [Outcome, string?]
  const why = reason && (rejectionWords[reason as Rejection] ?? nonAcceptanceWords[reason])
  return why ? `${outcomeWords[outcome]}: ${why}` : (outcomeWords[outcome] ?? value)
}
