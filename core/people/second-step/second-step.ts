// The second step at the door: after the password, six digits from the phone or a code from paper.
import type { App } from '../../app.ts'
import { recordEvent } from '../../shared/event.ts'
import type { Id } from '../../shared/id.ts'
import { conflict, invalid, ok, problem, type Result } from '../../shared/result.ts'
import { deviceHashOf } from '../cookies.ts'
import { personById } from '../person.store.ts'
import { policyOf } from '../policy.store.ts'
import { unseal } from '../seal.ts'
import { asPerson, enter, type SignInDone, type Way } from '../sign-in.arrive.ts'
import { tryLater } from '../sign-in.begin.ts'
import { endStep, noStepCookie, stepKeyOf, stepOf } from '../sign-in.step.ts'
import { isKnownDevice } from '../sign-in.store.ts'
import { claimSecondStep } from '../slow-down.ts'
import { recoveryHash, timeStepOf } from './code.ts'
import { secondStepOf, takeTimeStep, useRecoveryCode } from './second-step.store.ts'

export interface SecondStepTry {
  /** Six digits; with `recovery` a code from paper. */
  code: string
  recovery?: boolean
  /** This device is not asked again for some days. */
  trust?: boolean
  headers: Headers
}

/** What the page of the second step shows, or null when no sign-in is under way in this browser. */
export async function secondStepAsked(app: App, headers: Headers): Promise<{ trustedDeviceDays: number } | null> {
  const step = await stepOf(app, 'secondStep', stepKeyOf(app, 'secondStep', headers))
  return step ? { trustedDeviceDays: (await policyOf(app.db)).trustedDeviceDays } : null
}

export async function passSecondStep(app: App, tried: SecondStepTry): Promise<Result<SignInDone>> {
  const { headers } = tried
  const key = stepKeyOf(app, 'secondStep', headers)
  const step = await stepOf(app, 'secondStep', key)
  const person = step?.personId && (await personById(app.db, step.personId))
  if (!step || !person) return stepGone
  const device = deviceHashOf(app, headers)
  const known = device !== null && (await isKnownDevice(app.db, person.username, device))
  const claim = await claimSecondStep(app, person.username, known ? device : null)
  if (claim.wait > 0) return tryLater(claim.wait)
  const taken = await takeCode(app, person.id, tried)
  if (taken !== 'taken') return refusals[taken]
  await claim.forgive()
  if (!(await endStep(app, 'secondStep', key))) return stepGone
  const { way, remember } = step.facts as { way: Way; remember: boolean }
  const by = tried.recovery ? 'recoveryCode' : 'code'
  const entered = await enter(app, {
    ...{ personId: person.id, way, strong: true, remember, headers, by, trust: tried.trust ?? false },
  })
  if (!entered.ok) return entered
  return ok({ ...entered.value, setCookie: [...entered.value.setCookie, noStepCookie(app, 'secondStep')] })
}

type Taken = 'taken' | 'wrong' | 'used' | 'unreadable'

/** Of the same code sent twice at once, one is taken. */
async function takeCode(app: App, id: Id<'person'>, { code, recovery }: SecondStepTry): Promise<Taken> {
  const now = app.clock()
  return app.db.transaction().execute(async (tx) => {
    const kept = await secondStepOf(tx, id)
    if (!kept?.secret) return 'wrong'
    const taken = recovery
      ? (await useRecoveryCode(tx, id, { hash: recoveryHash(app, id, code), now })) || 'wrong'
      : await takeDigits(code)
    if (taken === 'wrong') await recordEvent(tx, asPerson(id), now, { noun: 'person', id, move: 'wrongSecondStep' })
    return taken === true ? 'taken' : taken

    async function takeDigits(typed: string): Promise<true | Taken> {
      const secret = keyOf(app, id, kept!.secret!)
      if (secret === null) return 'unreadable'
      const at = timeStepOf(secret, typed.replaceAll(/\D/g, ''), now)
      if (at === null) return 'wrong'
      return (await takeTimeStep(tx, id, at)) || 'used'
    }
  })
}

/** null: sealed with another SECRET, as after a restore without it. */
export function keyOf(app: App, id: Id<'person'>, sealed: Uint8Array): Buffer | null {
  try {
    return unseal(app, sealedFor(id), sealed)
  } catch {
    return null
  }
}

/** A key copied to the row of another person does not open. */
export const sealedFor = (id: Id<'person'>) => `second step ${id}`

const stepGone = conflict(
  'step-gone',
  'Lần đăng nhập này đã quá lâu hoặc đã xong. Hãy đăng nhập lại từ đầu.',
  'This sign-in has taken too long or is over. Please sign in again.',
)

const wrongCode = (vi: string, en: string) => invalid([problem('code', 'wrong-code', vi, en)], 'wrong-code')

export const refusals: Record<Exclude<Taken, 'taken'>, ReturnType<typeof invalid>> = {
  wrong: wrongCode(
    'Mã không đúng. Hãy xem mã đang hiện trên điện thoại và kiểm tra giờ của điện thoại; mã dự phòng chỉ dùng được một lần.',
    'The code is wrong. Look at the code shown now and check the clock of the phone; a recovery code works once.',
  ),
  used: wrongCode(
    'Mã này đã dùng rồi. Hãy chờ mã tiếp theo hiện ra, không quá nửa phút.',
    'This code was used already. Wait for the next one, half a minute at most.',
  ),
  unreadable: wrongCode(
    'Máy chủ không mở được khoá của bước hai vì SECRET đã đổi. Hãy nhờ quản trị gỡ bước hai rồi đặt lại.',
    'The server cannot open the key of the second step because SECRET has changed. Ask an administrator to reset it.',
  ),
}
