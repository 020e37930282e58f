// Many keys at once from a table: looked at with `dryRun`, then all of them or none. What is there already stays as it is.
import { z } from 'zod'
import { dividedPlaces } from '../../places/key/key.read.ts'
import { judgeShares, writeShare, type KeyVersion } from '../../places/key/key.ts'
import { shownDay, addDays, daySchema } from '../../shared/day.ts'
import { reading, writing, type WriteContext } from '../../shared/operation.ts'
import { invalid, ok, type Problem } from '../../shared/result.ts'
import { whyNotKey } from './key.moves.ts'
import { keepers } from './key.operations.ts'
import { atRow, readKeys, templateText, type Group } from './key.sheet.ts'
import { append, opened, type KeyGiven, type Opened } from './key.steps.ts'

const count = z.number().int()

export const importKeys = writing({
  name: 'placeKeys.import',
  summary: 'Ghi nhiều khoá chia từ bảng CSV; có lỗi thì báo mọi lỗi theo dòng và không ghi gì',
  http: { method: 'POST', path: '/place-keys/import' },
  who: keepers,
  input: z.object({
    onDate: daySchema.meta({ description: 'ngày đầu tiên theo địa bàn mới: các mã cũ là của hôm trước' }),
    text: z.string().max(5_000_000).meta({ description: 'CSV, dòng đầu là tiêu đề; xem placeKeys.template' }),
    dryRun: z.union([z.boolean(), z.stringbool()]).default(false).meta({ description: 'chỉ kiểm tra, không ghi' }),
  }),
  output: z.object({
    saved: z.boolean(),
    places: count.meta({ description: 'địa bàn có trong bảng' }),
    made: count.meta({ description: 'khoá mới' }),
    changed: count.meta({ description: 'khoá đã có, ghi thêm một bản' }),
    same: count.meta({ description: 'khoá y như bản đang dùng, không ghi lại' }),
  }),
  async run(context, { onDate, text, dryRun }) {
    const { groups, problems } = readKeys(text)
    const judged: Judged[] = []
    for (const group of groups) {
      const one = await judge(context, group, onDate)
      problems.push(...one.problems)
      if (one.judged) judged.push(one.judged)
    }
    if (problems.length > 0) return invalid(inRows(problems), 'key-faults')
    const counts = { places: judged.length, made: 0, changed: 0, same: 0 }
    for (const { found, given } of judged) {
      const [newest] = found.versions
      const what = !newest ? 'made' : isSame(newest, given) ? 'same' : 'changed'
      counts[what]++
      if (dryRun || what === 'same') continue
      const written = await append(context, found, given, newest?.version ?? 0)
      if (!written.ok) return written
    }
    return ok({ saved: !dryRun, ...counts })
  },
})

interface Judged {
  found: Opened
  given: KeyGiven
}

async function judge(
  context: WriteContext,
  { from, rows, ...told }: Group,
  onDate: string,
): Promise<{ problems: Problem[]; judged?: Judged }> {
  const first = rows[0]!.line
  const { places } = await dividedPlaces(context.db, { code: from, on: onDate, size: 1, page: 1 })
  const [place] = places
  if (!place) return { problems: [atRow(first, 'from', notDivided(from, onDate))] }
  const found = await opened(context, place)
  const refusal = whyNotKey(context.actor, 'set', found.standing)
  if (refusal) return { problems: [atRow(first, 'from', [refusal.refusal.code, ...saidBy(refusal)])] }
  const { shares, problems } = judgeShares(place.fullName, { parts: found.parts, typed: rows, field: String })
  const late = told.dated > context.today ? [atRow(first, 'dated', inFuture)] : []
  const said = problems.map(({ field, code, sentence }) =>
    atRow(rows[Number(field)]!.line, code === 'no-successor' ? 'to' : 'share', [code, sentence.vi, sentence.en]),
  )
  return { problems: [...said, ...late], judged: { found, given: { ...told, withdrawn: false, shares } } }
}

function saidBy({ refusal }: NonNullable<ReturnType<typeof whyNotKey>>): [string, string] {
  return 'sentence' in refusal ? [refusal.sentence.vi, refusal.sentence.en] : ['', '']
}

const notDivided = (code: string, day: string) =>
  [
    'not-divided',
    `ngày ${shownDay(addDays(day, -1))} không có địa bàn mang mã ${code} bị chia từ ngày ${shownDay(day)}.`,
    `no place with the code ${code} on ${addDays(day, -1)} was divided on ${day}.`,
  ] as const
const inFuture = ['in-future', 'ngày của căn cứ không được sau hôm nay.', 'it must not be after today.'] as const

function isSame(newest: KeyVersion, given: KeyGiven): boolean {
  const of = (key: KeyVersion | KeyGiven) => [
    ...[key.withdrawn, key.method, key.basis, key.dated, key.confidence, key.note],
    ...key.shares.map(({ to, share }) => `${to} ${typeof share === 'string' ? share : writeShare(share)}`).toSorted(),
  ]
  return JSON.stringify(of(newest)) === JSON.stringify(of(given))
}

const rowOf = ({ field }: Problem) => Number(/^lines\.(\d+)/.exec(field)?.[1] ?? 0)
const inRows = (problems: Problem[]) => problems.toSorted((a, b) => rowOf(a) - rowOf(b))

export const keyTemplate = reading({
  name: 'placeKeys.template',
  summary: 'Bảng CSV trống để ghi khoá chia của nhiều địa bàn',
  http: { method: 'GET', path: '/place-keys/template' },
  who: 'anyone',
  input: z.object({}),
  output: z.object({ text: z.string() }),
  async run() {
    return ok({ text: templateText })
  },
})
