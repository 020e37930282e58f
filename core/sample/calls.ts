// The call for the final report of 2023: what the blocs wrote, one returned, one still a draft, the rest silent.
import { readFileSync } from 'node:fs'
import { acceptAnswer, returnAnswer, saveAnswer, submitAnswer } from '../calls/answers/answer.operations.ts'
import { createCall } from '../calls/call.create.operations.ts'
import { editCall, issueCall } from '../calls/call.operations.ts'
import { callOutlineOf } from '../calls/outline.ts'
import type { Id } from '../shared/id.ts'
import { ask } from './steps.ts'
import type { Scene } from './year.ts'
import { year } from './year.rows.ts'

interface CallFile {
  intro: string
  sections: string[]
  answers: {
    slug: string
    ends: 'accepted' | 'submitted' | 'returned' | 'draft'
    reason?: string
    texts: Record<string, string>
  }[]
}

/** Invented like everything here, and no person in it. */
const file = JSON.parse(readFileSync(new URL('./data/call-2023.json', import.meta.url), 'utf8')) as CallFile

export async function playCall(scene: Scene): Promise<void> {
  const { stage, as } = scene
  const call = await issueIt(scene)
  for (const { slug, ends, reason, texts } of file.answers) {
    const at = { call, body: blocOf(scene, slug) }
    stage.on('2023-12-12', '14:00')
    const operation = ends === 'draft' ? saveAnswer : submitAnswer
    const sent = await ask(stage, operation, { as: as(`khoi.${slug}`), ...at, texts, expectedVersion: 0 })
    const seen = { as: as('chuyenvien'), ...at, expectedVersion: sent.version }
    stage.on('2023-12-14', '10:00')
    if (ends === 'accepted') await ask(stage, acceptAnswer, seen)
    if (ends === 'returned') await ask(stage, returnAnswer, { ...seen, reason })
  }
}

async function issueIt(scene: Scene): Promise<Id<'call'>> {
  const { stage, at, forms, as } = scene
  stage.on('2023-12-01', '08:00')
  const officer = as('chuyenvien')
  const made = await ask(stage, createCall, {
    ...{ as: officer, body: at.committee, kind: 'final', year: 2023, dueOn: '2023-12-18' },
    ...{ programme: forms.programme, illustrative: true },
  })
  const sections = callOutlineOf('final').sections.filter(({ key }) => file.sections.includes(key))
  const edited = await ask(stage, editCall, {
    ...{ as: officer, id: made.call, expectedVersion: made.version, sections, dueOn: '2023-12-18' },
    title: 'Đề cương tổng kết công tác dân vận năm 2023',
    intro: file.intro,
    organisations: ['mobilisationBloc'],
  })
  await ask(stage, issueCall, { as: as('truongban'), id: made.call, expectedVersion: edited.version })
  return made.call as Id<'call'>
}

function blocOf({ at }: Scene, slug: string): Id<'body'> {
  const { code } = year.communes.find((one) => one.slug === slug)!
  return at.communes.get(code)!.bodies.get('mobilisationBloc')!
}
