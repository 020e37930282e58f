// Finds the place a question means, by id or by code and day, and says plainly when there is none.
import { shownDay, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadContext, ReadDb } from '../shared/operation.ts'
import { invalid, notFound, ok, problem, type Result } from '../shared/result.ts'
import { placeAt, versionAt, versionsOfCode } from './place.store.ts'
import { type PlaceVersion } from './place.ts'

/** The place meant by id or code on the day; null when neither was given. */
export async function named(
  { db, today }: Pick<ReadContext, 'db' | 'today'>,
  input: { id?: Id<'place'>; code?: string; on?: Day },
): Promise<Result<PlaceVersion | null>> {
  const day = input.on ?? today
  if (input.code !== undefined) return byCode(db, input.code, day)
  if (input.id === undefined) return ok(null)
  const version = await versionAt(db, input.id, day)
  return version ? ok(version) : noSuchPlace
}

/** A code means a place only with a day: a refusal tells what it meant on other days. */
export async function byCode(db: ReadDb, code: string, day: Day): Promise<Result<PlaceVersion>> {
  const version = await placeAt(db, code, day)
  if (version) return ok(version)
  const other = (await versionsOfCode(db, code)).at(-1)
  return other ? codeOfOtherDays(other, day) : noSuchCode(code)
}

function codeOfOtherDays({ code, fullName, validFrom, validTo }: PlaceVersion, day: Day) {
  const vi = [validFrom && ` từ ngày ${shownDay(validFrom)}`, validTo && ` đến hết ngày ${shownDay(validTo)}`]
  const en = [validFrom && ` from ${validFrom}`, validTo && ` until ${validTo}`]
  return notFound(
    'no-such-code',
    `Ngày ${shownDay(day)} không có đơn vị mang mã ${code}. Mã này là của ${fullName}${vi.join('')}.`,
    `No unit bears the code ${code} on ${day}. It belongs to ${fullName}${en.join('')}.`,
  )
}

function noSuchCode(code: string) {
  return notFound(
    'no-such-code',
    `Không có đơn vị hành chính nào mang mã ${code}. Hãy kiểm tra lại mã hoặc tìm theo tên.`,
    `No administrative unit bears the code ${code}. Check it, or search by name.`,
  )
}

export const noSuchPlace = notFound(
  'no-such-place',
  'Không có địa bàn này, hoặc chưa có vào ngày được hỏi. Hãy tìm theo tên.',
  'There is no such place, or not on that day. Try searching by name.',
)

export const idOrCode = invalid([
  problem('code', 'id-or-code', 'Hãy nêu mã đơn vị hoặc số định danh, một trong hai.', 'Give either a code or an id.'),
])

export const nothingToFind = invalid([
  problem('q', 'empty', 'Hãy gõ ít nhất một chữ cái hoặc chữ số.', 'Type at least one letter or digit.'),
])

export const daysReversed = invalid([
  problem('from', 'reversed', 'Ngày trước phải không muộn hơn ngày được hỏi.', 'The first day must not be later.'),
])
