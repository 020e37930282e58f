// Stories of signing in: who one is afterwards, what ends it, and what guessing costs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayAt } from '../shared/day.ts'
import { app, events, farmers, make, password } from './person.cast.ts'
import { actorOf, isSignedIn, signIn, signOut } from './sign-in.ts'

const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36'

export function browser() {
  const jar = new Map<string, string>()
  const headers = () => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Headers({ 'user-agent': chrome, ...(cookie && { cookie }) })
  }
  const keep = (setCookie: string[]) => {
    for (const line of setCookie) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
  }
  return {
    jar,
    headers,
    async signIn(username: string, typed = password, from: { address?: string; remember?: boolean } = {}) {
      const result = await signIn(app, {
        username,
        password: typed,
        headers: headers(),
        address: '203.0.113.7',
        ...from,
      })
      if (result.ok) keep(result.value.setCookie)
      return result.ok ? 'in' : 'sentence' in result.refusal ? result.refusal.sentence.vi : result.refusal.code
    },
    signOut: async () => keep((await signOut(app, headers())).setCookie),
    who: () => actorOf(app, headers()),
  }
}

const lan = await make('lan', 'Cán bộ đầu mối Hội Nông dân huyện', ['reporter', farmers])

test('Lan signs in, is herself with her roles of the day, and signs out', async () => {
  const hers = browser()
  assert.equal(await hers.signIn(' LAN '), 'in')
  const actor = await hers.who()
  assert.ok(isSignedIn(actor))
  assert.deepEqual([actor.personId, actor.scopes], [lan, null])
  assert.deepEqual(actor.roles, [{ role: 'reporter', bodyId: farmers, deputyFor: null }])
  const kept = await app.db.selectFrom('sign_in_session').selectAll().execute()
  assert.deepEqual([kept.length, kept[0]!.device, dayAt(kept[0]!.created_at)], [1, 'Chrome|Windows', '2023-06-30'])
  await hers.signOut()
  assert.equal((await hers.who()).kind, 'anonymous')
  assert.deepEqual(await events(lan), ['signIn', 'signOut'])
})
