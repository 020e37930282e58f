// A commendation as an Open Badges 3.0 credential, and the list of those revoked: what is said, before it is signed. Pure.
import { gzipSync } from 'node:zlib'

export interface Honour {
  id: number
  code: string
  /** When a correction began this edition; null: the first, as it was decided. */
  correctedAt: Date | null
  /** Of the first edition the number of the nominee, of others their own, counted behind `firstCorrected`. */
  entry: number
  kind: 'collective' | 'person'
  name: string
  unit: string
  form: string
  formKey: string
  basis: string
  occasion: string
  number: string
  on: string
  signerPost: string
  bodyId: number
  body: string
}

const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json']
/** By which others check its shape (Open Badges 3.0, CredentialSchema); named, never fetched from here. */
const schema = {
  id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
  type: '1EdTechJsonSchemaValidator2019',
}
/** Bits of one list; the specification asks for this many at least, so that an entry tells nothing by itself. */
export const listLength = 131_072

export const addressesAt = (origin: string) => ({
  check: (code: string) => `${origin}/khen-thuong/kiem-tra/${code}`,
  credential: (code: string) => `${origin}/api/public/commendations/${code}/credential`,
  issuer: (body: number) => `${origin}/api/public/credential-issuers/${body}`,
  key: (kid: string) => `${origin}/api/public/credential-keys/${kid}`,
  status: (list: number) => `${origin}/api/public/credential-status/${list}`,
})

/** Lists from here on are of credentials given after a correction. */
export const firstCorrected = 8193

export const listOf = (id: number) => Math.floor(id / listLength) + 1
const indexOf = (id: number) => id % listLength
const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000)

/** Legal days begin at midnight in Vietnam. */
const beginOf = (day: string) => `${day}T00:00:00+07:00`

export const issuerOf = ({ body, bodyId }: Pick<Honour, 'body' | 'bodyId'>, origin: string) => ({
  id: addressesAt(origin).issuer(bodyId),
  type: ['Profile'],
  name: body,
  url: `${origin}/don-vi/${bodyId}`,
})

/** The payload of the JWT is the credential itself, with the registered claims beside (Open Badges 3.0, section 8.2). */
export function credentialOf(honour: Honour, origin: string): Record<string, unknown> {
  const at = addressesAt(origin)
  const issuer = issuerOf(honour, origin)
  const corrected = honour.correctedAt?.toISOString().replace(/\.\d+Z$/, 'Z')
  const list = at.status(listOf(honour.entry) + (corrected ? firstCorrected - 1 : 0))
  const id = at.credential(honour.code)
  // Of two with one id the later `validFrom` is the newer one; the day it was awarded stands beside.
  const [awarded, from] = [beginOf(honour.on), corrected ?? beginOf(honour.on)]
  return {
    '@context': contexts,
    ...{ id, type: ['VerifiableCredential', 'OpenBadgeCredential'], name: `${honour.form}: ${honour.name}` },
    issuer,
    ...{ validFrom: from, awardedDate: awarded },
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: honour.name, identityType: 'name' }],
      achievement: {
        id: `${at.issuer(honour.bodyId)}#${honour.formKey}`,
        type: ['Achievement'],
        achievementType: 'Award',
        name: honour.form,
        description: honour.occasion,
        criteria: { narrative: honour.basis },
      },
    },
    evidence: [
      {
        ...{ id: at.check(honour.code), type: ['Evidence'], name: `Quyết định ${honour.number}` },
        narrative: [honour.unit, `${honour.signerPost} ký ngày ${honour.on}`].filter(Boolean).join('; '),
      },
    ],
    credentialStatus: {
      ...{ id: `${list}#${indexOf(honour.entry)}`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
      ...{ statusListIndex: String(indexOf(honour.entry)), statusListCredential: list },
    },
    credentialSchema: [schema],
    ...{ iss: issuer.id, jti: id, nbf: seconds(from), iat: seconds(from) },
  }
}

/** Bit 0 is the leftmost; packed and written as the Bitstring Status List of the W3C asks. */
export function statusListOf(list: number, revoked: readonly number[], of: { origin: string; now: Date }) {
  const bits = Buffer.alloc(listLength / 8)
  for (const id of revoked) {
    const index = indexOf(id)
    bits[index >> 3] = bits[index >> 3]! | (0x80 >> (index & 7))
  }
  const id = addressesAt(of.origin).status(list)
  const issuer = of.origin
  return {
    '@context': [contexts[0]],
    ...{ id, type: ['VerifiableCredential', 'BitstringStatusListCredential'], issuer },
    validFrom: of.now.toISOString(),
    credentialSubject: {
      ...{ id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation' },
      encodedList: `u${gzipSync(bits).toString('base64url')}`,
    },
    ...{ iss: issuer, jti: id, nbf: Math.floor(of.now.getTime() / 1000), iat: Math.floor(of.now.getTime() / 1000) },
  }
}
