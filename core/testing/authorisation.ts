// Every operation asked by every persona, each in a transaction that is undone: the table of who may do what.
import { readFileSync, writeFileSync } from 'node:fs'
import type { App } from '../app.ts'
import { operations } from '../http/operations.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { anonymous, type Actor } from '../shared/actor.ts'
import { exampleInputs } from './example-inputs.ts'

/** The cast of the table, left to right. */
export const personas = {
  khách: null,
  'đầu mối xã khác': 'phunu.trian',
  'đầu mối': 'nongdan.mada',
  'khối dân vận': 'khoi.mada',
  'chuyên viên': 'chuyenvien',
  'trưởng ban': 'truongban',
  'thường trực': 'thuongtruc',
  'văn thư': 'vanthu',
  'tiếp dân': 'tiepdan.tantrieu',
  'giải quyết': 'hatang.tantrieu',
  'chủ tịch': 'chutich.tantrieu',
  'mở niêm phong': 'niemphong.tantrieu',
  'trưởng thôn': 'truongthon.tantrieu',
  'cấp trên tiếp dân': 'tiepdan.dongnai',
  'đăng ký mô hình': 'phunu.tantrieu',
  'hướng dẫn mô hình': 'khoi.tantrieu',
  'tự chấm điểm': 'hnd.huyen',
  'chủ trì chấm điểm': 'truong.bcd',
  'quản trị': 'quantri',
} as const

/** One line an operation: its name, and for each persona ✓ or the code of the refusal. */
export async function authorisationTable(app: App): Promise<string[][]> {
  const dry = withoutTrace(app)
  const inputs = await exampleInputs(app)
  const actors: Actor[] = []
  for (const username of Object.values(personas))
    actors.push(username === null ? anonymous : await actorOfPerson(app, username))
  const lines: string[][] = []
  for (const operation of operations) {
    const input = inputs[operation.name] ?? {}
    const cells: string[] = []
    for (const actor of actors) {
      const result = await operation.ask(dry, actor, input)
      cells.push(result.ok ? '✓' : result.refusal.code)
    }
    lines.push([operation.name, ...cells])
  }
  return lines
}

/** The same app, in which every save is undone after it was answered. */
export function withoutTrace(app: App): App {
  const undone = new Error('undone')
  const execute = async (work: (tx: never) => Promise<unknown>) => {
    await app.db
      .transaction()
      .execute(async (tx) => {
        await work(tx as never)
        throw undone
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error
      })
  }
  const db = new Proxy(app.db, {
    get: (target, name) => (name === 'transaction' ? () => ({ execute }) : Reflect.get(target, name, target)),
  })
  return { ...app, db, readDb: app.db }
}

export function tableText(lines: readonly (readonly string[])[]): string {
  const heads = ['thao tác', ...Object.keys(personas)]
  const rows = [heads, ...lines]
  const widths = heads.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)))
  return `${rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`
}

/** The committed table; printed anew first when `npm run authorisation` asks for it. */
export function committedTable(fresh: string): string {
  const file = new URL('./authorisation.txt', import.meta.url)
  if (process.env.DONG_THUAN_PRINT_AUTHORISATION) writeFileSync(file, fresh)
  return readFileSync(file, 'utf8')
}
