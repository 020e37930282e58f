// The sentences about reporting itself, and which targets were reached: who is missing, who was late and by how much.
import { nameInSentence } from '../places/place.ts'
import { restsOnEstimates, type TargetRow } from '../programmes/boards/board.ts'
import { dayAt, daysBetween } from '../shared/day.ts'
import { structure, text, named, type Block, type Run } from './document.ts'
import type { Input } from './figure.ts'
import type { DutyLine } from './figures.store.ts'
import type { Telling } from './sentences.target.ts'
import { dayText, placesInSentence } from './words.ts'

/** Whom a duty belongs to in a sentence: the place it lies in, or the body where the place is the programme's own. */
interface Reporter {
  name: string
  duties: DutyLine[]
}

function reportersOf({ figures }: Telling): Reporter[] {
  const { place, duties } = figures.gathered
  const groups = Map.groupBy(duties, (duty) => (duty.placeId === place.id ? `b${duty.bodyId}` : `p${duty.placeId}`))
  return [...groups].map(([key, due]) => ({
    name: key.startsWith('b') ? due[0]!.bodyName : due[0]!.placeName,
    duties: due,
  }))
}

export function tellReporting(telling: Telling): Block[] {
  const { period } = telling.figures.gathered.now
  const reporters = reportersOf(telling)
  const missing = reporters.filter(({ duties }) => duties.some((duty) => duty.version === null))
  const items = [...tellMissing(missing), ...tellEstimated(reporters), ...tellLate(telling, reporters)]
  const cutOff = structure('date', `ngày ${dayText(period.cutOffOn)}`)
  const due = structure('date', `ngày ${dayText(period.dueOn)}`)
  const places = reporters.filter(({ duties }) => duties[0]!.placeId !== telling.figures.gathered.place.id)
  const whole = places.filter((one) => !missing.includes(one))
  const sent = telling.figures.count(
    'reported',
    whole.map(({ duties }) => inputOf(newestOf(duties), 'placeReported', 1)),
  )
  const counted: Run[] =
    whole.length > 0 ? [text('; đã nhận đủ biểu của '), telling.book.show(sent), text(' địa bàn')] : []
  const lead = [text('Số liệu chốt đến '), cutOff, text(', hạn gửi '), due, ...counted, text('.')]
  const list: Block[] = items.length > 0 ? [{ kind: 'list', items }] : []
  return [{ kind: 'paragraph', runs: lead }, ...list]
}

function tellMissing(missing: readonly Reporter[]): Run[][] {
  if (missing.length === 0) return [[text('Mọi đơn vị đã gửi đủ.')]]
  const none = missing.filter(({ duties }) => duties.every((duty) => duty.version === null))
  const some = missing.filter((one) => !none.includes(one))
  const lines: Run[][] = []
  if (none.length > 0) lines.push([text('Chưa gửi: '), ...placesInSentence(none.map((one) => one.name)), text('.')])
  if (some.length > 0) lines.push([text('Gửi chưa đủ: '), ...placesInSentence(some.map((one) => one.name)), text('.')])
  return lines
}

/** “Gửi số ước: xã Tân An.” Nothing of such a report is firm yet. */
function tellEstimated(reporters: readonly Reporter[]): Run[][] {
  const about = reporters.filter(({ duties }) => duties.some((duty) => duty.nature === 'estimate'))
  if (about.length === 0) return []
  const names = placesInSentence(
    about.map((one) => one.name),
    'ước',
  )
  return [[text('Mới có số ước, chưa có số chính thức: '), ...names, text('.')]]
}

/** Days after the due day, from the first sending of the form that came last. */
function tellLate(telling: Telling, reporters: readonly Reporter[]): Run[][] {
  return reporters.flatMap(({ name, duties }) => {
    const late = duties.flatMap((duty) => {
      const days = duty.entry === null ? 0 : daysLate(duty)
      return days > 0 ? [{ duty, days }] : []
    })
    const worst = late.sort((a, b) => b.days - a.days)[0]
    if (!worst) return []
    const figure = telling.figures.count(`late.b${worst.duty.bodyId}`, [inputOf(worst.duty, 'daysLate', worst.days)])
    return [
      [text('Gửi trễ hạn: '), named(nameInSentence(name)), text(', trễ '), telling.book.show(figure), text(' ngày.')],
    ]
  })
}

export function daysLate({ firstSentAt, dueOn }: Pick<DutyLine, 'firstSentAt' | 'dueOn'>): number {
  const sentOn = firstSentAt && dayAt(firstSentAt)
  return sentOn && sentOn > dueOn ? daysBetween(dueOn, sentOn) : 0
}

function newestOf(duties: readonly DutyLine[]): DutyLine {
  return [...duties].sort((a, b) => Number(b.firstSentAt ?? 0) - Number(a.firstSentAt ?? 0))[0]!
}

/** A fact about an entry rather than a value in it: cell 0. */
function inputOf(duty: DutyLine, count: string, value: number): Input {
  return {
    ...{ entry: duty.entry!, version: duty.version!, cell: 0, count, definitionVersion: 1, role: 'numerator', value },
    place: { id: duty.placeId, code: duty.placeCode, name: duty.placeName },
    body: { id: duty.bodyId, name: duty.bodyName },
    reportedBy: duty.reportedBy,
    reportedAt: duty.reportedAt?.toISOString() ?? null,
    acceptedBy: duty.acceptedBy,
    acceptedAt: duty.acceptedAt?.toISOString() ?? null,
  }
}

/** “Đạt: chỉ tiêu 5 và chỉ tiêu 6. Chưa đạt: …”: a target counts as reached only with all its parts. */
export function tellVerdicts(rows: readonly TargetRow[]): Block[] {
  const whole = (row: TargetRow) =>
    row.complete && row.exceptions.every((exception) => exception.complete) && !restsOnEstimates(row)
  const groups: [string, (row: TargetRow) => boolean][] = [
    ['Chỉ tiêu đạt: ', (row) => row.overall === 'reached' && whole(row)],
    ['Chỉ tiêu tạm tính đạt, chờ đủ số liệu: ', (row) => row.overall === 'reached' && !whole(row)],
    [
      'Chỉ tiêu chưa đạt (có ít nhất một phần chưa đạt): ',
      (row) => row.overall === 'notReached' && !restsOnEstimates(row),
    ],
    ['Chỉ tiêu tạm tính chưa đạt, có số ước: ', (row) => row.overall === 'notReached' && restsOnEstimates(row)],
    ['Chỉ tiêu chưa có số liệu: ', (row) => row.overall === 'noData'],
  ]
  const items = groups.flatMap(([lead, belongs]) => {
    const numbers = rows.filter(belongs).map((row) => structure('enumeration', String(row.target.no)))
    if (numbers.length === 0) return []
    return [[text(lead), ...numbers.flatMap((run, at) => (at === 0 ? [run] : [text(', '), run])), text('.')]]
  })
  return items.length > 0 ? [{ kind: 'list', items }] : []
}
