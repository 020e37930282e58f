// The reports this person may read.
import { list } from '@dong-thuan/core/reports/report.read.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const programme = event.url.searchParams.get('chuong-trinh') ?? undefined
  const { reports } = await valueOf(event, list, { programme })
  return { reports, programme: programme ?? null, mayCreate: mayCreate(event.locals.actor) }
}

function mayCreate(actor: App.Locals['actor']): boolean {
  return actor.kind === 'person' && actor.roles.some(({ role }) => role === 'officer' || role === 'head')
}
