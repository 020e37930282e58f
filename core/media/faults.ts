// Why a file is not taken: what it is, and what to do. Said after the name of the file.
import type { Limits } from './limits.ts'

export interface Fault {
  code: string
  vi: string
  en: string
}

export const isFault = (of: object): of is Fault => 'code' in of && 'vi' in of

const fault = (code: string, vi: string, en: string): Fault => ({ code, vi, en })

export const empty = fault('empty-file', 'không có gì bên trong. Hãy chọn lại tệp.', 'is empty. Choose the file again.')

export const program = fault(
  'program',
  'là chương trình hoặc có chương trình giấu bên trong, không nhận. Hãy gửi ảnh chụp hoặc PDF.',
  'is a program or hides one. Send a photograph or a PDF.',
)
export const page = fault(
  'web-page',
  'là trang mạng hoặc có mã trang mạng bên trong (HTML, SVG), không nhận. Hãy chụp màn hình rồi gửi ảnh.',
  'is a web page or holds the code of one (HTML, SVG). Send a picture of the screen.',
)
export const archive = fault(
  'archive',
  'là tệp nén hoặc có tệp nén giấu bên trong, không nhận. Hãy gửi từng ảnh, từng tệp PDF.',
  'is an archive or hides one. Send each picture and PDF by itself.',
)
export const office = fault(
  'office-file',
  'là tệp Word, Excel hoặc trình chiếu, không nhận vì có thể mang mã chạy. Hãy lưu thành PDF rồi gửi.',
  'is an office document, which may carry programs. Save it as PDF.',
)
export const moving = fault(
  'video-or-sound',
  'là phim hoặc âm thanh, chưa nhận được. Hãy gửi vài ảnh chụp từ đoạn phim và tả bằng lời.',
  'is a video or a sound, which cannot be taken yet. Send some pictures of it and tell it in words.',
)
export const otherPicture = fault(
  'other-picture',
  'là loại ảnh không nhận. Hãy lưu thành JPEG hoặc PNG, hoặc chụp màn hình ảnh đó.',
  'is a kind of picture that is not taken. Save it as JPEG or PNG.',
)
export const heic = fault(
  'heic',
  'là ảnh HEIC của điện thoại, máy này không mở được. Trên iPhone vào Cài đặt → Camera → Định dạng → Tương thích nhất rồi chụp lại, hoặc chụp màn hình ảnh đó.',
  'is a HEIC picture, which cannot be opened here. On an iPhone choose Settings → Camera → Formats → Most Compatible, or send a picture of the screen.',
)
export const unknown = fault(
  'unknown-file',
  'không phải ảnh, PDF hay tệp chữ, dù tên tệp ghi gì. Hãy gửi ảnh JPEG, PNG hoặc PDF.',
  'is no picture, PDF or text, whatever its name says. Send JPEG, PNG or PDF.',
)
export const broken = fault(
  'broken-file',
  'bị hỏng hoặc thiếu phần cuối, không mở được. Hãy chọn lại hoặc chụp lại.',
  'is damaged or cut and cannot be opened. Choose or take it again.',
)
export const locked = fault(
  'locked-file',
  'có đặt mật khẩu hoặc khoá quyền. Hãy lưu lại không mật khẩu rồi gửi.',
  'is protected by a password. Save it without one.',
)
export const runs = fault(
  'file-that-runs',
  'có mã chạy hoặc tệp kèm bên trong. Hãy chụp các trang rồi gửi ảnh, hoặc in ra thành PDF mới.',
  'holds scripts or attachments. Send pictures of its pages, or print it to a new PDF.',
)
export const swelling = fault(
  'swelling-file',
  'phình ra quá lớn khi mở. Hãy chụp các trang rồi gửi ảnh.',
  'swells beyond measure when opened. Send pictures of its pages.',
)
export const tooHard = fault(
  'too-hard',
  'mở quá lâu mà chưa xong. Hãy gửi ảnh nhỏ hơn, hoặc chụp màn hình ảnh đó.',
  'took too long to open. Send a smaller picture of it.',
)
export const busy = fault(
  'busy',
  'chưa xem được vì nhiều người đang gửi cùng lúc. Hãy gửi lại sau một phút.',
  'could not be looked at, as many people send files now. Send it again in a minute.',
)
export const badBoxes = fault(
  'bad-boxes',
  'có khung che nằm ngoài ảnh, hoặc quá nhiều khung. Hãy đánh dấu lại.',
  'has boxes outside the picture, or too many. Mark it again.',
)

export const tooLarge = ({ megabytesEach: most }: Limits) =>
  fault(
    'too-large',
    `lớn hơn ${most} MB. Hãy gửi ảnh nhỏ hơn, hoặc chia PDF thành nhiều phần.`,
    `is larger than ${most} MB. Send a smaller picture, or divide the PDF.`,
  )
export const tooLong = ({ textKilobytes: most }: Limits) =>
  fault('too-long', `dài hơn ${most} kB chữ. Hãy lưu thành PDF.`, `is longer than ${most} kB of text. Save it as PDF.`)
export const tooManyPixels = ({ mostMegapixels: most }: Limits) =>
  fault(
    'too-many-pixels',
    `lớn hơn ${most} triệu điểm ảnh. Hãy chụp nhỏ hơn, hoặc chụp màn hình ảnh đó.`,
    `has more than ${most} megapixels. Take a smaller picture.`,
  )
export const tooManyPages = ({ mostPages: most }: Limits) =>
  fault(
    'too-many-pages',
    `dài hơn ${most} trang. Hãy gửi các trang cần nhất.`,
    `has more than ${most} pages. Send those that matter.`,
  )
