// The unit of the system: one thing that can be asked, with its address, who may ask, and what goes in and out.
// Three doors open on it: a form action, the REST API and the command line; the OpenAPI document is printed from it.
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import type { App } from '../app.ts'
import type { Tables } from '../db/schema.ts'
import type { Actor, Role } from './actor.ts'
import { dayAt, type Day } from './day.ts'
import { recordEvent, type EventLine } from './event.ts'
import { putInOutbox, type Message } from './outbox.ts'
import { forbidden, invalid, ok, type Problem, type Result } from './result.ts'
import { storable } from './text.ts'
import { sentenceOfIssue } from './zod-sentences.ts'

/** Who may ask at all. What he may do to this very thing is decided by the noun's `whyNot`. */
export type Who = 'anyone' | 'signedIn' | { roles: readonly Role[] }

/** A handle that only reads: a read-only transaction with one snapshot. */
export type ReadDb = Kysely<Tables>

interface Common {
  app: App
  actor: Actor
  now: Date
  /** Today in Vietnam. */
  today: Day
}
export interface ReadContext extends Common {
  db: ReadDb
}
export interface WriteContext extends Common {
  db: Transaction<Tables>
  /** One line in the event table; every save writes one. */
  record(line: EventLine): Promise<void>
  /** One message in the outbox, gone with the save when it is undone. */
  tell(message: Message): Promise<void>
}

interface Described<I extends z.ZodType, O extends z.ZodType> {
  /** `noun.verb`, the name in the logs, the matrix and the command line. */
  name: string
  summary: string
  who: Who
  input: I
  output: O
  /**
   * Over HTTP bytes go out: of the kept file the answer names (`sha256`, `mediaType`, `fileName`), or those in the answer
   * itself (`content`, `mediaType`, `fileName`), which lie nowhere in clear.
   */
  sends?: 'file' | 'content'
}

export interface ReadDefinition<I extends z.ZodType, O extends z.ZodType> extends Described<I, O> {
  http: { method: 'GET'; path: `/${string}` }
  run(context: ReadContext, input: z.output<I>): Promise<Result<z.input<O>>>
}

export interface WriteDefinition<I extends z.ZodType, O extends z.ZodType, Ahead = undefined> extends Described<I, O> {
  http: { method: 'POST' | 'PUT' | 'DELETE'; path: `/${string}` }
  /** Long work on the input that needs no database, as looking through files: done before a connection is taken. */
  ahead?(common: Common, input: z.output<I>): Promise<Result<Ahead>>
  run(context: WriteContext, input: z.output<I>, ahead: Ahead): Promise<Result<z.input<O>>>
}

export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Described<I, O> {
  http: { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: `/${string}` }
  /** Checks who, parses the input, opens the transaction, runs, logs one line. */
  ask(app: App, actor: Actor, input: unknown): Promise<Result<z.output<O>>>
}

/** An operation that only asks: `run` gets a read-only snapshot. */
export function reading<I extends z.ZodType, O extends z.ZodType>(definition: ReadDefinition<I, O>): Operation<I, O> {
  return describe(definition, async (common, input) =>
    common.app.readDb
      .transaction()
      .setAccessMode('read only')
      .setIsolationLevel('repeatable read')
      .execute((db) => definition.run({ ...common, db }, input)),
  )
}

/** An operation that changes something: `run` gets a transaction, undone whole when it refuses or throws. */
export function writing<I extends z.ZodType, O extends z.ZodType, Ahead = undefined>(
  definition: WriteDefinition<I, O, Ahead>,
): Operation<I, O> {
  return describe(definition, async (common, input) => {
    const ahead = definition.ahead ? await definition.ahead(common, input) : ok(undefined as Ahead)
    if (!ahead.ok) return ahead
    const refused = new Error('refused')
    let result: Result<z.input<O>> | undefined
    try {
      await common.app.db.transaction().execute(async (db) => {
        const record = (line: EventLine) => recordEvent(db, common.actor, common.now, line)
        const tell = (message: Message) => putInOutbox(db, common.now, message)
        result = await definition.run({ ...common, db, record, tell }, input, ahead.value)
        if (!result.ok) throw refused
      })
    } catch (error) {
      if (error !== refused) throw error
    }
    return result!
  })
}

function describe<I extends z.ZodType, O extends z.ZodType>(
  definition: Described<I, O> & { http: Operation['http'] },
  perform: (common: Common, input: z.output<I>) => Promise<Result<z.input<O>>>,
): Operation<I, O> {
  const { name, summary, who, input, output, sends, http } = definition
  return { name, summary, who, input, output, ...(sends && { sends }), http, ask }

  async function ask(app: App, actor: Actor, raw: unknown): Promise<Result<z.output<O>>> {
    const started = performance.now()
    const now = app.clock()
    const answer = await answerTo({ app, actor, now, today: dayAt(now) }, raw)
    app.log.info({
      operation: name,
      actor: actor.kind === 'person' ? actor.personId : actor.kind,
      answer: answer.ok ? 'ok' : answer.refusal.code,
      ms: Math.round(performance.now() - started),
    })
    return answer
  }

  async function answerTo(common: Common, raw: unknown): Promise<Result<z.output<O>>> {
    const refusal = whyNotAsk(common.actor, who, http.method)
    if (refusal) return refusal
    const parsed = input.safeParse(storable(raw ?? {}), { reportInput: true })
    if (!parsed.success) return invalid(problemsOf(parsed.error, raw))
    const result = await perform(common, parsed.data)
    return result.ok ? { ok: true, value: output.parse(result.value) } : result
  }
}

/** Why this actor may not ask at all, or null. */
export function whyNotAsk(actor: Actor, who: Who, method: string) {
  if (actor.kind === 'operator') return null
  if (actor.kind === 'person' && actor.scopes && !actor.scopes.includes(method === 'GET' ? 'read' : 'write'))
    return forbidden(
      'token-scope',
      'Mã truy cập này không được phép làm việc đó. Hãy tạo mã có quyền phù hợp.',
      'This token does not have the scope for that. Create one that does.',
    )
  if (who === 'anyone') return null
  if (actor.kind === 'anonymous')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  if (who === 'signedIn') return null
  return actor.roles.some((held) => who.roles.includes(held.role))
    ? null
    : forbidden(
        'role-needed',
        'Vai trò hiện nay của đồng chí không làm được việc này. Hãy liên hệ quản trị nếu cần.',
        'Your present role does not allow this. Ask an administrator if you need it.',
      )
}

function problemsOf(error: z.ZodError, raw: unknown): Problem[] {
  return error.issues.map((issue) => ({
    field: issue.path.join('.'),
    code: issue.code ?? 'invalid',
    sentence: sentenceOfIssue(issue, valueAt(raw, issue.path) === undefined),
  }))
}

/** A number that was not typed has become NaN by the time it is refused; it is missing, not “no number”. */
function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], raw)
}
