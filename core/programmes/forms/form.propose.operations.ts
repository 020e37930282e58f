// One act from targets to forms that bodies can fill: forms, their place in the programme, duties and who receives.
import { z } from 'zod'
import { idOf, type Id, seenVersion } from '../../shared/id.ts'
import { writing, type WriteContext } from '../../shared/operation.ts'
import { conflict, invalid, ok, problem } from '../../shared/result.ts'
import { searchKey } from '../../shared/text.ts'
import { entryKindOf, listCounts } from './catalogue.store.ts'
import { overlappingDuties, attachForm, cellFor, insertDuties, putForm } from './form.write.store.ts'
import { organisationNames, receiverFor, reportersUnder, type Reporter } from './form.propose.store.ts'
import { proposeForms, type ProposedForm } from './form.propose.ts'
import { periodsOf } from './form.store.ts'
import { updateProgramme } from '../programme.copy.store.ts'
import { beginChange } from '../programme.operations.ts'
import type { Programme } from '../programme.ts'
import { refreshPeriod } from '../boards/rollup.store.ts'
import { targetsOf } from '../targets/target.store.ts'

export const formsFromTargets = writing({
  name: 'forms.fromTargets',
  summary: 'Lập biểu từ chỉ tiêu và giao cho các tổ chức: mỗi tổ chức một biểu, mỗi số hỏi một lần',
  http: { method: 'POST', path: '/programmes/{programme}/forms/from-targets' },
  who: { roles: ['officer', 'head'] },
  input: z.object({ programme: idOf('programme'), expectedVersion: seenVersion(1) }),
  output: z.object({
    version: z.number().int(),
    forms: z.array(
      z.object({
        form: z.number().int(),
        key: z.string(),
        name: z.string(),
        rows: z.number().int(),
        assigned: z.number().int(),
      }),
    ),
    /** Bodies that already report one of these figures elsewhere and were left as they are. */
    left: z.array(z.string()),
  }),
  async run(context, input) {
    const begun = await beginChange(context, input, 'edit')
    if (!begun.ok) return begun
    const programme = begun.value
    const { db } = context
    const targets = await targetsOf(db, programme.id)
    if (targets.length === 0 || !programme.calendarId)
      return invalid([
        problem(
          '',
          'nothing-to-ask',
          'Cần có ít nhất một chỉ tiêu và một lịch báo cáo trước khi lập biểu.',
          'The programme needs a target and a reporting calendar first.',
        ),
      ])
    const made: Made[] = []
    const left: string[] = []
    for (const form of proposeForms(targets, await listCounts(db))) {
      const one = await makeForm(context, { programme, form })
      if (!one) return formsInUse
      made.push(one)
      left.push(...one.left)
    }
    made.push(...(await summaryForm(context, programme)))
    await refreshOpenPeriods(context, programme.calendarId)
    await updateProgramme(db, programme.id, {})
    await context.record({
      noun: 'programme',
      id: programme.id,
      move: 'formsFromTargets',
      changes: { forms: made.length },
    })
    return ok({ version: programme.version + 1, forms: made, left })
  },
})

interface Made {
  form: Id<'form'>
  key: string
  name: string
  rows: number
  assigned: number
  left: string[]
}

const formsInUse = conflict(
  'forms-in-use',
  'Biểu lập từ chỉ tiêu đã có đơn vị nhập số nên không lập lại được. Hãy sửa bằng cách thêm biểu mới.',
  'Bodies have entered figures on these forms. Add a new form instead.',
)

async function makeForm(context: WriteContext, of: { programme: Programme; form: ProposedForm }): Promise<Made | null> {
  const { programme, form } = of
  const { db } = context
  const names = await organisationNames(db)
  const rows = []
  for (const row of form.rows) {
    const cellId = await cellFor(db, { countId: row.countId, organisation: row.organisation, sector: null })
    rows.push({
      cellId,
      section: null,
      label: row.label,
      help: row.help,
      choice: null,
      required: true,
      maximum: 100_000_000,
    })
  }
  const organisation = form.organisation ? (names.get(form.organisation) ?? form.organisation) : null
  const key = `CT-${searchKey(organisation ?? 'chung').replaceAll(' ', '-')}`.slice(0, 30)
  const name = organisation ? `Biểu của ${organisation}` : 'Biểu chung của chương trình'
  const id = await putForm(db, {
    body: programme.bodyId,
    calendar: programme.calendarId!,
    key,
    name,
    kind: 'figures',
    needsDecision: false,
    rows,
    checks: form.checks,
  })
  if (!id) return null
  await attachForm(db, programme.id, id)
  const { assigned, left } = form.organisation
    ? await assignTo(context, { programme, form: id, organisation: form.organisation })
    : nobody
  return { form: id, key, name, rows: rows.length, assigned, left }
}

const nobody = { assigned: 0, left: [] as string[] }

const lastDay = (programme: Programme) => `${programme.year}-12-14`

async function assignTo(context: WriteContext, of: { programme: Programme; form: Id<'form'>; organisation: string }) {
  const { programme, form, organisation } = of
  const { db } = context
  const day = lastDay(programme)
  const upper = await receiverFor(db, programme.bodyId, day)
  const reporters = await reportersUnder(db, { placeId: programme.placeId, organisation, day })
  const taken = await overlappingDuties(db, { formId: form, bodyIds: reporters.map((one) => one.body) })
  const busy = new Set(taken.map((one) => one.bodyName))
  const lines = reporters
    .filter((one) => !busy.has(one.bodyName) && one.body !== upper)
    .map((one) => toReceiver(one, upper))
  const assigned = lines.length ? await insertDuties(db, { formId: form, lines, validFrom: null }) : 0
  return { assigned, left: [...busy] }
}

function toReceiver(reporter: Reporter, upper: Id<'body'>) {
  return { body: reporter.body, to: reporter.receiver ?? upper }
}

/** Where blocs receive at the communes, they send one summary on. */
async function summaryForm(context: WriteContext, programme: Programme): Promise<Made[]> {
  const { db } = context
  const day = lastDay(programme)
  const upper = await receiverFor(db, programme.bodyId, day)
  const blocs = await reportersUnder(db, { placeId: programme.placeId, organisation: 'mobilisationBloc', day })
  const lines = blocs.filter((one) => one.body !== upper).map((one) => ({ body: one.body, to: upper }))
  if (lines.length === 0) return []
  const head = { key: 'CT-tonghop', name: 'Tổng hợp của khối dân vận' }
  const id = await putForm(db, {
    ...head,
    body: programme.bodyId,
    calendar: programme.calendarId!,
    kind: 'summary',
    needsDecision: false,
    rows: [],
    checks: [],
  })
  if (!id) return []
  await attachForm(db, programme.id, id)
  return [
    { ...head, form: id, rows: 0, assigned: await insertDuties(db, { formId: id, lines, validFrom: null }), left: [] },
  ]
}

async function refreshOpenPeriods(context: WriteContext, calendarId: Id<'reporting_calendar'>): Promise<void> {
  const entryKind = await entryKindOf(context.db, calendarId)
  for (const period of await periodsOf(context.db, calendarId))
    if (period.kind === entryKind) await refreshPeriod(context.db, { periodId: period.id, day: period.endsOn })
}
