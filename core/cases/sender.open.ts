// A sender proves that it is his own by code and secret; each wrong guess makes the next wait.
import { z } from 'zod'
import { claimGuess } from '../people/slow-down.ts'
import type { WriteContext } from '../shared/operation.ts'
import { conflict, notFound, ok, type Result } from '../shared/result.ts'
import { asTyped, fits } from './receipt.ts'
import type { Submission } from './submission.ts'
import { whyNot, type Move } from './submission.moves.ts'
import { standingOf } from './submission.steps.ts'
import * as store from './submission.store.ts'

export const keySchema = {
  code: z.string().max(40).meta({ description: 'mã tra cứu trên biên nhận' }),
  secret: z.string().max(60).meta({ description: 'khoá trên biên nhận' }),
}
type Keys = { code: string; secret: string }

/** The submission of the code, locked, when the secret fits; each wrong guess makes the next wait. */
export async function open(context: WriteContext, { code, secret }: Keys): Promise<Result<Submission>> {
  const { app, db, actor } = context
  const typed = asTyped(code)
  const network = actor.kind === 'anonymous' ? (actor.network ?? null) : null
  const claim = await claimGuess(app, { what: 'submission', code: typed, network })
  if (claim.wait > 0) return waitFor(claim.wait)
  const found = await store.findByCode(db, typed)
  if (!found || !fits(app, asTyped(secret), found.secretHash)) return wrongKeys
  await claim.forgive()
  return ok((await store.lockSubmission(db, found.id))!)
}

export async function beginAsSender(context: WriteContext, keys: Keys, move: Move): Promise<Result<Submission>> {
  const opened = await open(context, keys)
  if (!opened.ok) return opened
  return whyNot(['sender'], move, await standingOf(context.db, opened.value)) ?? opened
}

const wrongKeys = notFound(
  'wrong-keys',
  'Mã tra cứu hoặc khoá chưa đúng. Xem lại trên biên nhận; mất biên nhận thì hỏi nơi đã nhận để được cấp lại.',
  'Code or secret is wrong. Look at your receipt; if you lost it, ask the desk for a new one.',
)
const waitFor = (seconds: number) =>
  conflict(
    'slower',
    `Đã thử sai nhiều lần. Hãy chờ ${seconds} giây rồi thử lại.`,
    `Too many wrong tries. Wait ${seconds} seconds.`,
  )
