// Every fault of every row at once, and what each row would become.
import type { Role } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { WriteContext } from '../shared/operation.ts'
import { problem, type Problem } from '../shared/result.ts'
import { mailAddress } from './notice.operations.ts'
import { readDayCell, type SheetRow } from './import.sheet.ts'
import { bodiesNamed, type NamedBody } from './import.store.ts'
import { reachOf } from './person.steps.ts'
import { takenUsernames, usernamesLike } from './person.store.ts'
import { proposeUsername, roleFromWords, roleNames, usernameFaults, usernameOf } from './person.ts'

export interface Checked {
  line: number
  name: string
  username: string
  bodyId: Id<'body'>
  bodyName: string
  role: Role
  from: Day
  /** '' when none is given. */
  mail: string
}

type Half = Omit<Checked, 'username' | 'bodyId' | 'bodyName' | 'role' | 'from'> & {
  typed: string
  body: NamedBody | null
  role: Role | null
  from: Day | null
}

/** Either rows that can all be made, or every fault, each with the line of the sheet. */
export async function checkRows(
  context: WriteContext,
  rows: readonly SheetRow[],
): Promise<{ people: Checked[] } | { faults: Problem[] }> {
  const faults: Problem[] = []
  const reach = await reachOf(context.db, context.actor, context.today)
  const halves: Half[] = []
  for (const row of rows) {
    const say = (column: string, code: string, sentence: { vi: string; en: string }) =>
      faults.push(
        problem(
          `rows.${row.line}.${column}`,
          code,
          `Dòng ${row.line}: ${sentence.vi}`,
          `Line ${row.line}: ${sentence.en}`,
        ),
      )
    halves.push(await checkRow(context, row, { reach, say }))
  }
  const people = await nameAll(context, halves, faults)
  return faults.length > 0 ? { faults } : { people }
}

interface Checking {
  reach: ReadonlySet<Id<'body'>> | null
  say(column: string, code: string, sentence: { vi: string; en: string }): void
}

async function checkRow({ db, today }: WriteContext, row: SheetRow, { reach, say }: Checking): Promise<Half> {
  if (row.name === '') say('name', 'missing', words.name)
  if (row.name.length > 200) say('name', 'long', words.long)
  const role = roleFromWords(row.role)
  if (role === null) say('role', 'unknown', words.role(row.role))
  const from = row.from === '' ? today : readDayCell(row.from)
  if (from === null) say('from', 'not-a-day', words.day(row.from))
  const found = row.body === '' ? [] : await bodiesNamed(db, row.body, from ?? today)
  const within = found.filter((body) => reach === null || reach.has(body.id))
  const body = within.length === 1 ? within[0]! : null
  if (row.body === '') say('body', 'missing', words.noBody)
  else if (found.length === 0) say('body', 'unknown', words.unknownBody(row.body))
  else if (within.length === 0) say('body', 'not-your-people', words.outside(row.body))
  else if (within.length > 1) say('body', 'ambiguous', words.many(row.body, within))
  if (!mailAddress.safeParse(row.mail).success) say('mail', 'invalid', words.mail(row.mail))
  return { line: row.line, name: row.name, mail: row.mail, typed: usernameOf(row.username), body, role, from }
}

/** User names: those typed are checked, the others proposed, so that no two rows get the same. */
async function nameAll({ db }: WriteContext, halves: readonly Half[], faults: Problem[]): Promise<Checked[]> {
  const used = await takenUsernames(db, halves.map((half) => half.typed).filter(Boolean))
  for (const { typed, line } of halves.filter((half) => half.typed !== '')) {
    const field = `rows.${line}.username`
    for (const fault of usernameFaults(typed, field)) faults.push(withLine(fault, line))
    if (used.has(typed)) faults.push(problem(field, 'taken', ...words.taken(line, typed)))
    used.add(typed)
  }
  const people: Checked[] = []
  for (const { typed, body, role, from, ...plain } of halves) {
    if (!body || !role || !from) continue
    const username = typed || (await proposed(db, { name: plain.name, body: body.shortName, used }))
    used.add(username)
    people.push({ ...plain, username, bodyId: body.id, bodyName: body.name, role, from })
  }
  return people
}

async function proposed(db: WriteContext['db'], from: { name: string; body: string; used: ReadonlySet<string> }) {
  const like = await usernamesLike(
    db,
    proposeUsername(from.name, from.body, () => false),
  )
  return proposeUsername(from.name, from.body, (username) => from.used.has(username) || like.has(username))
}

function withLine(fault: Problem, line: number): Problem {
  const { vi, en } = fault.sentence
  return { ...fault, sentence: { vi: `Dòng ${line}: ${vi}`, en: `Line ${line}: ${en}` } }
}

const roleList = (language: 'vi' | 'en') =>
  Object.values(roleNames)
    .map((name) => `“${name[language]}”`)
    .join(', ')

const words = {
  name: { vi: 'thiếu họ tên hoặc chức danh.', en: 'the name is missing.' },
  long: { vi: 'họ tên, chức danh dài quá 200 ký tự.', en: 'the name is longer than 200 characters.' },
  noBody: { vi: 'thiếu đơn vị.', en: 'the body is missing.' },
  role: (typed: string) => ({
    vi: `không hiểu vai trò “${typed}”. Chỉ nhận ${roleList('vi')}.`,
    en: `“${typed}” is no role. The roles are ${roleList('en')}.`,
  }),
  mail: (typed: string) => ({
    vi: `địa chỉ thư “${typed}” viết chưa đúng. Ví dụ: ten@tinh.gov.vn; có thể để trống.`,
    en: `“${typed}” is no mail address. It may be left blank.`,
  }),
  day: (typed: string) => ({
    vi: `không hiểu ngày “${typed}”. Hãy viết như 01/01/2024.`,
    en: `“${typed}” is no day. Write it as 01/01/2024.`,
  }),
  unknownBody: (typed: string) => ({
    vi: `không có đơn vị “${typed}” vào ngày đó. Hãy viết đúng tên trong danh sách tổ chức, hoặc ghi mã số của nó.`,
    en: `there is no body “${typed}” on that day. Write its name as in the list of bodies, or its number.`,
  }),
  outside: (typed: string) => ({
    vi: `đơn vị “${typed}” ở ngoài hệ thống và địa bàn đồng chí quản trị.`,
    en: `the body “${typed}” is outside what you administer.`,
  }),
  many: (typed: string, found: readonly NamedBody[]) => ({
    vi: `có ${found.length} đơn vị tên “${typed}”. Hãy ghi mã số: ${found.map(({ id, place }) => `${id} (${place})`).join(', ')}.`,
    en: `${found.length} bodies are called “${typed}”. Write a number: ${found.map(({ id, place }) => `${id} (${place})`).join(', ')}.`,
  }),
  taken: (line: number, typed: string): [string, string] => [
    `Dòng ${line}: tên đăng nhập “${typed}” đã có người dùng hoặc lặp lại trong bảng. Hãy đổi, hoặc để trống để hệ thống đặt.`,
    `Line ${line}: the user name “${typed}” is taken or stands twice. Change it, or leave it blank.`,
  ],
}
