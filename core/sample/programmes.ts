// The programmes of the five pages: texts from the pages' facts, targets of 42-CTr/HU, forms and who owes them.
import { readFileSync } from 'node:fs'
import { attach, assign, put as putForm } from '../programmes/forms/form.operations.ts'
import { setLine } from '../programmes/lines/line.set.operations.ts'
import { create, issue, setTexts } from '../programmes/programme.operations.ts'
import { put as putTarget } from '../programmes/targets/target.operations.ts'
import type { Id } from '../shared/id.ts'
import type { VinhCuu } from './bodies.ts'
import {
  formF1,
  formF2,
  formF3,
  formF4,
  formF5,
  organisationsOfF1,
  type FormInput,
  type OrganisationOfF1,
} from './forms.ts'
import { ask, type Stage } from './steps.ts'
import { targets42 } from './targets.ts'

interface Page {
  seed: string
  documents: { kind: string; number: string | null; date: string | null; issuer: string | null; about: string | null }[]
  programme: Record<string, unknown>
  tasks?: { no: number; short: string; text: string }[]
  events: { tasks?: string[]; conclusions?: { by: string; items: string[] }[] }[]
  mottos: { text: string }[]
}

const file = new URL('./data/pages.json', import.meta.url)
const pages = (JSON.parse(readFileSync(file, 'utf8')) as { scenarios: Page[] }).scenarios

export function pageOf(seed: string): Page {
  return pages.find((page) => page.seed === seed)!
}

export interface NewProgramme {
  seed: string
  body: Id<'body'>
  year: number
  title: string
  number?: string | null
  issuedOn?: string | null
  motto?: string | null
  calendar: Id<'reporting_calendar'>
  themes?: { scope: string | null; text: string }[]
  tasks: { no: number; short: string; text: string }[]
  sourceNote: string
}

/** A programme with the documents and texts of its page, still a draft. Answers its id and version. */
export async function makeProgramme(stage: Stage, made: NewProgramme) {
  const { seed, tasks, themes = [], ...head } = made
  const { programme } = await ask(stage, create, { ...head, public: true, illustrative: true })
  const documents = pageOf(seed).documents.map(({ date, ...document }) => ({ ...document, issuedOn: date }))
  const texts = { programme, expectedVersion: 1, documents, themes, tasks }
  const { version } = await ask(stage, setTexts, texts)
  return { programme: programme as Id<'programme'>, version }
}

/** The sentences of a page as task groups, the first words as their short name. */
export function tasksFrom(sentences: readonly string[]) {
  return sentences.map((text, i) => ({ no: i + 1, short: firstWords(text), text }))
}

function firstWords(text: string): string {
  const words = text.split(' ')
  const short = words.slice(0, 12).join(' ')
  return short[0]!.toUpperCase() + short.slice(1) + (words.length > 12 ? '…' : '')
}

export interface Forms {
  programme: Id<'programme'>
  f1: Record<OrganisationOfF1, Id<'form'>>
  f2: Id<'form'>
  f3: Id<'form'>
  f4: Id<'form'>
  f5: Id<'form'>
}

export async function makeProgramme42(stage: Stage, at: VinhCuu, calendar: Id<'reporting_calendar'>): Promise<Forms> {
  stage.on('2023-03-01')
  const page = pageOf('001')
  const made = await makeProgramme(stage, {
    seed: '001',
    body: at.committee,
    year: 2023,
    title: 'Chương trình công tác dân vận năm 2023',
    number: '42-CTr/HU',
    issuedOn: '2023-03-03',
    motto: page.mottos[0]!.text,
    calendar,
    tasks: page.tasks!.map(({ no, short, text }) => ({ no, short, text })),
    sourceNote: 'Theo trang thông tin điện tử huyện Vĩnh Cửu, tháng 3/2023. Nguồn: UBND huyện Vĩnh Cửu.',
  })
  let { version } = made
  const { programme } = made
  for (const target of targets42)
    ({ version } = await ask(stage, putTarget, { programme, expectedVersion: version, ...target }))
  const addForm = async (form: FormInput): Promise<Id<'form'>> => {
    const { form: id } = await ask(stage, putForm, { body: at.committee, calendar, ...form })
    ;({ version } = await ask(stage, attach, { programme, expectedVersion: version, form: id }))
    return id as Id<'form'>
  }
  const f1 = {} as Forms['f1']
  for (const organisation of Object.keys(organisationsOfF1) as OrganisationOfF1[])
    f1[organisation] = await addForm(formF1(organisation))
  const forms = {
    programme,
    f1,
    f2: await addForm(formF2()),
    f3: await addForm(formF3()),
    f4: await addForm(formF4()),
    f5: await addForm(formF5()),
  }
  await assignDuties(stage, at, forms)
  stage.on('2023-03-03')
  await ask(stage, issue, { programme, expectedVersion: version })
  return forms
}

async function assignDuties(stage: Stage, at: VinhCuu, forms: Forms): Promise<void> {
  const communes = [...at.communes.values()]
  const toBloc = (organisation: string) =>
    communes.map(({ bodies }) => ({ body: bodies.get(organisation)!, to: bodies.get('mobilisationBloc')! }))
  for (const [organisation, form] of Object.entries(forms.f1))
    await ask(stage, assign, { form, lines: toBloc(organisation) })
  await ask(stage, setLine, { form: forms.f1.farmersUnion, way: 'body', line: at.farmers })
  await ask(stage, assign, { form: forms.f2, lines: toBloc('fatherlandFront') })
  const toBoard = communes.map(({ bodies }) => ({ body: bodies.get('mobilisationBloc')!, to: at.board }))
  await ask(stage, assign, { form: forms.f3, lines: toBoard })
  await ask(stage, assign, { form: forms.f4, lines: [{ body: at.labour, to: at.board }] })
  await ask(stage, assign, { form: forms.f5, lines: [{ body: at.steering, to: at.board }] })
}
