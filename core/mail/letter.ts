// The words of the mails: what to do, one link, no figures, nobody's name. Plain text and simple HTML say the same. Pure.
import { daysBetween, type Day, weekdayOf } from '../shared/day.ts'

export interface Words {
  subject: string
  paragraphs: string[]
  /** Lines of a list after the first paragraph. */
  list?: string[]
  link: { label: string; path: string }
}

export const settingsPath = '/tai-khoan/thu'

export interface Reminded {
  body: string
  formKey: string
  form: string
  period: string
  to: string
  dueOn: Day
  path: string
}

/** “Còn 7 ngày: gửi biểu F1-ND, năm 2026”. */
export function reminderWords(of: Reminded, today: Day): Words {
  const period = lowerFirst(of.period)
  return {
    subject: `${untilDue(of.dueOn, today)}: gửi biểu ${of.formKey}, ${period}`,
    paragraphs: [
      `${of.body} chưa gửi biểu “${of.form}”, ${period}, cho ${of.to}.`,
      `Hạn gửi: ${longDay(of.dueOn)}.`,
      `Nếu có vướng mắc, đồng chí báo ${of.to} để cùng gỡ.`,
    ],
    link: { label: 'Mở biểu', path: of.path },
  }
}

export function returnedWords(of: { body: string; form: string; period: string; to: string; path: string }): Words {
  const period = lowerFirst(of.period)
  return {
    subject: `Cần sửa và gửi lại: ${of.form}, ${period}`,
    paragraphs: [`${of.to} đã trả lại biểu “${of.form}”, ${period}, của ${of.body}. Lý do ghi ở trong biểu.`],
    link: { label: 'Mở biểu', path: of.path },
  }
}

/** A call, a workbook, or a draft, that a body answers. */
export interface Asked {
  kind: 'call' | 'collection' | 'draft' | 'sheet'
  title: string
  body: string
  dueOn: Day
  path: string
}

const toDo = {
  call: { new: 'Đề cương mới', verb: 'trả lời đề cương', thing: 'đề cương', link: 'Mở đề cương' },
  collection: { new: 'Biểu Excel mới', verb: 'điền biểu', thing: 'biểu Excel', link: 'Mở biểu' },
  sheet: {
    ...{ new: 'Phiếu chấm điểm mới', verb: 'gửi phiếu chấm điểm', thing: 'phiếu chấm điểm', link: 'Mở phiếu' },
  },
  draft: { new: 'Dự thảo lấy ý kiến', verb: 'góp ý dự thảo', thing: 'dự thảo', link: 'Mở dự thảo' },
} as const

export function askedWords(of: Asked, { remind, today }: { remind: boolean; today: Day }): Words {
  const it = toDo[of.kind]
  const subject = remind ? `${untilDue(of.dueOn, today)}: ${it.verb} “${of.title}”` : `${it.new}: ${of.title}`
  const first = remind ? `${of.body} chưa ${it.verb} “${of.title}”.` : `${of.body} cần ${it.verb} “${of.title}”.`
  return {
    subject,
    paragraphs: [first, `Hạn gửi: ${longDay(of.dueOn)}.`],
    link: { label: it.link, path: of.path },
  }
}

export function askedAgainWords(of: Omit<Asked, 'dueOn'>): Words {
  const it = toDo[of.kind]
  return {
    subject: `Cần sửa và gửi lại: ${of.title}`,
    paragraphs: [`Phần trả lời ${it.thing} “${of.title}” của ${of.body} được trả lại. Lý do ghi ở đầu trang.`],
    link: { label: it.link, path: of.path },
  }
}

/** An issued report that was sent to a body here. */
export function arrivedWords(of: Pick<Asked, 'title' | 'body' | 'path'>): Words {
  return {
    subject: `Báo cáo mới: ${of.title}`,
    paragraphs: [`Báo cáo “${of.title}” đã gửi đến ${of.body}. Mở ra đọc rồi xác nhận đã nhận trong ngày.`],
    link: { label: 'Mở báo cáo', path: of.path },
  }
}

/** What became of a document that a body has: corrected, recalled, or replaced by another. */
export interface Noticed {
  kind: 'correction' | 'recall' | 'replacement'
  /** Of the document, as “12-BC/HU”. */
  title: string
  /** By which one, of which day. */
  number: string
  dated: Day
  body: string
}

const became = {
  correction: {
    verb: 'được đính chính',
    subject: 'Đính chính',
    todo: 'Mở ra xem từng chỗ đính chính.',
    link: 'Xem đính chính',
  },
  recall: {
    ...{ verb: 'bị thu hồi', subject: 'Thu hồi', link: 'Xem và xác nhận đã huỷ' },
    todo: 'Đồng chí huỷ bản điện tử đã lưu, rồi mở đường dẫn dưới đây xác nhận.',
  },
  replacement: {
    ...{ verb: 'được thay thế', subject: 'Thay thế', link: 'Xem văn bản thay thế' },
    todo: 'Từ nay dùng văn bản mới.',
  },
} as const

export function noticeWords({ kind, title, number, dated, body, path }: Noticed & { path: string }): Words {
  const it = became[kind]
  return {
    subject: `${it.subject}: văn bản ${title}`,
    paragraphs: [`Văn bản ${title} mà ${body} đã nhận ${it.verb} bằng văn bản ${number}, ${longDay(dated)}.`, it.todo],
    link: { label: it.link, path },
  }
}

interface Due {
  bodyName: string
  formKey: string
  periodName: string
  dueOn: Day
}

interface DueAnswer extends Pick<Asked, 'kind' | 'title' | 'body' | 'dueOn'> {}

/** One mail a day; null when nothing is due. */
export function digestWords(
  of: {
    toSend: readonly Due[]
    toAnswer: readonly DueAnswer[]
    toAccept: readonly Due[]
    noticed: readonly Noticed[]
  },
  today: Day,
): Words | null {
  const parts = [
    of.toSend.length > 0 ? `${of.toSend.length} biểu cần gửi` : '',
    of.toAnswer.length > 0 ? `${of.toAnswer.length} đề cương, biểu Excel cần trả lời` : '',
    of.toAccept.length > 0 ? `${of.toAccept.length} biểu chờ nhận` : '',
    of.noticed.length > 0 ? `${of.noticed.length} văn bản đính chính, thu hồi, thay thế` : '',
  ].filter(Boolean)
  if (parts.length === 0) return null
  const name = ({ bodyName, formKey, periodName }: Due) => `${formKey}, ${lowerFirst(periodName)} – ${bodyName}`
  return {
    subject: `Hôm nay: ${parts.join(', ')}`,
    paragraphs: [`Việc của đồng chí đến ${longDay(today)}:`],
    list: [
      ...of.toSend.map((due) => `Cần gửi (${lowerFirst(untilDue(due.dueOn, today))}): ${name(due)}`),
      ...of.toAnswer.map(
        ({ kind, title, body, dueOn }) =>
          `Cần ${toDo[kind].verb} (${lowerFirst(untilDue(dueOn, today))}): ${title} – ${body}`,
      ),
      ...of.toAccept.map((due) => `Chờ nhận: ${name(due)}`),
      ...of.noticed.map(({ kind, title, number, body }) =>
        kind === 'recall'
          ? `Cần huỷ bản điện tử: văn bản ${title} thu hồi bằng ${number} – ${body}`
          : `${became[kind].subject}: văn bản ${title} bằng ${number} – ${body}`,
      ),
    ],
    link: { label: 'Mở bàn làm việc', path: '/ban-lam-viec' },
  }
}

export const testWords: Words = {
  subject: 'Thư thử của Đồng Thuận: nhận được là gửi thư tốt',
  paragraphs: ['Đây là thư thử do quản trị gửi cho chính mình. Đọc được thư này là việc gửi thư đã chạy.'],
  link: { label: 'Mở trang gửi thư', path: '/quan-tri/thu' },
}

/** To one person alone: what an administrator did to his account. */
export const resetWords: Words = {
  subject: 'Quản trị đã gỡ bước hai khỏi tài khoản của đồng chí',
  paragraphs: [
    'Quản trị vừa gỡ bước hai, khoá đăng nhập và các máy được tin khỏi tài khoản của đồng chí. Từ nay chỉ còn hỏi mật khẩu.',
    'Nếu đồng chí không nhờ việc này, hãy báo ngay quản trị của đơn vị và đổi mật khẩu. Nếu có nhờ, hãy đặt lại bước hai.',
  ],
  link: { label: 'Đặt lại bước hai', path: '/tai-khoan/buoc-hai' },
}

/** Both forms of the body, with the origin before each path. */
export function written({ paragraphs, list = [], link }: Words, origin: string): { text: string; html: string } {
  const [first = '', ...rest] = paragraphs
  const settings = `${origin}${settingsPath}`
  const why = 'Thư tự động của hệ thống Đồng Thuận, không cần trả lời.'
  const text = [
    ...['Kính gửi đồng chí,', '', first, ...list.map((line) => `- ${line}`)],
    ...[...rest, '', `${link.label}: ${origin}${link.path}`, '', '-- ', why, `Đổi cách nhận thư: ${settings}`, ''],
  ].join('\n')
  const items = list.map((line) => `<li>${escaped(line)}</li>`).join('')
  const html = [
    '<!doctype html><html lang="vi"><meta charset="utf-8"><body style="font-family:sans-serif;line-height:1.5">',
    `<p>Kính gửi đồng chí,</p><p>${escaped(first)}</p>`,
    ...(items ? [`<ul>${items}</ul>`] : []),
    ...rest.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    `<p><a href="${escaped(origin + link.path)}">${escaped(link.label)}</a></p>`,
    `<p style="color:#55555e">${why} <a href="${escaped(settings)}">Đổi cách nhận thư</a></p></body></html>`,
  ].join('\n')
  return { text, html }
}

function untilDue(dueOn: Day, today: Day): string {
  const days = daysBetween(today, dueOn)
  if (days === 0) return 'Hôm nay là hạn'
  return days > 0 ? `Còn ${days} ngày` : `Quá hạn ${-days} ngày`
}

const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']

function longDay(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${weekdays[weekdayOf(day) - 1]}, ${date}/${month}/${year}`
}

/** “Năm 2026” inside a sentence. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function escaped(text: string): string {
  const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replaceAll(/[&<>"]/g, (mark) => marks[mark]!)
}
