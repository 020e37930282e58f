// Which of the cases of November 2026 their desks showed to everybody, from data/published-2026.json.
import { readFileSync } from 'node:fs'
import { publish } from '../cases/publish/publication.operations.ts'
import { queue } from '../cases/queue.operations.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { ask, type Stage } from './steps.ts'

interface Told {
  published: { desk: string; find: string; on: string; text: string; answer: string }[]
}

export async function showCases(stage: Stage): Promise<void> {
  const told = JSON.parse(readFileSync(new URL('./data/published-2026.json', import.meta.url), 'utf8')) as Told
  for (const { desk, find, on, text, answer } of told.published) {
    stage.on(on, '16:00')
    const as = await actorOfPerson(stage.app, `tiepdan.${desk}`)
    const found = []
    for (const box of ['all', 'finished'] as const) found.push(...(await ask(stage, queue, { as, box, q: find })).lines)
    if (found.length !== 1) throw new Error(`not one case at ${desk}: ${find}`)
    await ask(stage, publish, { as, id: found[0]!.id, expectedVersion: 0, text, answer })
  }
}
