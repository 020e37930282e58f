// What a nomination says as it is typed: its shape, everything that is wrong with it, and the name it goes by.
import { z } from 'zod'
import { bodyAt } from '../bodies/body.read.ts'
import { ancestorsOf } from '../places/place.read.ts'
import type { Day } from '../shared/day.ts'
import { idOf, type Id } from '../shared/id.ts'
import type { ReadDb, WriteContext } from '../shared/operation.ts'
import { problem, type Problem } from '../shared/result.ts'
import { typedText } from '../shared/typed.ts'
import { honourees, meritKinds, type Form, type Merit, type Told } from './commendation.ts'
import { meritsKnown } from './merit.store.ts'
import { unprintable } from './printed-name.ts'
import { reckon } from './reckoned.ts'

/** A name, a post: one line, as it will be printed. */
export const lineText = (most: number) =>
  typedText()
    .overwrite((said) => said.replaceAll(/\s+/g, ' '))
    .max(most, `Tối đa ${most} ký tự.`)
    .default('')
const text = (most: number) => typedText().max(most, `Tối đa ${most} ký tự.`).default('')
const maybe = <N extends string>(noun: N) =>
  idOf(noun)
    .nullish()
    .transform((value) => value ?? null)

/** What a nomination says, as it comes in. */
export const told = {
  kind: z.enum(honourees),
  bodyId: maybe('body').meta({ description: 'tập thể là một cơ quan trong hệ thống' }),
  name: lineText(150).meta({ description: 'như in trên giấy chứng nhận; bỏ trống: tên của cơ quan đã chọn' }),
  post: lineText(150).meta({ description: 'chức danh; cá nhân phải có' }),
  unit: lineText(200).meta({ description: 'đơn vị, nơi làm việc; cá nhân phải có' }),
  direct: z.coerce.boolean().default(false).meta({ description: 'người trực tiếp làm việc' }),
  remote: z.coerce.boolean().default(false).meta({ description: 'ở xã vùng sâu, vùng xa' }),
  achievement: text(6000),
  confirmation: text(200).meta({ description: 'số, ngày văn bản xác nhận của cấp uỷ' }),
  merits: z
    .array(
      z.object({
        kind: z.enum(meritKinds),
        modelId: maybe('model'),
        indicatorId: maybe('indicator'),
        periodId: maybe('period').meta({ description: 'lấy số cơ quan đã báo cáo cho kỳ này, không gõ lại' }),
        year: z.coerce
          .number()
          .int()
          .min(2015)
          .max(2200)
          .nullish()
          .transform((value) => value ?? null)
          .meta({ description: 'record: việc của dân trong năm, máy đếm' }),
        text: text(500).meta({ description: 'số liệu và kỳ của nó, hoặc việc được khen' }),
      }),
    )
    .max(20)
    .default([])
    .transform((all) => all.map((one) => ({ ...one, cites: '' }))),
}

interface Judged {
  faults: Problem[]
  /** With the words of what is reckoned. */
  merits: Merit[]
}

/** Whether a body stands on the day at this place or inside it. */
export async function standsWithin(
  db: ReadDb,
  of: { body: Id<'body'>; placeId: Id<'place'>; today: Day },
): Promise<boolean> {
  const body = await bodyAt(db, of.body, of.today)
  if (!body) return false
  const above = await ancestorsOf(db, body.placeId, of.today)
  return [body.placeId, ...above.map(({ placeId }) => placeId)].includes(of.placeId)
}

interface Proposed {
  form: Form
  typed: Told & { merits: Merit[] }
  /** Whose figures and cases are reckoned for a person. */
  bodyId: Id<'body'>
  /** Who proposes now: that body, or one that took over from it. */
  by: Id<'body'>
}

/** What is wrong with whom it is for, as it will be printed. */
export function nameFaults(told: Pick<Told, 'kind' | 'name' | 'post' | 'unit'>): Problem[] {
  const faults = unprintable(told)
  if (told.name.length < 3) faults.push(nameNeeded)
  if (told.kind === 'person' && told.post === '') faults.push(postNeeded)
  if (told.kind === 'person' && told.unit === '') faults.push(unitNeeded)
  return faults
}

/** Everything that is wrong with it at once. */
export async function judge({ db, today }: WriteContext, { form, typed, bodyId, by }: Proposed): Promise<Judged> {
  const faults: Problem[] = []
  if (!form.honours.includes(typed.kind)) faults.push(notForKind)
  faults.push(...nameFaults(typed))
  if (typed.kind === 'person' && typed.bodyId !== null) faults.push(personIsNoBody)
  const known = await meritsKnown(db, typed.merits)
  for (const [i, { kind, modelId, indicatorId, periodId, year, text: words }] of typed.merits.entries()) {
    const say = (code: string, [vi, en]: readonly [string, string]) => faults.push(problem(`merits.${i}`, code, vi, en))
    if ((kind === 'model') !== (modelId !== null) || (kind === 'indicator') !== (indicatorId !== null))
      say('one-link', oneLink)
    else if (modelId !== null && !known.models.includes(modelId)) say('not-recognised', modelNotRecognised)
    else if (indicatorId !== null && !known.indicators.includes(indicatorId)) say('no-such-indicator', noIndicator)
    if ((kind === 'record') !== (year !== null) || (periodId !== null && kind !== 'indicator')) say('one-link', oneLink)
    else if (kind !== 'model' && kind !== 'record' && periodId === null && words === '') say('missing', wordsNeeded)
  }
  if (typed.bodyId !== null && !(await bodyAt(db, typed.bodyId, today))) faults.push(noSuchBody)
  else if (typed.bodyId !== null && typed.bodyId !== by) {
    // Of others it does not know what they did, nor is it told.
    const proposer = await bodyAt(db, by, today)
    const near = proposer && (await standsWithin(db, { body: typed.bodyId, placeId: proposer.placeId, today }))
    if (!near) return { faults: [...faults, bodyElsewhere], merits: typed.merits }
  }
  const reckoned = await reckon({ db, today, bodyId: typed.bodyId ?? bodyId }, typed.merits)
  return { faults: [...faults, ...reckoned.faults], merits: reckoned.merits }
}

/** A collective that is a body of the platform is called as that body unless told otherwise. */
export async function withName<T extends Pick<Told, 'name' | 'bodyId'>>(
  { db, today }: WriteContext,
  typed: T,
): Promise<T> {
  if (typed.name !== '' || typed.bodyId === null) return typed
  return { ...typed, name: (await bodyAt(db, typed.bodyId, today))?.name ?? '' }
}

const nameNeeded = problem(
  'name',
  'missing',
  'Ghi tên như sẽ in trên giấy chứng nhận.',
  'Give the name as it will be printed.',
)
const notForKind = problem(
  'kind',
  'not-for-kind',
  'Hình thức này không dành cho loại đó (tập thể hay cá nhân).',
  'This form does not honour that kind.',
)
const personIsNoBody = problem('bodyId', 'no-body', 'Cá nhân không gắn với cơ quan.', 'A person is no body.')
const postNeeded = problem('post', 'missing', 'Ghi chức danh của cá nhân.', 'Give the post of the person.')
const unitNeeded = problem('unit', 'missing', 'Ghi đơn vị của cá nhân.', 'Give the unit of the person.')
const noSuchBody = problem('bodyId', 'no-such-body', 'Cơ quan này không đang hoạt động.', 'There is no such body now.')
const bodyElsewhere = problem(
  'bodyId',
  'elsewhere',
  'Chỉ đề nghị khen cơ quan mình hoặc cơ quan trong địa bàn của mình. Hãy để cơ quan ở nơi ấy đề nghị.',
  'You propose your own body or one within your place. Let a body of that place propose it.',
)
const oneLink = [
  'Mỗi dòng gắn đúng một mô hình, một chỉ số, hoặc chỉ ghi lời.',
  'Each line links one thing, or is words.',
] as const
const modelNotRecognised = ['Mô hình này chưa được công nhận.', 'This model is not recognised.'] as const
const noIndicator = ['Không có chỉ số này.', 'There is no such indicator.'] as const
const wordsNeeded = [
  'Ghi số liệu và kỳ, hoặc việc được khen.',
  'Write the figure and its period, or what it is for.',
] as const
