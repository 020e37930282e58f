// Who sent it and where it happened, as far as they said: packed into the sealed letter, read again when sorting gives it to the case.
import { z } from 'zod'
import { numbers } from './numbers.ts'
import { problem, type Problem } from '../shared/result.ts'

const line = (most: number) => z.string().trim().max(most, `Tối đa ${most} ký tự.`)

/** Nothing is asked that the work does not need; all of it may be left empty. */
export const senderSchema = z.object({
  name: line(200).default('').meta({ description: 'họ tên; để trống: ẩn danh' }),
  phone: line(30).default(''),
  email: line(200).default(''),
  address: line(300).default(''),
  /** On whose behalf, with the paper that says so. */
  onBehalfOf: line(300).default('').meta({ description: 'thay mặt ai, theo giấy nào' }),
})
export type Sender = Partial<z.output<typeof senderSchema>>

/** One address and nothing else; as told.store.ts asks it of what was kept. */
export const isMailAddress = (typed: string) => /^[^\s,;:<>()@"]+@[^\s,;:<>()@"]+\.[^\s,;:<>()@"]+$/.test(typed)

/** Digits enough to be called, with whatever people put between them. */
export const isPhone = (typed: string) => typed.replaceAll(/\D/g, '').length >= numbers.phoneDigits

/**
 * What whoever fills in a form himself can mend at once: nobody is reached at an address without an @. What a desk copies from
 * a letter and what another city's programme sends is taken as it is; such a sender is called instead.
 */
export function contactFaults({ email, phone }: Pick<z.output<typeof senderSchema>, 'email' | 'phone'>): Problem[] {
  const faults: Problem[] = []
  if (phone !== '' && !isPhone(phone)) faults.push(phoneTooShort)
  if (email !== '' && !isMailAddress(email)) faults.push(noMailAddress)
  return faults
}

const phoneTooShort = problem(
  'phone',
  'no-phone',
  `Số điện thoại cần ít nhất ${numbers.phoneDigits} chữ số. Không có thì để trống.`,
  `A phone number has ${numbers.phoneDigits} digits at least. If there is none, leave it empty.`,
)
const noMailAddress = problem(
  'email',
  'no-mail-address',
  'Địa chỉ thư viết chưa đúng, ví dụ ten@gmail.com; chỉ một địa chỉ. Không có thì để trống.',
  'This is no mail address, such as name@example.org; one only. If there is none, leave it empty.',
)

/** As it is shown: what was left empty is not there. */
export const senderShown = z.partialRecord(z.enum(['name', 'phone', 'email', 'address', 'onBehalfOf']), z.string())

export const placeSchema = z.object({
  placeWords: line(300).default('').meta({ description: 'nơi xảy ra, bằng lời' }),
  lat: z.coerce.number().min(-90).max(90).nullable().default(null),
  lon: z.coerce.number().min(-180).max(180).nullable().default(null),
})
export type SaidPlace = z.output<typeof placeSchema>

/** The facts of a letter are words only; what was left empty is not kept at all. */
export function packed(sender: Sender, place: SaidPlace, more: Record<string, string>): Record<string, string> {
  const { placeWords, lat, lon } = place
  const where = {
    placeWords,
    lat: lat === null ? '' : String(lat),
    lon: lat === null || lon === null ? '' : String(lon),
  }
  const all = Object.entries({ ...sender, ...where, ...more })
  return Object.fromEntries(all.filter((pair): pair is [string, string] => Boolean(pair[1])))
}

export function unpacked(facts: Record<string, string>): { sender: Sender; place: SaidPlace; topic: string | null } {
  const { placeWords = '', lat, lon, topic = null, ...rest } = facts
  const both = lat !== undefined && lon !== undefined
  const place = { placeWords, lat: both ? Number(lat) : null, lon: both ? Number(lon) : null }
  const known = Object.keys(senderSchema.shape)
  const sender = Object.fromEntries(Object.entries(rest).filter(([name]) => known.includes(name)))
  return { sender, place, topic }
}
