// The changes entered by hand in data/acts.json: before the list of early 2025, after July 2025, and marked places.
import { addDays, type Day } from '../../shared/day.ts'
import type { HandMade } from './files.ts'
import { dissolved, newPlace, pushIdentity, versionOf, type Nth, type Plan, type PlannedVersion } from './rows.ts'

/** What the list of early 2025 had already forgotten: places merged and renamed shortly before. */
export function planEarlierChanges(plan: Plan, before: Map<string, PlannedVersion>, hand: HandMade): void {
  for (const { act, on, into, from } of hand.earlierMergers) {
    const merged = startOn(before.get(into)!, on, act)
    for (const row of from) {
      const place = newPlace(plan)
      plan.versions.push(earlierVersion(row, merged, place))
      const { confidence, note } = row
      plan.successions.push({
        from: place,
        to: merged.place,
        on_date: on,
        kind: 'merged',
        share: 1,
        act,
        confidence,
        note,
      })
    }
  }
  for (const row of hand.earlierNames) {
    const later = startOn(before.get(row.code)!, row.on, row.act)
    const earlier = earlierVersion(row, later, later.place)
    plan.versions.push(earlier)
    pushIdentity(plan, [earlier, later], row)
  }
}

function startOn(version: PlannedVersion, on: Day, act: string): PlannedVersion {
  return Object.assign(version, { valid_from: on, act })
}

function earlierVersion(
  row: HandMade['earlierNames'][number] | HandMade['earlierMergers'][number]['from'][number],
  later: PlannedVersion,
  place: Nth,
): PlannedVersion {
  const unit = { ...row, full_name: `${row.type} ${row.name}`, level: later.level }
  const version = versionOf(unit, { place, parent: later.parent, source: 'act' })
  return { ...version, valid_to: addDays(later.valid_from!, -1) }
}

/** A place known from a page that does not name it: listed, marked, never given a code. */
export function planMarked(plan: Plan, hand: HandMade): void {
  for (const { no_code_reason, valid_to, ...row } of hand.marked) {
    const place = newPlace(plan, no_code_reason)
    const unit = { ...row, code: '', name_en: '' }
    const version = versionOf(unit, { place, parent: null, source: 'page' })
    plan.versions.push({ ...version, valid_to, code: null, name_en: null })
    plan.successions.push(dissolved(place, hand.districtsEnded.act))
  }
}

/** After July 2025: the place stays, its type changes. */
export function planLaterChanges(plan: Plan, hand: HandMade): void {
  for (const change of hand.laterTypes) {
    const place = plan.july.get(change.code)!
    const old = plan.versions.find((version) => version.place === place && version.valid_to === null)!
    const full_name = `${change.type} ${old.name}`
    const row = { ...old, code: change.code, full_name, type: change.type, name_en: old.name_en ?? '' }
    const now = {
      ...versionOf(row, { place, parent: old.parent, source: 'act' }),
      valid_from: change.on,
      act: change.act,
    }
    old.valid_to = addDays(change.on, -1)
    plan.versions.push(now)
    pushIdentity(plan, [old, now], change)
  }
  for (const { act, on, code, how_many, what } of hand.pending)
    plan.pending.push({ act, place: plan.july.get(code)!, on_date: on, how_many, what })
}
