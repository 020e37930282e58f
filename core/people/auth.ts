// The sign-in library, told about our tables: passwords and sessions are its work, roles and rights are ours.
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { username } from 'better-auth/plugins/username'
import { z } from 'zod'
import type { App } from '../app.ts'
import { isSecure } from './cookies.ts'
import { deviceOf } from './device.ts'
import { usernamePattern } from './person.ts'
import { isDisabled } from './person.store.ts'

const day = 24 * 60 * 60
/** A session ends after this, whatever happens; `sign-in.store.ts` ends it earlier when it is idle. */
export const longestSession = 30 * day

export type Auth = ReturnType<typeof makeAuth>
const made = new WeakMap<App, Auth>()

/** One instance for each app. */
export function authOf(app: App): Auth {
  const auth = made.get(app) ?? makeAuth(app)
  made.set(app, auth)
  return auth
}

function makeAuth(app: App) {
  if (app.secret.length < 32) throw new Error('app.secret needs at least 32 characters')
  return betterAuth({
    appName: 'Đồng Thuận',
    baseURL: app.origin,
    secret: app.secret,
    secrets: [{ version: 1, value: app.secret }], // otherwise it looks in the environment
    database: { db: app.db, type: 'postgres' },
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // slow-down.ts does it, and keeps no address
    logger: { log: (level, message) => app.log[level === 'error' ? 'error' : 'debug']({ auth: message }) },
    advanced: {
      cookiePrefix: 'dt',
      useSecureCookies: isSecure(app),
      database: { generateId: 'serial', validateSchema: false },
      ipAddress: { disableIpTracking: true },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1 },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 60,
        usernameValidator: (name) => usernamePattern.test(name),
        validationOrder: { username: 'post-normalization' },
        displayUsername: false,
      }),
      openingSessions,
    ],
    ...tables,
    session: { ...tables.session, expiresIn: longestSession, disableSessionRefresh: true },
    databaseHooks: { session: { create: { before: (session) => beforeSession(app, session) } } },
  })
}

/** A session for somebody known otherwise than by his password; asked in process only, no address leads here. */
const openingSessions = {
  id: 'opening-sessions',
  endpoints: {
    openSession: createAuthEndpoint(
      '/open-session',
      { method: 'POST', requireHeaders: true, body: z.object({ personId: z.number(), rememberMe: z.boolean() }) },
      async (ctx) => {
        const { personId, rememberMe } = ctx.body
        const user = await ctx.context.internalAdapter.findUserById(String(personId))
        const session = user && (await ctx.context.internalAdapter.createSession(user.id, !rememberMe))
        if (!session) return ctx.json({ token: null })
        await setSessionCookie(ctx, { session, user }, !rememberMe)
        return ctx.json({ token: session.token })
      },
    ),
  },
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }

const tables = {
  user: { modelName: 'person', fields: { ...times, emailVerified: 'email_verified' } },
  session: {
    modelName: 'sign_in_session',
    fields: { ...times, userId: 'person_id', expiresAt: 'expires_at', userAgent: 'device', ipAddress: 'ip_address' },
  },
  account: {
    modelName: 'sign_in_account',
    fields: { ...times, userId: 'person_id', accountId: 'account_id', providerId: 'provider_id' },
  },
  verification: { modelName: 'sign_in_verification', fields: { ...times, expiresAt: 'expires_at' } },
}

/** No session for an account that is closed; of the device only a few words are kept, of the network nothing. */
async function beforeSession(app: App, session: { userId: string; userAgent?: string | null | undefined }) {
  if (await isDisabled(app.db, Number(session.userId))) return false
  return { data: { ...session, userAgent: deviceOf(session.userAgent ?? ''), ipAddress: undefined } }
}
