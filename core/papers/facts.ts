// What a paper is filled with: the recorded move, the limit it began and the answer it gave, as they stand in the records for ever.
import { actsOf, answersOf, conclusionOf, limitsOf, lineAt, type Act } from '../cases/case.read.ts'
import { lineNumber, type Submission } from '../cases/submission.ts'
import { channelWords, nonAcceptanceWords, rejectionWords } from '../cases/tables/words.ts'
import { bodyAt, versionsOf } from '../bodies/body.read.ts'
import { dateInWords } from '../documents/document.ts'
import { dayAt, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { seatOf, versionAt } from '../places/place.read.ts'

/** Words for the places in a form; null: nothing is recorded for it. */
export type Facts = Record<string, string | null>

const units: Record<string, string> = {
  workingDays: 'ngày làm việc',
  calendarDays: 'ngày',
  workingHours: 'giờ làm việc',
  clockHours: 'giờ',
  months: 'tháng',
}

const complexityWords: Record<string, string> = {
  places: 'phải xác minh từ hai nơi trở lên',
  contents: 'có từ hai nội dung trở lên',
  manyPeople: 'nhiều người khiếu nại hoặc liên quan đến quyền lợi của nhiều người',
  foreign: 'có yếu tố nước ngoài',
  severalBodies: 'thuộc trách nhiệm của nhiều cơ quan',
  differing: 'các cơ quan còn có ý kiến khác nhau',
  contradictory: 'chứng cứ mâu thuẫn nhau',
}

const began: Record<string, string> = { receive: 'sort', accept: 'solve', answer: 'send' }

export async function factsOf(db: ReadDb, submission: Submission, act: Act): Promise<Facts> {
  const acts = await actsOf(db, submission.id)
  const deskId = act.bodyId ?? submission.deskId
  const line = (await lineAt(db, submission.id, deskId)) ?? submission
  const told = act.facts as { [name: string]: unknown }
  const day = dayAt(act.at)
  const limit = (await limitsOf(db, submission.id)).find((one) => one.limit === began[act.move])
  const named = async (id: unknown) => (typeof id === 'number' ? nameAt(db, id as Id<'body'>, day) : null)
  const answer = (await answersOf(db, submission.id)).find(({ no }) => no === told.answer)
  const due = typeof told.due === 'string' ? told.due : act.move === 'answer' ? null : (limit?.originalDue ?? null)
  const value = limit && `${limit.value} ${units[limit.unit] ?? limit.unit}`
  return {
    // A desk that passed it on keeps its own number of it.
    number: lineNumber(line),
    issuer: await named(deskId),
    receivedOn: dayWords(dayAt(submission.receivedAt)),
    channel: channelWords[submission.channel].toLowerCase(),
    on: dayWords(day),
    decisionDay: dayWords(typeof told.on === 'string' ? told.on : day),
    note: act.note || null,
    document: typeof told.document === 'string' ? told.document : null,
    to: typeof told.toName === 'string' ? told.toName : null,
    lead: (await named(leadAt(acts, act.no))) ?? (await named(deskId)),
    reason: reasonOf(told.reason),
    complex: complexOf(told.complex ?? told.grounds),
    due: due && dueWords(due),
    limit: value ?? null,
    article: limit?.article ?? null,
    sendLimit: value ?? null,
    sendArticle: limit?.article ?? null,
    answer: answer?.text ?? null,
    published: act.move === 'publishConclusion' ? (await conclusionOf(db, submission.id))?.text || null : null,
    further: furtherOf(submission.level),
  }
}

/** Who had it when the move was made: the newest move until then that gave it to somebody. */
function leadAt(acts: readonly Act[], no: number): unknown {
  return acts.findLast((one) => one.no <= no && typeof one.facts.lead === 'number')?.facts.lead
}

async function nameAt(db: ReadDb, id: Id<'body'>, day: Day): Promise<string | null> {
  return ((await bodyAt(db, id, day)) ?? (await versionsOf(db, id)).at(-1))?.name ?? null
}

/** “ngày 06 tháng 7 năm 2026” without its first word, which the forms say themselves. */
const dayWords = (day: Day) => dateInWords(day).replace(/^ngày /, '')

function dueWords(due: string): string {
  const [day, time] = due.split('T') as [string, string?]
  return time ? `${dayWords(day)}, lúc ${time}` : dayWords(day)
}

function reasonOf(reason: unknown): string | null {
  if (typeof reason !== 'string') return null
  return nonAcceptanceWords[reason] ?? rejectionWords[reason as 'test'] ?? null
}

function complexOf(grounds: unknown): string | null {
  if (!Array.isArray(grounds) || grounds.length === 0) return null
  return grounds.map((one) => complexityWords[String(one)] ?? String(one)).join('; ')
}

/** Luật Khiếu nại 2011, Điều 7, Điều 33, Điều 42. */
const furtherOf = (level: 1 | 2) =>
  level === 1
    ? 'khiếu nại lần hai đến người có thẩm quyền hoặc khởi kiện vụ án hành chính tại Tòa án theo quy định của pháp luật'
    : 'khởi kiện vụ án hành chính tại Tòa án theo quy định của Luật Tố tụng hành chính'

export async function placeOf(db: ReadDb, placeId: Id<'place'>, day: Day): Promise<string> {
  const place = await versionAt(db, placeId, day)
  return (place?.level === 'country' ? await seatOf(db, place.placeId) : place?.name) ?? ''
}
