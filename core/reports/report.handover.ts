// When an officer's role ends, his drafts go to whoever takes over; nobody named: they stay where they are. When a body
// ends, those who took over work on in its reports on the way; issued ones are history.
import { onHandOver } from '../acts/handover/registry.ts'
import { onRoleEnded } from '../people/handover.ts'
import { reportsIssued, reportsLeft } from './report.left.store.ts'
import { giveDrafts } from './report.write.store.ts'

onRoleEnded(async (context, { personId, role, bodyId, handOverTo }) => {
  if (handOverTo === null || (role !== 'officer' && role !== 'head')) return
  const given = await giveDrafts(context.db, { from: personId, to: handOverTo, bodyId })
  for (const id of given) await context.record({ noun: 'report', id, move: 'handOver', changes: { to: handOverTo } })
})

onHandOver({ key: 'reports', open: reportsLeft, stays: reportsIssued })
