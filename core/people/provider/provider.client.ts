// Talks to the provider: its discovery document, the address to go to, and what an answer is worth.
import type { Configuration } from 'openid-client'
import type { App, Provider } from '../../app.ts'
import { policyOf } from '../policy.store.ts'
import type { Claims } from './provider.ts'

/** What must come back from this browser for the answer to be its own. */
export interface Expected {
  state: string
  nonce: string
  verifier: string
}

export type NoAnswer = 'provider-down' | 'provider-nonsense' | 'provider-refused'

/** The document is read again after an hour, in case the provider has moved. */
const keptFor = 60 * 60_000
const known = new WeakMap<Provider, { at: number; configuration: Promise<Configuration> }>()

export const callbackPath = '/dang-nhap/co-quan/ve'

/** Where the browser goes, and what is expected of it when it comes back. */
export async function addressToAsk(
  app: App,
  provider: Provider,
): Promise<{ location: string; expected: Expected } | NoAnswer> {
  return answered(app, async () => {
    const client = await import('openid-client')
    const configuration = await configurationOf(provider)
    const verifier = client.randomPKCECodeVerifier()
    const expected = { state: client.randomState(), nonce: client.randomNonce(), verifier }
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: `${app.origin}${callbackPath}`,
      scope: scopesFor(provider, configuration),
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: expected.state,
      nonce: expected.nonce,
    })
    return { location: address.href, expected }
  })
}

/** Who came back: his claims, signed by the provider for us, for this browser, now. */
export async function claimsOf(
  app: App,
  provider: Provider,
  came: { search: string; expected: Expected },
): Promise<Claims | NoAnswer> {
  return answered(app, async () => {
    const client = await import('openid-client')
    const configuration = await configurationOf(provider)
    const { state, nonce, verifier } = came.expected
    const tokens = await client.authorizationCodeGrant(
      configuration,
      new URL(`${app.origin}${callbackPath}${came.search}`),
      { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
    )
    const claims = tokens.claims()!
    if (claims.email !== undefined || !configuration.serverMetadata().userinfo_endpoint) return { ...claims }
    const more = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
    return { ...more, ...claims } as Claims // what is signed wins
  })
}

function scopesFor(provider: Provider, configuration: Configuration): string {
  const wanted = ['openid', 'profile', ...(provider.claim === 'email' ? ['email'] : [])]
  const offered = configuration.serverMetadata().scopes_supported
  return wanted.filter((scope) => scope === 'openid' || offered?.includes(scope) !== false).join(' ')
}

function configurationOf(provider: Provider): Promise<Configuration> {
  const last = known.get(provider)
  if (last && Date.now() - last.at < keptFor) return last.configuration
  const configuration = discover(provider)
  known.set(provider, { at: Date.now(), configuration })
  configuration.catch(() => known.delete(provider)) // not down for an hour because it was down once
  return configuration
}

async function discover({ issuer, clientId, clientSecret }: Provider): Promise<Configuration> {
  const client = await import('openid-client')
  // Without TLS on this machine only: config.ts takes no other http address.
  const insecure = issuer.startsWith('http://') ? [client.allowInsecureRequests] : []
  const configuration = await client.discovery(
    new URL(issuer),
    clientId,
    { client_secret: clientSecret },
    (as, ...rest) => {
      const methods = as.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
      const way = methods.includes('client_secret_basic') ? client.ClientSecretBasic : client.ClientSecretPost
      return way(clientSecret)(as, ...rest)
    },
    { execute: [...insecure, client.enableNonRepudiationChecks] },
  )
  return configuration
}

/** In the time the policy gives; otherwise why there is no answer. What the provider said goes to the log. */
async function answered<Value>(app: App, ask: () => Promise<Value>): Promise<Value | NoAnswer> {
  const { providerSeconds } = await policyOf(app.db)
  const late = Promise.withResolvers<NoAnswer>()
  const timer = setTimeout(() => late.resolve('provider-down'), providerSeconds * 1000)
  try {
    return await Promise.race([ask(), late.promise])
  } catch (error) {
    const {
      code,
      error: said,
      message,
      cause,
    } = error as Record<'code' | 'error' | 'message', string> & {
      cause?: { code?: string }
    }
    app.log.warn({ provider: code ?? cause?.code, said, message })
    return whyNoAnswer(error)
  } finally {
    clearTimeout(timer)
  }
}

function whyNoAnswer(error: unknown): NoAnswer {
  const { code, error: said, name, cause } = error as Record<string, string> & { cause?: { status?: number } }
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR')
    return said === 'server_error' || said === 'temporarily_unavailable' ? 'provider-down' : 'provider-refused'
  if (name === 'TypeError' && (error as Error).message === 'fetch failed') return 'provider-down'
  if (code === 'OAUTH_TIMEOUT' || name === 'TimeoutError') return 'provider-down'
  return typeof cause?.status === 'number' && cause.status >= 500 ? 'provider-down' : 'provider-nonsense'
}
