// The picture “before → after”: places that belong together by the lines of an act, drawn as one group. Pure.
import type { z } from 'zod'
import { staysSame, type ChangeLine } from '../places/act/change.ts'
import { keyOf, type Begins, type Plan, type Ref } from '../places/act/plan.ts'
import type { Id } from '../shared/id.ts'
import type { groupShown } from './act.schema.ts'

export type Group = z.input<typeof groupShown>
type Names = ReadonlyMap<Id<'place'>, string>

/** `names`: what parents that are not changed are called. */
export function pictureOf(lines: readonly ChangeLine[], plan: Plan, names: { before: Names; after: Names }): Group[] {
  const oldOf = new Map(plan.ends.map((old) => [old.code, old]))
  const beginsBy = new Map(plan.begins.map((begins) => [keyOf(begins.place), begins]))
  const byCode = new Map(plan.begins.flatMap((one) => ('nth' in one.place ? [[one.code, one] as const] : [])))
  const nameOf = (ref: Ref | null) =>
    ref && (beginsBy.get(keyOf(ref))?.fullName ?? ('id' in ref ? (names.after.get(ref.id) ?? null) : null))
  return groupsOf(lines).map((group) => {
    const olds = [...new Set(group.map((line) => oldOf.get(line.from)))].filter((old) => old !== undefined)
    const news = new Map<string, { now: Begins; share: string | null }>()
    for (const line of group) {
      const old = oldOf.get(line.from)
      const now = staysSame.has(line.kind) ? old && beginsBy.get(`p${old.placeId}`) : byCode.get(line.code)
      if (now && line.kind !== 'dissolve') news.set(keyOf(now.place), { now, share: line.share })
    }
    return {
      lines: group.map(({ line }) => line),
      kinds: [...new Set(group.map(({ kind }) => kind))],
      before: olds.map(({ placeId, fullName, code, level, parentId }) => {
        const parentName = parentId === null ? null : (names.before.get(parentId) ?? null)
        return { placeId, fullName, code, level, parentName }
      }),
      after: [...news.values()].map(({ now: { place, fullName, code, level, parent }, share }) => ({
        ...{ placeId: 'id' in place ? place.id : null, fullName, code, level, share },
        parentName: nameOf(parent),
      })),
    }
  })
}

/** Lines that share an old place or a successor, directly or through others, in the order of their first line. */
export function groupsOf<Line extends Pick<ChangeLine, 'kind' | 'from' | 'code'>>(lines: readonly Line[]): Line[][] {
  const leader = new Map<string, string>()
  const find = (key: string): string => {
    let top = key
    while (leader.has(top)) top = leader.get(top)!
    return top
  }
  const nodesOf = ({ kind, from, code }: Line) =>
    code !== null && (kind === 'merge' || kind === 'split') ? [`old ${from}`, `new ${code}`] : [`old ${from}`]
  for (const line of lines) {
    const [first, second] = nodesOf(line).map(find)
    if (second !== undefined && first !== second) leader.set(second, first!)
  }
  return [...Map.groupBy(lines, (line) => find(nodesOf(line)[0]!)).values()]
}
