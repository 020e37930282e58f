// Đông Hà (all wards merged whole) and Hoàng Mai (all wards divided): a few invented counts to show what carries over.
import { createForPlaces } from '../bodies/body.create-for-places.ts'
import { acceptEntry, submitEntry } from '../programmes/entries/entry.operations.ts'
import { assign, attach, put } from '../programmes/forms/form.operations.ts'
import { periodsOf } from '../programmes/forms/form.store.ts'
import type { Id } from '../shared/id.ts'
import { body } from './bodies.ts'
import { makePerson } from './people.ts'
import { ask, type Stage } from './steps.ts'
import type { Scene } from './year.ts'

export interface Reformed {
  committee: Id<'body'>
  board: Id<'body'>
  place: Id<'place'>
  /** “quận Hoàng Mai”, as inside a name. */
  name: string
  /** In the names of its accounts: danvan.dongha. */
  slug: string
  programme: Id<'programme'>
  version: number
  year: number
}

/** Women's unions of the wards report eligible women and members, sent to the mobilisation board. */
export async function playReform(scene: Scene, at: Reformed): Promise<{ version: number }> {
  const { stage, calendar } = scene
  const { place, committee, programme } = at
  stage.on(`${at.year}-03-01`)
  await body(stage, { organisation: 'womensUnion', name: `Hội Liên hiệp Phụ nữ ${at.name}`, placeId: place })
  const wards = { organisation: 'womensUnion', namePattern: 'Hội Liên hiệp Phụ nữ {place}' }
  const { created } = await ask(stage, createForPlaces, { ...wards, underPlaceId: place, validTo: '2025-06-30' })
  const rows = [
    { count: 'eligible', organisation: 'womensUnion', label: 'Phụ nữ trong diện tập hợp' },
    { count: 'members', organisation: 'womensUnion', label: 'Hội viên cuối kỳ' },
  ]
  const form = { body: committee, calendar, key: 'MH-PN', name: 'Biểu minh hoạ – Hội Liên hiệp Phụ nữ cấp phường' }
  const { form: formId } = await ask(stage, put, { ...form, rows, checks: [] })
  const { version } = await ask(stage, attach, { programme, expectedVersion: at.version, form: formId })
  const lines = created.map((ward) => ({ body: ward.bodyId, to: at.board }))
  await ask(stage, assign, { form: formId, lines })
  const people = await makePeople(stage, { ...at, wards: created })
  const period = (await periodsOf(stage.app.db, calendar)).find((one) => one.key === String(at.year))!.id
  for (const [i, ward] of created.entries()) {
    stage.on(`${at.year}-12-15`, '10:00')
    const values = [2400 + 130 * i, 1900 + 95 * i].map((value, row) => ({ no: row + 1, value }))
    const entry = { form: formId, body: ward.bodyId, period, expectedVersion: 0, rows: values }
    const sent = await ask(stage, submitEntry, { as: people.reporters[i]!, ...entry })
    await ask(stage, acceptEntry, { as: people.officer, id: sent.entry, expectedVersion: sent.version })
  }
  return { version }
}

/** A chairwoman in every ward and an officer who accepts; every figure has somebody behind it. */
async function makePeople(stage: Stage, at: Reformed & { wards: { bodyId: number; name: string }[] }) {
  const from = `${at.year - 2}-01-01`
  const officer = { username: `danvan.${at.slug}`, name: `Chuyên viên Ban Dân vận ${at.name}`, from }
  const reporters = []
  for (const ward of at.wards) {
    const place = ward.name.replace('Hội Liên hiệp Phụ nữ ', '')
    const person = { username: `phunu.${ward.bodyId}`, name: `Chủ tịch Hội Phụ nữ ${place}`, from }
    reporters.push(await makePerson(stage, { ...person, role: 'reporter', bodyId: ward.bodyId as Id<'body'> }))
  }
  return { officer: await makePerson(stage, { ...officer, role: 'officer', bodyId: at.board }), reporters }
}
