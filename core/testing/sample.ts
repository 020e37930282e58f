// The sample as tests meet it: its programme, its people as actors, its bodies by name.
import type { App } from '../app.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { listAll } from '../programmes/programme.operations.ts'
import { work } from '../programmes/entries/work.operations.ts'
import { operator } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must } from '../shared/result.ts'

export async function programme42(app: App): Promise<Id<'programme'>> {
  const { programmes } = must(await listAll.ask(app, operator, { number: '42-CTr/HU' }))
  return programmes[0]!.id as Id<'programme'>
}

export const as = (app: App, username: string) => actorOfPerson(app, username)

/** Where a person's own form of a period is: the ids its address is made of. */
export async function formOf(app: App, username: string, { form, year }: { form: string; year: string }) {
  const { toFill } = must(await work.ask(app, await as(app, username), {}))
  const line = toFill.find((one) => one.formKey === form && one.periodKey === year)
  if (!line) throw new Error(`${username} has no form ${form} of ${year}`)
  return { at: { body: line.body, form: line.form, period: line.period }, line }
}
