// SQL about the number of a case in the register of one desk, which may have passed it on since.
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export async function lineAt(
  db: ReadDb,
  id: Id<'submission'>,
  deskId: Id<'body'>,
): Promise<{ year: number; number: number } | null> {
  const line = db.selectFrom('desk_line').select(['year', 'number'])
  return (await line.where('submission_id', '=', id).where('desk_id', '=', deskId).executeTakeFirst()) ?? null
}
