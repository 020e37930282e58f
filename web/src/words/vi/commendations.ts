// Vietnamese: commendations as everybody reads them.
import { day as shownDay } from '../format.ts'

interface Correction {
  document: string
  on: string | null
  day: string
  afterDocument: boolean
}

export const commendations = {
  nav: 'Khen thưởng',
  title: 'Sổ khen thưởng',
  lead: 'Tập thể, cá nhân được khen bằng quyết định đã ký. Cá nhân chỉ được nêu tên khi đã đồng ý.',
  q: 'Tìm tên',
  year: 'Năm ký',
  kind: 'Hình thức',
  all: 'Tất cả',
  show: 'Xem',
  count: (count: string) => `${count} lượt được khen`,
  none: 'Không có ai khớp với điều đã chọn.',
  noneNext: 'Thử bỏ bớt điều kiện, hoặc kiểm tra một giấy bằng mã in trên giấy.',
  kinds: { giayKhen: 'Giấy khen', bangKhen: 'Bằng khen', kyNiemChuong: 'Kỷ niệm chương', title: 'Danh hiệu' },
  columns: { who: 'Được khen', form: 'Hình thức', body: 'Cơ quan khen', decision: 'Quyết định', state: 'Tình trạng' },
  aPerson: 'Một cá nhân',
  book: (book: string) => `vào sổ số ${book}`,
  decision: (number: string, day: string) => `${number} ngày ${day}`,
  presented: (day: string) => `đã trao ngày ${day}`,
  decided: 'đã có quyết định',
  revoked: (day: string) => `ĐÃ HUỶ ngày ${day}`,
  illustrative: 'số liệu minh hoạ',
  corrected: ({ document, on, day, afterDocument }: Correction) =>
    document && on
      ? `Đã đính chính tên, chức danh, đơn vị theo ${document} ngày ${shownDay(on)}.`
      : `Đã đính chính tên, chức danh, đơn vị ngày ${shownDay(day)} cho đúng ${afterDocument ? 'văn bản đính chính' : 'bản quyết định đã ký'}.`,
  wroteBefore: (before: string) => `Trước đó ghi: ${before}. Giấy in trước ngày đó vẫn là giấy này.`,
  stillThisOne: 'Giấy in trước ngày đó vẫn là giấy này.',
  decisionBefore: (day: string, before: string) =>
    `Số, ngày, người ký đã đính chính ngày ${day}; trước đó ghi: ${before}. Giấy in trước ngày đó vẫn là giấy này.`,
  entry: (number: string, day: string, post: string, book: string | null) =>
    `${number} ngày ${day}, ${post} ký${book ? `, vào sổ số ${book}` : ''}`,
  check: {
    title: 'Kiểm tra giấy chứng nhận',
    lead: 'Gõ mã 12 chữ in dưới hình vuông trên giấy, hoặc quét hình vuông bằng điện thoại.',
    code: 'Mã kiểm tra',
    look: 'Kiểm tra',
    valid: 'Giấy chứng nhận này có thật và còn hiệu lực.',
    revoked: (day: string, document: string) =>
      `Quyết định khen này ĐÃ BỊ HUỶ ngày ${day} theo ${document}. Giấy không còn giá trị.`,
    fields: {
      ...{ who: 'Được khen', unit: 'Chức danh, đơn vị', form: 'Hình thức', level: 'Cấp', body: 'Cơ quan khen' },
      ...{ occasion: 'Dịp', decision: 'Quyết định', signer: 'Người ký', book: 'Số vào sổ', presented: 'Ngày trao' },
      model: 'Mô hình được khen',
    },
    credential: 'Chứng thư số',
    credentialLead:
      'Tệp ký số theo Open Badges 3.0: ví chứng thư, phần mềm khác tự kiểm tra được, kể cả không có mạng; đã huỷ hay chưa thì xem danh sách ghi trong tệp.',
    credentialFile: 'Tải chứng thư số (.jwt)',
    credentialKeys: 'Khoá công khai để kiểm tra',
    another: 'Kiểm tra giấy khác',
    register: 'Xem cả sổ khen thưởng',
  },
}
