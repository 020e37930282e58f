// Words of people: user names, passwords, roles as they are called. Pure.
import type { Role } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import { problem, type Problem, type Sentence } from '../shared/result.ts'
import { searchKey } from '../shared/text.ts'
import { isAmongTheWorst } from './worst-passwords.ts'

export const roleNames: Record<Role, Sentence> = {
  officer: { vi: 'Chuyên viên', en: 'Officer' },
  head: { vi: 'Lãnh đạo đơn vị', en: 'Head of unit' },
  standingBoard: { vi: 'Thường trực, Ban Thường vụ', en: 'Standing board' },
  clerk: { vi: 'Văn thư', en: 'Clerk' },
  reporter: { vi: 'Cán bộ đầu mối', en: 'Reporter' },
  administrator: { vi: 'Quản trị', en: 'Administrator' },
  dataProtection: { vi: 'Cán bộ bảo vệ dữ liệu', en: 'Data protection officer' },
  sealOpener: { vi: 'Người được mở niêm phong', en: 'Opener of seals' },
  inspector: { vi: 'Kiểm tra, thanh tra của đơn vị', en: 'Inspector of the unit' },
  receiver: { vi: 'Cán bộ tiếp công dân, xử lý đơn', en: 'Receiver of citizens' },
  handler: { vi: 'Người giải quyết', en: 'Handler of cases' },
  villageHead: { vi: 'Trưởng thôn, tổ trưởng dân phố', en: 'Head of a village or neighbourhood' },
}

/** The role somebody means: its key, its name, or the first words of it, with or without diacritics. */
export function roleFromWords(text: string): Role | null {
  const key = searchKey(text)
  for (const [role, name] of Object.entries(roleNames) as [Role, Sentence][]) {
    const names = [role, name.vi, ...name.vi.split(', '), name.en, ...(otherNames[role] ?? [])]
    if (names.some((each) => searchKey(each) === key)) return role
  }
  return null
}

const otherNames: Partial<Record<Role, string[]>> = {
  officer: ['Chuyên viên dân vận', 'Cán bộ dân vận'],
  head: ['Lãnh đạo', 'Trưởng ban', 'Phó ban', 'Phó trưởng ban', 'Trưởng khối', 'Chủ tịch', 'Phó chủ tịch'],
  standingBoard: ['Thường trực cấp ủy', 'Thường trực', 'Ban Thường vụ cấp ủy', 'Bí thư', 'Phó bí thư'],
  reporter: ['Đầu mối', 'Cán bộ đầu mối đơn vị', 'Người nhập số liệu'],
  administrator: ['Quản trị hệ thống', 'Quản trị viên'],
  dataProtection: ['Bảo vệ dữ liệu'],
  sealOpener: ['Mở niêm phong'],
  inspector: ['Kiểm tra', 'Thanh tra', 'Ủy ban kiểm tra'],
  receiver: ['Tiếp công dân', 'Tiếp dân', 'Cán bộ tiếp công dân', 'Xử lý đơn'],
  handler: ['Người xác minh', 'Cán bộ giải quyết', 'Giải quyết'],
  villageHead: ['Trưởng ấp', 'Trưởng bản', 'Trưởng khu phố', 'Tổ trưởng dân phố'],
}

export const usernamePattern = /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/

/** As typed at the door: no spaces around, lower case. */
export function usernameOf(text: string): string {
  return text.trim().toLowerCase()
}

export function usernameFaults(username: string, field = 'username'): Problem[] {
  if (username.length >= 2 && username.length <= 60 && usernamePattern.test(username)) return []
  return [
    problem(
      field,
      'username-shape',
      `Tên đăng nhập “${username}” chưa đúng: từ 2 đến 60 ký tự, chỉ gồm chữ thường không dấu, số, dấu chấm, gạch nối.`,
      'A user name has 2 to 60 characters: plain lower-case letters, digits, dots and hyphens.',
    ),
  ]
}

/** “Cán bộ đầu mối” of “Hội Nông dân xã Tân An”: cbdm.hndtanan, and a number where that is taken. */
export function proposeUsername(name: string, body: string, isTaken: (username: string) => boolean): string {
  const bodyKey = searchKey(body)
  const initials = (words: string[]) => words.map((word) => word[0]).join('')
  const own = initials(searchKey(name).replace(bodyKey, '').split(' ').filter(Boolean)).slice(0, 20)
  const words = bodyKey.split(' ')
  const kind = words.slice(0, -2).filter((word) => !levels.includes(word))
  const proposed = `${own}.${initials(kind)}${words.slice(-2).join('')}`.replace(/^\.|\.$/g, '').slice(0, 50)
  const first = proposed.length < 2 ? 'nguoidung' : proposed
  for (let no = 1; ; no++) if (!isTaken(no === 1 ? first : `${first}${no}`)) return no === 1 ? first : `${first}${no}`
}

const levels = ['xa', 'phuong', 'thi', 'tran', 'quan', 'huyen', 'tinh', 'thanh', 'pho']

export const shortestPassword = 10

export function passwordFaults(password: string, username: string, field = 'password'): Problem[] {
  if (password.length < shortestPassword)
    return [
      problem(
        field,
        'password-short',
        `Mật khẩu cần ít nhất ${shortestPassword} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`,
        `A password needs at least ${shortestPassword} characters. A short sentence is best.`,
      ),
    ]
  if (password.length > 128)
    return [problem(field, 'password-long', 'Mật khẩu dài quá 128 ký tự.', 'Longer than 128 characters.')]
  const plain = searchKey(password).replaceAll(' ', '')
  const own = username !== '' && plain === searchKey(username).replaceAll(' ', '')
  if (!own && !isAmongTheWorst(password)) return []
  return [
    problem(
      field,
      'password-known',
      own
        ? 'Mật khẩu trùng với tên đăng nhập. Hãy chọn mật khẩu khác.'
        : 'Mật khẩu này quá nhiều người dùng nên dễ bị đoán. Hãy chọn mật khẩu khác.',
      own ? 'The password is the user name. Choose another.' : 'This password is too common. Choose another.',
    ),
  ]
}

/** A span of days, the last one included; null: no end. */
export interface Span {
  validFrom: Day
  validTo: Day | null
}

export function inForceOn({ validFrom, validTo }: Span, day: Day): boolean {
  return validFrom <= day && (validTo === null || day <= validTo)
}
