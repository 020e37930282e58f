// Accounts from a sheet: all of them or none. The first passwords are answered once, for slips of paper.
import { z } from 'zod'
import { roles } from '../shared/actor.ts'
import { idOf, type Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { invalid, ok, problem } from '../shared/result.ts'
import { checkRows, type Checked } from './import.check.ts'
import { readSheet } from './import.sheet.ts'
import { setMail } from './notice.store.ts'
import { firstPassword, hashPassword } from './password.ts'
import { insertPerson, lockNewPeople } from './person.write.store.ts'
import { roleNames } from './person.ts'

const most = 500
const bodyId = idOf('body') as z.ZodType<Id<'body'>, Id<'body'>>
const personId = idOf('person') as z.ZodType<Id<'person'>, Id<'person'>>

const rowShown = z.object({
  line: z.number().int(),
  id: personId.nullable().meta({ description: 'null khi mới kiểm tra' }),
  name: z.string(),
  username: z.string(),
  bodyId,
  bodyName: z.string(),
  role: z.enum(roles),
  roleName: z.string(),
  from: z.string().meta({ format: 'date' }),
  password: z.string().nullable().meta({ description: 'mật khẩu lần đầu, chỉ hiện lần này' }),
})

export const importPeople = writing({
  name: 'people.import',
  summary: 'Lập nhiều tài khoản từ một bảng; có lỗi ở dòng nào thì không lưu gì và báo mọi lỗi',
  http: { method: 'POST', path: '/people/import' },
  who: { roles: ['administrator'] },
  input: z.object({
    text: z.string().max(500_000).meta({
      description:
        'CSV hoặc khối ô chép từ bảng tính, có dòng tiêu đề: họ tên hoặc chức danh, tên đăng nhập (có thể trống), đơn vị (tên hoặc mã số), vai trò, từ ngày (có thể trống), thư điện tử (có thể trống)',
    }),
    dryRun: z.boolean().default(false).meta({ description: 'chỉ kiểm tra, không lưu' }),
  }),
  output: z.object({ saved: z.boolean(), people: z.array(rowShown) }),
  async run(context, { text, dryRun }) {
    const sheet = readSheet(text)
    if ('fault' in sheet) return invalid([unreadable[sheet.fault]])
    if (sheet.rows.length > most) return invalid([tooMany(sheet.rows.length)])
    if (!dryRun) await lockNewPeople(context.db)
    const checked = await checkRows(context, sheet.rows)
    if ('faults' in checked) return invalid(checked.faults)
    const made = dryRun ? checked.people.map(unsaved) : await makeAll(context, checked.people)
    return ok({ saved: !dryRun, people: made.map((row) => ({ ...row, roleName: roleNames[row.role].vi })) })
  },
})

const unsaved = (row: Checked) => ({ ...row, id: null, password: null })

async function makeAll(context: WriteContext, rows: readonly Checked[]) {
  // Hashing is the slow part and uses every core at once.
  const secrets = await Promise.all(
    rows.map(async () => {
      const password = firstPassword()
      return { password, passwordHash: await hashPassword(password) }
    }),
  )
  const made = []
  for (const [i, row] of rows.entries()) {
    const { role, bodyId, from } = row
    const { password, passwordHash } = secrets[i]!
    const id = await insertPerson(context.db, {
      ...{ name: row.name, username: row.username, passwordHash, mustChangePassword: true, at: context.now },
      roles: [{ role, bodyId, validFrom: from }],
    })
    if (row.mail) await setMail(context.db, id, { address: row.mail })
    await context.record({ noun: 'person', id, move: 'create', changes: { role, bodyId, from, imported: true } })
    made.push({ ...row, id, password })
  }
  return made
}

const unreadable = {
  empty: problem('text', 'empty', 'Bảng chưa có dòng nào dưới tiêu đề.', 'The sheet has no rows under its headings.'),
  unreadable: problem(
    'text',
    'unreadable',
    'Không đọc được bảng này. Hãy chép lại khối ô từ bảng tính, hoặc lưu thành tệp CSV (UTF-8).',
    'This sheet cannot be read. Copy the cells again, or save it as CSV (UTF-8).',
  ),
  'no-columns': problem(
    'text',
    'no-columns',
    'Không nhận ra các cột. Dòng đầu cần có tiêu đề: họ tên hoặc chức danh, tên đăng nhập, đơn vị, vai trò, từ ngày.',
    'The columns are not recognised. The first line needs headings: name, username, body, role, from.',
  ),
}

function tooMany(count: number) {
  return problem(
    'text',
    'too-many',
    `Bảng có ${count} dòng; mỗi lần nhập tối đa ${most} người. Hãy chia làm nhiều lần.`,
    `${count} rows; at most ${most} people at a time. Split the sheet.`,
  )
}
