// The list of early 2025, the list of July 2025, and what became of each unit between them.
import type { MergerRow, UnitRow } from './files.ts'
import {
  dissolved,
  firstDayOfTwoLevels,
  lastDayOfDistricts,
  newPlace,
  pushIdentity,
  versionOf,
  type Nth,
  type Plan,
  type PlannedSuccession,
  type PlannedVersion,
} from './rows.ts'

/** The snapshot of early 2025: start not recorded. Answers the version that bears each code. */
export function planEarlyList(plan: Plan, early: UnitRow[]): Map<string, PlannedVersion> {
  const before = new Map<string, PlannedVersion>()
  for (const row of early) {
    const parent = row.parent_code ? before.get(row.parent_code)!.place : null
    const version = versionOf(row, { place: newPlace(plan), parent, source: 'listOfEarly2025' })
    version.valid_to = lastDayOfDistricts
    before.set(row.code, version)
    plan.versions.push(version)
  }
  return before
}

/**
 * 1 July 2025. A unit that stayed as it was, or that is exactly one old unit gone in whole, is the same place with a new
 * version; a unit made of several or of parts is a new place.
 */
export function planJuly(
  plan: Plan,
  before: Map<string, PlannedVersion>,
  { july, mergers }: { july: UnitRow[]; mergers: MergerRow[] },
): void {
  planActsOf(plan, mergers, new Map(july.map((row) => [row.code, row])))
  const sourcesOf = Map.groupBy(mergers, (row) => row.new_code)
  for (const row of july) {
    const rows = sourcesOf.get(row.code) ?? []
    const same = rows.length === 1 && rows[0]!.kind !== 'part' ? before.get(rows[0]!.old_code)! : null
    const place = same ? same.place : newPlace(plan)
    plan.july.set(row.code, place)
    const parent = row.parent_code ? plan.july.get(row.parent_code)! : null
    const version = { ...versionOf(row, { place, parent, source: 'listOfJuly2025' }), valid_from: firstDayOfTwoLevels }
    plan.versions.push(version)
    if (!same) plan.successions.push(...rows.map((line) => succession(line, before.get(line.old_code)!.place, place)))
    else if (rows[0]!.kind === 'whole')
      pushIdentity(plan, [same, version], { act: rows[0]!.decision, confidence: 'secondHand' })
  }
}

function succession(row: MergerRow, from: Nth, to: Nth): PlannedSuccession {
  const [kind, share] = row.kind === 'part' ? (['split', null] as const) : (['merged', 1] as const)
  const act = row.decision || null
  return { from, to, on_date: firstDayOfTwoLevels, kind, share, act, confidence: 'secondHand', note: row.note || null }
}

/** The resolutions of 2025, one for each province and one for the provinces themselves. */
function planActsOf(plan: Plan, mergers: MergerRow[], july: Map<string, UnitRow>): void {
  const seen = new Set<string>()
  for (const row of mergers) {
    if (!row.decision || seen.has(row.decision)) continue
    seen.add(row.decision)
    const ofProvinces = row.level === 'province'
    const within = ofProvinces ? 'cấp tỉnh' : `cấp xã của ${july.get(row.new_parent_code)!.full_name}`
    plan.acts.push({
      number: row.decision,
      issuer: ofProvinces ? 'Quốc hội' : 'Ủy ban Thường vụ Quốc hội',
      title: `Sắp xếp đơn vị hành chính ${within} năm 2025`,
      issued_on: row.decision_date,
      effective_on: firstDayOfTwoLevels,
      confidence: 'secondHand',
      note: null,
    })
  }
}

/** Every district ended; the five island districts went on as special zones and are not touched here. */
export function planDistrictsEnded(
  plan: Plan,
  before: Map<string, PlannedVersion>,
  { mergers, early, act }: { mergers: MergerRow[]; early: UnitRow[]; act: string },
): void {
  const goesOn = new Set(mergers.filter((row) => row.level === 'district').map((row) => row.old_code))
  const ended = early.filter((row) => row.level === 'district' && !goesOn.has(row.code))
  plan.successions.push(...ended.map((row) => dissolved(before.get(row.code)!.place, act)))
}
