// Messages about calls, workbooks, drafts, reports that came and what became of them: what kind, where it is opened, what a mail about one says.
import { sheetsToScore } from '../assessments/watch.ts'
import { callsToAnswer } from '../calls/call.watch.ts'
import { workbooksToFill } from '../collections/collection.watch.ts'
import { stillOpen } from '../deadlines/asked.ts'
import type { Day } from '../shared/day.ts'
import type { ReadDb } from '../shared/operation.ts'
import { draftsToComment } from '../reports/circulation/circulation.watch.ts'
import { waitsForReceipt } from '../reports/dispatch/dispatch.watch.ts'
import { arrivedWords, askedAgainWords, askedWords, noticeWords, type Asked, type Words } from './letter.ts'
import { bodyName, type AskedPayload } from './told.store.ts'

export type { AskedPayload }

export function isAsked(topic: string): boolean {
  return /^(call|answer|collection|reply|draft|dispatch|document|scoresheet)\./.test(topic)
}

export function pathOf(it: AskedPayload): string {
  if (it.submission) return `/don-thu/${it.submission}${it.above ? '/cap-tren' : ''}`
  if (it.visit || it.point) return '/tiep-dan/viec'
  if (it.assessment) return `/cham-diem/${it.assessment}?loc=sent`
  if (it.count) return '/cham-diem#cap-duoi'
  if (it.scoresheet) return `/cham-diem/phieu/${it.scoresheet}`
  if (it.model) return `/dan-van-kheo/${it.model}`
  if (it.nominee) return it.round ? `/khen-thuong/dot/${it.round}/de-nghi/${it.nominee}` : '/khen-thuong/dot'
  if (it.sealRequest) return '/niem-phong'
  if (it.notice) return `/van-ban-den/${it.notice}`
  if (it.programme) return `/chuong-trinh/${it.programme}`
  if (it.handOver) return `/don-vi/${it.body}`
  if (it.line) return it.report ? `/bao-cao/${it.report}` : `/van-thu/van-ban/${it.line}`
  if (it.dispatch) return `/bao-cao/nhan/${it.dispatch}`
  if (it.report) return `/bao-cao/gop-y/${it.report}/${it.body}`
  return it.call ? `/de-cuong/${it.call}/tra-loi/${it.body}` : `/thu-thap/${it.collection}/don-vi/${it.body}`
}

/** null: it was sent, received or recalled meanwhile, or is closed. */
export async function wordsOfAsked(
  db: ReadDb,
  { topic, payload, today }: { topic: string; payload: AskedPayload; today: Day },
): Promise<Words | null> {
  const { title, body, dueOn } = payload
  if (payload.line) return noticeOf(topic, payload, await bodyName(db, body, today))
  if (payload.dispatch) {
    if (!(await waitsForReceipt(db, payload.dispatch))) return null
    return arrivedWords({ title, body: await bodyName(db, body, today), path: pathOf(payload) })
  }
  if (!(await isStillOpen(db, payload))) return null
  const of = {
    kind: kindOf(payload),
    ...{ title, body: await bodyName(db, body, today), path: pathOf(payload) },
  }
  return dueOn ? askedWords({ ...of, dueOn }, { remind: topic.endsWith('.remind'), today }) : askedAgainWords(of)
}

function noticeOf(topic: string, payload: AskedPayload, body: string): Words | null {
  const { title, number, dated } = payload
  const kind = ({ 'document.correct': 'correction', 'document.recall': 'recall' } as const)[topic] ?? 'replacement'
  return number && dated ? noticeWords({ kind, title, number, dated, body, path: pathOf(payload) }) : null
}

function kindOf({ call, report, scoresheet }: AskedPayload): Asked['kind'] {
  if (scoresheet) return 'sheet'
  return call ? 'call' : report ? 'draft' : 'collection'
}

async function isStillOpen(db: ReadDb, payload: AskedPayload): Promise<boolean> {
  const { call, report, collection, scoresheet, body } = payload
  if (scoresheet) return stillOpen(db, sheetsToScore, { of: scoresheet, body })
  if (call) return stillOpen(db, callsToAnswer, { of: call, body })
  return report
    ? stillOpen(db, draftsToComment, { of: report, body })
    : stillOpen(db, workbooksToFill, { of: collection!, body })
}
