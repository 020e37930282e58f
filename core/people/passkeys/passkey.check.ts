// What a passkey says is checked by the library: challenge, address, signature, and that its owner has shown himself.
import { createHmac } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { App } from '../../app.ts'
import type { Id } from '../../shared/id.ts'
import type { Credential } from './passkey.store.ts'
import type { Party } from './passkey.ts'

/** It takes 0.3 s to load: only who uses passkeys waits for it. */
const library = () => import('@simplewebauthn/server')

interface Owner {
  id: Id<'person'>
  username: string
  name: string
}

export async function creationOptions(
  app: App,
  party: Party,
  { owner, known }: { owner: Owner; known: readonly Credential[] },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await library()
  return generateRegistrationOptions({
    rpName: 'Đồng Thuận',
    rpID: party.id,
    userName: owner.username,
    userDisplayName: owner.name,
    // Says nothing to who reads the phone; the same each time, so that a phone keeps one key for one person.
    userID: Uint8Array.from(createHmac('sha256', app.secret).update(`passkey ${owner.id}`).digest()),
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    // Found without a user name, and opened by finger, face or PIN: that is why it is two things in one.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

export async function requestOptions(party: Party): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await library()
  return generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' })
}

/** The new key, or null when what came does not prove it. */
export async function newCredential(
  response: unknown,
  { party, challenge }: { party: Party; challenge: string },
): Promise<Credential | null> {
  const { verifyRegistrationResponse } = await library()
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      requireUserVerification: true,
    })
    if (!registrationInfo) return null
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    return { credentialId: id, publicKey, counter, transports }
  } catch {
    return null
  }
}

/** How often the key says it was used, or null when what came is not by this key, now, for us. */
export async function counterOf(
  response: unknown,
  { party, challenge, credential }: { party: Party; challenge: string; credential: Credential },
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await library()
  const { credentialId: id, publicKey, counter, transports } = credential
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id, publicKey: Uint8Array.from(publicKey), counter, transports },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}
