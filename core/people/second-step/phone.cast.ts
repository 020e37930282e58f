// A phone of the stories: holds the key it was shown, and says the six digits of the moment.
import { TOTP } from 'otpauth'
import { app, done } from '../person.cast.ts'
import type { Actor } from '../../shared/actor.ts'
import { begin, confirm, key } from './second-step.operations.ts'

export interface Phone {
  /** The digits now, or so many seconds later. */
  code(secondsLater?: number): string
}

/** Reads the key of somebody who has just begun. */
export async function phoneOf(actor: Actor): Promise<Phone> {
  const { key: words } = await done(actor, key)
  const totp = new TOTP({ secret: words.replaceAll(' ', '') })
  return { code: (later = 0) => totp.generate({ timestamp: app.clock().getTime() + later * 1000 }) }
}

/** The whole way: a key, its first code, the codes for paper. */
export async function setUp(actor: Actor): Promise<Phone & { paper: string[] }> {
  await done(actor, begin)
  const phone = await phoneOf(actor)
  const { recoveryCodes: paper } = await done(actor, confirm, { code: phone.code() })
  return { ...phone, paper }
}
