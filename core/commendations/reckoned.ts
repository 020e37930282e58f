// Merit that is reckoned and not typed: a figure as its body reported it, and what the body did for citizens in a year.
import { doneForCitizens, type DoneForCitizens } from '../cases/case.read.ts'
import { ownFigure, ownFigures, ownFigureText } from '../programmes/programme.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { problem, type Problem } from '../shared/result.ts'
import type { Merit } from './commendation.ts'
import { indicatorKey } from './merit.store.ts'

interface At {
  db: ReadDb
  today: Day
  /** Whose figures they are: the collective itself, of a person the body that proposes him. */
  bodyId: Id<'body'>
}

/** “trả lời 45 việc của dân, 43 việc đúng hạn; giữ 5 trên 5 việc đã hứa, năm 2026”; null: nothing is counted. */
export function recordText({ answered, onTime, promised, kept }: DoneForCitizens, year: number): string | null {
  const parts = [
    answered > 0 && `trả lời ${answered} việc của dân, ${onTime} việc đúng hạn`,
    promised > 0 && `giữ ${kept} trên ${promised} việc đã hứa`,
  ].filter(Boolean)
  return parts.length > 0 ? `${parts.join('; ')}, năm ${year}` : null
}

/** The lines with their words reckoned; where nothing is there to reckon, a sentence. */
export async function reckon(at: At, merits: readonly Merit[]): Promise<{ merits: Merit[]; faults: Problem[] }> {
  const faults: Problem[] = []
  const reckoned: Merit[] = []
  for (const [i, merit] of merits.entries()) {
    const one = await reckonOne(at, merit)
    if (one === null) {
      const [vi, en] = merit.kind === 'record' ? noRecord : noFigure
      faults.push(problem(`merits.${i}`, 'nothing-counted', vi, en))
    } else reckoned.push(one)
  }
  return { merits: reckoned, faults }
}

async function reckonOne({ db, today, bodyId }: At, merit: Merit): Promise<Merit | null> {
  if (merit.kind === 'record' && merit.year !== null) {
    const text = recordText(await doneForCitizens(db, { bodyId, year: merit.year }), merit.year)
    return text === null ? null : { ...merit, text }
  }
  const { indicatorId, periodId } = merit
  if (indicatorId === null || periodId === null) return merit
  const found = await ownFigures(db, { bodyId, periodId, today })
  const key = await indicatorKey(db, indicatorId)
  const figure = found.find(({ indicator }) => indicator.key === key)
  return figure ? { ...merit, text: ownFigureText(figure), cites: figure.figure } : null
}

/** How such a line reads now; null: as it was written, or nobody reckons it. */
export async function readsNow({ db, today, bodyId }: At, merit: Merit): Promise<string | null> {
  if (merit.kind === 'record') {
    const now = recordText(await doneForCitizens(db, { bodyId, year: merit.year! }), merit.year!) ?? ''
    return now === merit.text ? null : now
  }
  if (merit.cites === '') return null
  const figure = await ownFigure(db, merit.cites, today)
  const now = figure?.value ? ownFigureText(figure) : ''
  return now === merit.text ? null : now
}

const noFigure = [
  'Cơ quan này chưa có số đã được nhận cho chỉ tiêu ấy trong kỳ đã chọn. Chọn kỳ khác, hoặc bỏ chọn kỳ rồi ghi số liệu.',
  'This body has no accepted figure of this target for the period. Choose another, or none and write the figure.',
] as const
const noRecord = [
  'Trong năm ấy cơ quan này chưa trả lời việc nào của dân và không có việc đã hứa đến hạn. Bỏ dòng này hoặc chọn năm khác.',
  'In that year this body answered no case and had no promise due. Leave it out or choose another year.',
] as const
