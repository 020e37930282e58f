// What is kept beside models is what a slow count says, whatever happened to them and by two at once; what is shown is found at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openApp } from '../app.ts'
import { anonymous, operator } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { gallery, map } from './gallery.operations.ts'
import { publicCards } from './gallery.store.ts'
import { app, ask, bloc, decision, done, modelIn, photo, scoresFor, seenBy, told, women } from './model.cast.ts'
import { statistics } from './statistics.operations.ts'
import { sumDifferences } from './sums.check.store.ts'
import { verifyModels } from './verify.ts'

/** Another process over the same database: what this one keeps must not outlive what that one does. */
const other = openApp({ databaseUrl: app.databaseUrl, poolSize: 2, clock: app.clock })

const summary = 'Ven kênh từng là nơi đổ rác; nay 200 hộ chăm hơn một cây số đường hoa.'
const note = 'Đã xem tại chỗ, ghi lại để theo dõi.'

/** What anybody of them may try next, in any stage: a refusal is as good, if nothing is counted by it. */
const tries: Record<string, (id: number) => Promise<[string, string, object]>> = {
  save: async () => ['hoa', 'save', { ...told, year: 2025, field: 'economy' }],
  register: async () => ['hoa', 'register', { notTheSame: true }],
  accept: async () => ['dung', 'accept', {}],
  giveBack: async () => ['dung', 'giveBack', { note }],
  start: async () => ['hoa', 'start', {}],
  evidence: async () => [
    'hoa',
    'addEvidence',
    { kind: 'photo', title: 'Bờ kênh', on: '2026-06-01', files: [photo], mayShow: true },
  ],
  selfScore: async (id) => ['hoa', 'selfScore', { scores: await scoresFor(id) }],
  inspect: async (id) => [
    'dung',
    'inspect',
    { on: '2026-06-20', team: 'Khối dân vận, MTTQ', minutes: '05/BB', scores: await scoresFor(id, 0.9) },
  ],
  recognise: async () => ['khanh', 'recognise', decision],
  recogniseEarlier: async () => ['khanh', 'recognise', { ...decision, on: '2025-05-05' }],
  recogniseHigher: async () => ['son', 'recognise', { ...decision, level: 'province', decision: '9/QĐ-UBND' }],
  refuse: async () => ['khanh', 'refuse', { note }],
  reviewThis: async () => ['dung', 'review', { year: 2026, class: 'good', note }],
  reviewLast: async () => ['dung', 'review', { year: 2025, class: 'average', note }],
  show: async () => ['dung', 'show', { summary }],
  hide: async () => ['dung', 'hide', { note }],
  end: async () => ['hoa', 'end', { note }],
  withdraw: async () => ['hoa', 'withdraw', { note }],
}

test('after whatever moves the kept sums, what is shown and every total are those of a slow count', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('draft' as const, 'registered' as const, 'selfScored' as const, 'recognised' as const),
      fc.array(fc.constantFrom(...Object.keys(tries)), { minLength: 3, maxLength: 9 }),
      async (stage, moves) => {
        const id = await modelIn(stage, { name: `Bờ kênh ${moves.length}` })
        for (const move of moves) {
          const [name, operation, input] = await tries[move]!(id)
          await ask(name, operation, { ...(await seenBy(name, id)), ...input })
        }
        await right()
      },
    ),
    { numRuns: 12, seed: 37 },
  )
})

async function right(): Promise<void> {
  assert.deepEqual((await sumDifferences(app.readDb)).sums, [])
  const shown = await app.db
    .selectFrom('model_public as p')
    .innerJoin('model as m', 'm.id', 'p.model_id')
    .select(['m.id', 'm.field', 'm.year'])
    .execute()
  for (const one of [app, other]) {
    const all = must(await gallery.ask(one, anonymous, { size: 100 }))
    assert.deepEqual(
      [all.total, all.models.map(({ id }) => id).toSorted((a, b) => a - b)],
      [shown.length, shown.map(({ id }) => id as number).toSorted((a, b) => a - b)],
    )
    const { total } = must(await gallery.ask(one, anonymous, { field: 'economy', year: 2025 }))
    assert.equal(total, shown.filter(({ field, year }) => field === 'economy' && year === 2025).length)
    assert.equal(must(await map.ask(one, anonymous, {})).total, shown.length)
    const { cells } = must(await statistics.ask(one, operator, { year: 2026 }))
    const sum = (key: 'fresh' | 'maintained' | 'ended') => cells.reduce((all, cell) => all + cell[key], 0)
    const live = await app.db.selectFrom('model').select(['first_recognised_on as first', 'ended_on']).execute()
    const ended = live.filter((model) => model.ended_on?.startsWith('2026')).length
    const fresh = live.filter((model) => model.first?.startsWith('2026') && !model.ended_on?.startsWith('2026')).length
    assert.deepEqual([sum('ended'), sum('fresh')], [ended, fresh])
  }
}

test('recognised by commune and by province at once, twice at the same moment: one model, at its highest level', async () => {
  const id = await modelIn('recognised', { name: 'Tủ sách ven kênh' })
  const higher = { ...(await seenBy('son', id)), ...decision, level: 'province', decision: '9/QĐ-UBND' }
  const answers = await Promise.all([ask('son', 'recognise', higher), ask('son', 'recognise', higher)])
  assert.deepEqual(answers.map(({ ok }) => ok).toSorted(), [false, true])
  await right()
  const ofWomen = (cells: { owner: string; level: string | null; recognised: number }[]) =>
    cells.filter(({ level }) => level === 'province').reduce((sum, cell) => sum + cell.recognised, 0)
  const { cells } = must(await statistics.ask(app, operator, { year: 2027 }))
  const models = await app.db.selectFrom('model_recognition').where('level', '=', 'province').selectAll().execute()
  assert.equal(ofWomen(cells), models.length, 'a recognised one stays recognised in the years after')
})

test('a kept sum that is wrong is named by the check, and mended', async () => {
  await modelIn('registered', { name: 'Ngõ sáng', owner: women, guide: bloc })
  await app.db.updateTable('model_sum').set({ registered: 99 }).where('registered', '>', 0).execute()
  const found = await verifyModels(app, { repair: true })
  assert.ok(found.sums.length > 0 && found.sums.every(({ kept }) => kept.startsWith('99 ')))
  assert.deepEqual((await verifyModels(app, { repair: false })).sums, [])
  await done('hoa', 'withdraw', {
    ...(await seenBy('hoa', await modelIn('registered', { name: 'Ngõ tối' }))),
    note: 'Nhập vào mô hình khác.',
  })
  await right()
})

test('page after page: every published one once, forwards and back, also when one is hidden in between', async () => {
  for (let i = 0; i < 5; i++) {
    const id = await modelIn('recognised', { name: `Đường hoa ${i}` })
    await done('dung', 'show', { ...(await seenBy('dung', id)), summary })
  }
  const page = async (at: object) => must(await gallery.ask(app, anonymous, { size: 2, q: 'duong hoa', ...at }))
  const first = await page({})
  assert.deepEqual([first.total, first.more, first.newer, first.models.length], [5, false, null, 2])
  const second = await page({ after: first.older! })
  await done('dung', 'hide', { ...(await seenBy('dung', first.models[1]!.id)), note: 'Đăng lại sau khi sửa.' })
  const third = await page({ after: second.older! })
  assert.deepEqual([third.models.length, third.older, third.total], [1, null, 4])
  const back = await page({ before: third.newer! })
  assert.deepEqual(
    back.models.map(({ id }) => id),
    second.models.map(({ id }) => id),
  )
  const front = await page({ before: back.newer! })
  assert.deepEqual([front.models.map(({ id }) => id), front.newer], [[first.models[0]!.id], null])
  const names = [...first.models, ...second.models, ...third.models].map(({ name }) => name)
  const asked = { q: 'duong hoa', from: null, newer: false, size: 3 }
  assert.deepEqual(
    await publicCards(app.readDb, { ...asked, common: true }),
    await publicCards(app.readDb, { ...asked, common: false }),
    'words that many hold are found in another way, and the same is found',
  )
  assert.equal(new Set(names).size, 5)
})
