// Who looks after everything: what holds for the whole platform is changed by an administrator of all bodies on it.
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { ReadDb } from '../shared/operation.ts'
import { forbidden } from '../shared/result.ts'
import { reachOf } from './person.steps.ts'
import { anyBodyOutside } from './policy.store.ts'

export async function administersAll(asked: { db: ReadDb; actor: Actor; today: Day }): Promise<boolean> {
  const reach = await reachOf(asked.db, asked.actor, asked.today)
  return reach === null || !(await anyBodyOutside(asked.db, reach, asked.today))
}

/** For a page that anybody reads and only such an administrator changes. */
export async function mayChangeAll(asked: { db: ReadDb; actor: Actor; today: Day }): Promise<boolean> {
  if (asked.actor.kind === 'operator') return true
  return bodiesWhere(asked.actor, 'administrator').length > 0 && administersAll(asked)
}

export const notAll = forbidden(
  'not-whole-platform',
  'Quy định này áp dụng cho mọi người dùng, nên chỉ quản trị trông nom mọi tổ chức trong hệ thống đổi được.',
  'These rules hold for everybody: only an administrator of all bodies on this platform changes them.',
)
