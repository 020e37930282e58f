// Signing in with a passkey: no user name, no password, no second step.
import type { App } from '../../app.ts'
import { conflict, forbidden, ok, type Result } from '../../shared/result.ts'
import { storable } from '../../shared/text.ts'
import { arrive, type SignInDone } from '../sign-in.arrive.ts'
import { beginStep, endStep, noStepCookie, stepKeyOf } from '../sign-in.step.ts'
import { counterOf, requestOptions } from './passkey.check.ts'
import { countUse, passkeyByCredential } from './passkey.store.ts'
import { partyOf } from './passkey.ts'

/** What the script of the sign-in page hands to the browser. */
export async function offerPasskey(app: App): Promise<Result<{ options: object; setCookie: string[] }>> {
  const party = partyOf(app.origin)
  if (!party) return noPasskeysHere
  const options = await requestOptions(party)
  const { challenge } = options
  const { cookie } = await beginStep(app, 'passkey', { personId: null, facts: { challenge } })
  return ok({ options, setCookie: [cookie] })
}

/** `response` is JSON, as the browser wrote it. */
export async function signInByPasskey(
  app: App,
  { response: text, headers }: { response: string; headers: Headers },
): Promise<Result<SignInDone>> {
  const party = partyOf(app.origin)
  if (!party) return noPasskeysHere
  const response = readJson(text)
  const step = await endStep(app, 'passkey', stepKeyOf(app, 'passkey', headers)) // once: nothing is answered twice
  if (!step || step.personId !== null) return passkeyOld
  const credential = typeof response?.id === 'string' ? await passkeyByCredential(app.db, response.id) : undefined
  if (!credential) return passkeyUnknown
  const challenge = String(step.facts.challenge)
  const counter = await counterOf(response, { party, challenge, credential })
  if (counter === null) return passkeyUnknown
  await countUse(app.db, { credentialId: credential.credentialId, counter, at: app.clock() })
  const { personId, id: passkeyId } = credential
  const arrived = await arrive(app, { personId, passkeyId, way: 'passkey', strong: true, remember: false, headers })
  if (!arrived.ok) return arrived
  return ok({ ...arrived.value, setCookie: [...arrived.value.setCookie, noStepCookie(app, 'passkey')] })
}

/** null: not JSON, or no object. */
export function readJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (storable(value) as Record<string, unknown>) : null
  } catch {
    return null
  }
}

export const noPasskeysHere = conflict(
  'no-passkeys-here',
  'Địa chỉ của hệ thống này là một dãy số nên khoá đăng nhập không dùng được. Hãy đăng nhập bằng tên và mật khẩu.',
  'The address of this platform is a number, to which no passkey can belong. Sign in with your user name and password.',
)

export const passkeyOld = conflict(
  'passkey-old',
  'Lần này đã quá lâu hoặc đã dùng rồi. Hãy bấm lại từ đầu.',
  'This took too long or was used before. Please begin again.',
)

const passkeyUnknown = forbidden(
  'passkey-unknown',
  'Khoá đăng nhập này không mở được tài khoản nào ở đây; có lẽ đã bị gỡ. Hãy đăng nhập bằng tên và mật khẩu.',
  'This passkey opens no account here; perhaps it was removed. Sign in with your user name and password.',
)
