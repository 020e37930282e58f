// Turns the shipped lists into places, versions and successions, act after act in the order they happened. Pure.
import type { Shipped } from './files.ts'
import { planEarlierChanges, planLaterChanges, planMarked } from './hand.ts'
import { planDistrictsEnded, planEarlyList, planJuly } from './lists.ts'
import type { Plan } from './rows.ts'

export function planPlaces({ early, july, mergers, hand }: Omit<Shipped, 'boundaries'>): Plan {
  const plan: Plan = { acts: [...hand.acts], places: [], versions: [], successions: [], pending: [], july: new Map() }
  const before = planEarlyList(plan, early)
  planEarlierChanges(plan, before, hand)
  planMarked(plan, hand)
  planJuly(plan, before, { july, mergers })
  planDistrictsEnded(plan, before, { mergers, early, act: hand.districtsEnded.act })
  planLaterChanges(plan, hand)
  return plan
}
