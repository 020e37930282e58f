// Time passes: a session runs out between two clicks, as when an officer is called away for long.
import pg from 'pg'
import { attachEmbedded } from '../core/db/embedded.ts'

/** All sessions of this person on the trial have run out a minute ago; the browsers know nothing of it. */
export async function letSessionsRunOut(username: string): Promise<void> {
  const connectionString = attachEmbedded(process.env.JOURNEYS_TRIAL_DATA!)
  if (!connectionString) throw new Error('Không nối được cơ sở dữ liệu của bản dùng thử.')
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rowCount } = await client.query(
      `update sign_in_session set expires_at = now() - interval '1 minute'
       where person_id = (select id from person where username = $1)`,
      [username],
    )
    if (!rowCount) throw new Error(`${username} không có phiên nào.`)
  } finally {
    await client.end()
  }
}
