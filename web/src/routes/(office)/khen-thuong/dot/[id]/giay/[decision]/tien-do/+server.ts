// How far the certificates of a decision are; null: none are being made.
import { printing } from '@dong-thuan/core/reports/certificates/certificate.operations.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const { progress } = await valueOf(event, printing, { round: event.params.id, decision: event.params.decision })
  return Response.json(progress, { headers: { 'cache-control': 'no-store' } })
}
