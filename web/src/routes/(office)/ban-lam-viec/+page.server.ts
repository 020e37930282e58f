// The desk: what waits for this person, and the programmes he works on.
import { listCalls } from '@dong-thuan/core/calls/call.reads.ts'
import { listCollections } from '@dong-thuan/core/collections/collection.reads.ts'
import { toComment } from '@dong-thuan/core/reports/circulation/circulation.reads.ts'
import { arrived } from '@dong-thuan/core/reports/dispatch/dispatch.reads.ts'
import { toldToMe } from '@dong-thuan/core/documents/told.operations.ts'
import { news } from '@dong-thuan/core/mail/told.operations.ts'
import { listWaiting } from '@dong-thuan/core/programmes/cascade/given.operations.ts'
import { points } from '@dong-thuan/core/reception/point.operations.ts'
import { queue } from '@dong-thuan/core/cases/queue.operations.ts'
import { work } from '@dong-thuan/core/programmes/entries/work.operations.ts'
import { listAll, listIssuers } from '@dong-thuan/core/programmes/programme.operations.ts'
import { show as secondStep } from '@dong-thuan/core/people/second-step/second-step.operations.ts'
import { bodiesWhere } from '@dong-thuan/core/shared/actor.ts'
import { valueOf } from '#web/act.ts'
import { reportsWaiting } from './reports.ts'
import { scoredWaiting } from './scored.ts'

export const load = async (event) => {
  const issuers = await event.locals.ask(listIssuers, {})
  const making = issuers.ok ? issuers.value.bodies.map((body) => body.id) : []
  // The standing board finds here what waits to be issued.
  const mine = new Set<number>([...making, ...bodiesWhere(event.locals.actor, 'standingBoard')])
  const { programmes } = await valueOf(event, listAll, {})
  const calls = await valueOf(event, listCalls, {})
  const cases = await event.locals.ask(queue, { box: 'toDo' })
  const promised = await event.locals.ask(points, {})
  return {
    ...(await valueOf(event, work, {})),
    told: (await valueOf(event, news, {})).news,
    secondStep: await valueOf(event, secondStep),
    collections: await valueOf(event, listCollections, {}),
    programmes: programmes.filter((one) => mine.has(one.bodyId)),
    given: (await valueOf(event, listWaiting, {})).waiting,
    callsToAnswer: calls.toAnswer.filter(({ call }) => call.stage === 'issued'),
    callsToAccept: calls.ours.filter(({ toAccept }) => toAccept),
    drafts: (await valueOf(event, toComment, {})).drafts,
    arrived: (await valueOf(event, arrived, {})).arrived.filter(({ receivedOn }) => receivedOn === null),
    toDestroy: (await valueOf(event, toldToMe, {})).told.filter(({ kind }) => kind === 'recall'),
    cases: cases.ok ? cases.value.counts.filter(({ count }) => count > 0) : [],
    promised: promised.ok ? promised.value : { points: [], lateVisits: [] },
    reports: await reportsWaiting(event),
    scored: await scoredWaiting(event),
    administers: bodiesWhere(event.locals.actor, 'administrator').length > 0,
    keepsRegister: bodiesWhere(event.locals.actor, 'clerk').length > 0,
  }
}
