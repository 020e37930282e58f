// How pages ask: operations are called in process, in the name of the actor of the request.
import { error } from '@sveltejs/kit'
import type { Language } from '#words'
import type { App } from '@dong-thuan/core/app.ts'
import type { Actor } from '@dong-thuan/core/shared/actor.ts'
import { isNoConnection, noConnection } from '@dong-thuan/core/shared/outage.ts'
import type { Result } from '@dong-thuan/core/shared/result.ts'

/** Anything that can be asked, as core/shared/operation.ts makes it. */
export interface Askable<Value = unknown> {
  ask(app: App, actor: Actor, input: unknown): Promise<Result<Value>>
}

/** The value an operation answers with. */
export type Answer<Operation extends Askable> =
  Awaited<ReturnType<Operation['ask']>> extends Result<infer Value> ? Value : never

export type Ask = <Operation extends Askable>(
  operation: Operation,
  input?: unknown,
) => Promise<Result<Answer<Operation>>>

export function askAs(app: App, actor: Actor, language: Language): Ask {
  return (operation, input) =>
    orBusy(operation.ask(app, actor, input ?? {}), language) as Promise<Result<Answer<typeof operation>>>
}

/** Without a connection to the database: the error page with 503 and the sentence that nothing was saved. */
export async function orBusy<Value>(asked: Promise<Value>, language: Language): Promise<Value> {
  try {
    return await asked
  } catch (caught) {
    if (isNoConnection(caught)) error(503, noConnection.text[language])
    throw caught
  }
}
