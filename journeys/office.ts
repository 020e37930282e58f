// A service of an office that has its own provider of identities: both started by the commands people use.
import { join } from 'node:path'
import { clientId, clientSecret, openIdentityServer, type IdentityServer } from '../core/testing/identity-server.ts'
import { freePort, openServiceAt, type Platform } from './platform.ts'

export interface Office {
  origin: string
  /** The link of the first set-up. */
  setup: string
  provider: IdentityServer
  stop(): Promise<void>
}

/** On localhost: a browser gives no passkey to a number. */
export async function openOffice(): Promise<Office> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const provider = await openIdentityServer(`${origin}/dang-nhap/co-quan/ve`)
  const folder = join(process.env.JOURNEYS_FOLDER!, 'office')
  const service: Platform = await openServiceAt(origin, folder, {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    OIDC_NAME: 'tài khoản công vụ',
  })
  const stop = async () => {
    try {
      await service.stop()
    } finally {
      await provider.stop()
    }
  }
  return { origin, setup: service.environment.JOURNEYS_SETUP!, provider, stop }
}
