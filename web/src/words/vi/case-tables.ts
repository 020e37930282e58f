// Vietnamese: what the citizens' desk counts, prints and puts in a calendar. Names of figures stand once, for files and pages.
import { dayNames, dimensionNames, figureNames, groupNames, rateNames } from '@dong-thuan/core/cases/tables/names.ts'
import { wordOfPart } from '@dong-thuan/core/cases/tables/words.ts'
import type { Dimension } from '@dong-thuan/core/cases/tables/figures.ts'

interface Period {
  kind: string
  year: number
  no: number | null
}

export const caseTables = {
  nav: 'Bảng số liệu đơn thư',
  title: 'Bảng số liệu đơn thư',
  lead: 'Đã nhận, đã giải quyết, đúng hạn, còn lại, người gửi đánh giá; từng kỳ của từng nơi. Tố cáo để riêng.',
  fields: {
    bang: 'Nơi tiếp nhận',
    ky: 'Kỳ',
    from: 'Hoặc từ ngày',
    to: 'đến ngày',
    reason: 'Vì sao chốt lại',
    period: 'Kỳ',
  },
  daysHint: 'Báo cáo tính từ ngày 15 đến ngày 14 thì ghi hai ngày ấy.',
  show: 'Xem bảng',
  none: 'Đồng chí chưa có nơi tiếp nhận nào để xem bảng.',
  noneNext:
    'Bảng có cho người tiếp nhận, người đứng đầu, cấp trên của nơi tiếp nhận, và ban phụ trách công tác dân vận của địa bàn.',
  all: (name: string) => `${name} và các nơi ở dưới`,
  period: ({ kind, year, no }: Period) => {
    if (kind === 'month') return `Tháng ${no} năm ${year}`
    if (kind === 'quarter') return `Quý ${no} năm ${year}`
    if (kind === 'half') return `6 tháng đầu năm ${year}`
    return kind === 'nineMonths' ? `9 tháng đầu năm ${year}` : `Năm ${year}`
  },
  span: (from: string, to: string) => `Từ ngày ${from} đến hết ngày ${to}`,
  running: 'Kỳ chưa hết: số tính đến lúc này.',
  withheld: (least: number) => `ít hơn ${least}`,
  least: (least: number) =>
    `Ngoài nơi tiếp nhận, số nhỏ hơn ${least} không nêu, và không nêu cả số từ đó tính ra được. Số tố cáo nhỏ hơn ${least} không nêu với ai.`,
  many: (many: number) =>
    `Việc nhiều người: từ ${many} đơn trở lên về một việc, hoặc ghi tiêu chí nhiều người khi thụ lý.`,
  source: 'Nguồn: sổ tiếp nhận và các bước đã ghi của từng hồ sơ. Bấm vào một số để mở các hồ sơ mà số ấy đếm.',
  columns: { figure: 'Số liệu', open: 'Không kể tố cáo', secret: 'Tố cáo', fixed: 'Lúc chốt', count: 'Số hồ sơ' },
  groups: groupNames,
  figures: figureNames,
  days: dayNames,
  dayCount: (days: string) => `${days} ngày`,
  notTold: 'không nêu',
  rates: rateNames,
  rate: (percent: string, numerator: string, denominator: string) => `${percent} (${numerator}/${denominator})`,
  noRate: 'không có số liệu',
  ratesTitle: 'Tỷ lệ',
  rateColumns: { rate: 'Tỷ lệ', value: 'Kết quả' },
  dimensions: dimensionNames,
  partOf: (dimension: Dimension, value: string) => wordOfPart(dimension, value),
  desks: 'Từng nơi tiếp nhận',
  desk: 'Nơi tiếp nhận',
  files: 'In hoặc tải về',
  fix: 'Chốt bảng này',
  fixAgain: 'Chốt lại',
  fixText: 'Số giữ nguyên như lúc chốt. Sau này sổ có thay đổi thì bảng nêu chỗ khác và vì những hồ sơ nào.',
  fixed: (no: number, when: string, by: string) => `Đã chốt lần ${no}, ${when}, ${by}.`,
  system: 'người vận hành',
  whyAgain: (reason: string) => `Lý do chốt lại: ${reason}`,
  differs: 'Nay khác lúc chốt',
  same: 'Từ lúc chốt đến nay không số nào khác.',
  difference: (figure: string, fixed: string, now: string) => `${figure}: lúc chốt ${fixed}, nay ${now}`,
  secretFigure: (figure: string) => `${figure} (tố cáo)`,
  more: (number: string, moves: string) => `thêm ${number}${moves ? ` (sau khi chốt: ${moves})` : ''}`,
  fewer: (number: string, moves: string) => `bớt ${number}${moves ? ` (sau khi chốt: ${moves})` : ''}`,
  doneFix: 'Đã chốt bảng.',
  list: (figure: string) => `Các hồ sơ: ${figure}`,
  listLead: (count: string, name: string) =>
    `${count}, ${name}. Chỉ có số hồ sơ; hồ sơ tố cáo không có trong danh sách.`,
  times: (times: number) => `${times} lần`,
  next: 'Xem tiếp',
  emptyList: 'Không có hồ sơ nào, hoặc những hồ sơ ấy không mở cho đồng chí.',
  badDay: 'Ngày này chưa đúng, hoặc khoảng ngày dài quá 400 ngày. Viết như 26/11/2026.',
  illustrative: 'Số liệu minh hoạ',
  fromReport: 'Các bảng đơn thư đã chốt',
  fixedTable: (no: number) => `Bảng chốt lần ${no}`,
  meanings: 'Mỗi số đếm gì',
  insert: 'Chèn số liệu đơn thư',
}

export const casePapers = {
  title: 'Giấy tờ',
  lead: 'Lập từ bước đã ghi, theo đúng ngày và nội dung đã ghi. Giấy đã lập được giữ nguyên: in lại lúc nào cũng như cũ.',
  open: 'Lập giấy tờ',
  kept: 'Giấy tờ đã lập',
  none: 'Chưa lập giấy tờ nào.',
  noForms: 'Chưa có bước nào có mẫu giấy tờ.',
  fields: {
    number: 'Số, ký hiệu',
    dated: 'Ngày văn bản',
    title: 'Chức vụ người ký',
    signer: 'Họ tên người ký',
    authority: 'Thể thức ký',
    typed: 'Nội dung',
  },
  numberHint: (recorded: string) =>
    recorded ? `Bước này đã ghi: ${recorded}. Để trống thì chừa chỗ ghi tay.` : 'Để trống thì chừa chỗ ghi tay.',
  datedHint: 'Để trống: ngày của bước.',
  titleHint: 'Để trống: người đứng đầu.',
  make: 'Lập giấy này',
  form: (name: string, number: string | null) => (number ? `${name} (${number})` : name),
  from: (move: string, when: string) => `Từ bước “${move}”, ${when}`,
  basis: (article: string, mark: string, from: string) => `${article}; ${mark}; áp dụng từ ${from}.`,
  confidence: {
    read: '[V] đã đọc trong văn bản',
    secondHand: '[D] theo nguồn dẫn lại',
    assumed: '[U] chưa đối chiếu văn bản',
  },
  columns: { paper: 'Giấy tờ', dated: 'Ngày', made: 'Lập lúc', files: 'Tệp' },
  madeBy: (when: string, by: string | null) => (by ? `${when}, ${by}` : when),
  word: 'Word',
  pdf: 'PDF',
  namedWord: 'Word, nêu người gửi',
  namedPdf: 'PDF, nêu người gửi',
  namedNote: 'Bản nêu họ tên, địa chỉ người gửi được ghi là một lần xem.',
  done: 'Đã lập giấy tờ.',
  back: 'Về hồ sơ',
  sealedTitle: 'Giấy gửi người tố cáo',
  sealedLead:
    'Chỉ lập và in được khi niêm phong đang mở cho đồng chí. Danh tính không nằm trong giấy được giữ, chỉ đặt vào lúc in; mỗi lần in là một lần xem.',
  sealedOpen: 'Lập, in giấy gửi người tố cáo',
  print: (format: string) => `In ${format}`,
}

export const calendarFeeds = {
  title: 'Lịch thời hạn',
  lead: 'Đưa hạn của đơn thư vào lịch trên điện thoại, máy tính. Lịch chỉ có số hồ sơ và loại hạn, không có tên ai, việc gì.',
  fields: { body: 'Lịch của' },
  mine: 'Mọi việc của tôi',
  none: 'Chưa có địa chỉ lịch nào.',
  noneNext: 'Lập một địa chỉ rồi dán vào phần mềm lịch, ở mục “Thêm lịch từ địa chỉ”.',
  columns: { what: 'Lịch', made: 'Lập lúc', renew: 'Đổi địa chỉ', revoke: 'Bỏ' },
  make: 'Lập địa chỉ',
  renew: 'Đổi địa chỉ',
  renewNamed: (what: string) => `Đổi địa chỉ lịch ${what}`,
  revoke: 'Bỏ',
  revokeNamed: (what: string) => `Bỏ lịch ${what}`,
  made: 'Địa chỉ lịch',
  keep: 'Địa chỉ chỉ hiện lần này. Ai có địa chỉ thì đọc được lịch: đừng gửi cho người khác; lỡ lộ thì đổi.',
  revoked: 'Đã bỏ: địa chỉ ấy không đọc được nữa.',
}
