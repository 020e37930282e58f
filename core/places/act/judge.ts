// Judges an act: every fault of every line at once, or the plan of what it would do. Pure; `world.ts` is all it knows.
import { addDays } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { PlaceVersion, SuccessionKind } from '../place.ts'
import { staysSame, type ChangeLine } from './change.ts'
import { childrenLeft, type Say, type Told } from './faults.ts'
import { faultsOfLines } from './judge.lines.ts'
import { afterwards, type After } from './judge.after.ts'
import { faultsOfShares } from './judge.shares.ts'
import type { Fault, Goes, Plan, Ref } from './plan.ts'
import { atlasOf, type Atlas, type World } from './world.ts'

type PlaceId = Id<'place'>

export interface Judged {
  faults: Fault[]
  /** What the lines that could be understood would do; whole only when there are no faults. */
  plan: Plan
}

export function judgeAct(lines: readonly ChangeLine[], world: World): Judged {
  const atlas = atlasOf(world, addDays(world.day, -1))
  const faults: Fault[] = []
  const say: Say = (line, column, [code, vi, en]) => void faults.push({ line: line.line, column, code, vi, en })
  const told = faultsOfLines(lines, atlas, say)
  faultsOfShares(told, say)
  const ended = new Map(told.filter(({ line }) => !staysSame.has(line.kind)).map((one) => [one.old.placeId, one]))
  const after = afterwards(told, { atlas, ended, say })
  const follow = followers(told, { atlas, ended, after, say })
  faults.sort((a, b) => a.line - b.line)
  return { faults, plan: planOf(told, { world, ended, after, follow }) }
}

interface Known {
  atlas: Atlas
  ended: ReadonlyMap<PlaceId, Told>
  after: After
  say: Say
}

/** Children without a line go along with a merged place; under a divided or dissolved one they may not be left. */
function followers(told: readonly Told[], { atlas, ended, after, say }: Known): PlaceVersion[] {
  const named = new Set(told.map(({ old }) => old.placeId))
  return [...ended.values()].flatMap(({ line, old }) => {
    const left = atlas.childrenOf(old.placeId).filter((child) => !named.has(child.placeId))
    if (left.length === 0) return []
    if (line.kind === 'merge' && after.wholly.has(old.placeId)) return left
    const names = left.slice(0, 3).map((child) => child.fullName)
    say(line, 'from', childrenLeft(old, names, new Set(left.map((child) => child.placeId)).size))
    return []
  })
}

function planOf(
  told: readonly Told[],
  known: Pick<Known, 'ended' | 'after'> & { world: World; follow: PlaceVersion[] },
): Plan {
  const { after, ended, world, follow } = known
  const changed = new Map(told.map(({ old }) => [old.placeId, old]))
  return {
    day: world.day,
    ends: [...changed.values()].filter(({ placeId }) => ended.has(placeId) || after.same.has(placeId)),
    begins: [...after.begins],
    newPlaces: after.made,
    goes: told.flatMap((one) => goesOf(one, after)),
    follow,
  }
}

function goesOf({ line, old }: Told, after: After): Goes[] {
  const { placeId: from } = old
  const { note, method } = line
  const plain = { from, share: null, method: null, note }
  if (line.kind === 'dissolve') return [{ ...plain, to: null, kind: 'dissolved' }]
  if (staysSame.has(line.kind)) {
    const now = after.same.get(from)
    const to: Ref = { id: from }
    const kinds: SuccessionKind[] = []
    if (now && now.name !== old.name) kinds.push('renamed')
    if (now && now.type !== old.type) kinds.push('retyped')
    return kinds.map((kind) => ({ ...plain, to, kind }))
  }
  const to = line.code === null ? undefined : after.byCode.get(line.code)
  if (!to) return []
  if (line.kind === 'merge') return [{ ...plain, to: to.place, kind: 'merged', share: '1', method: 'whole' }]
  return [{ ...plain, to: to.place, kind: 'split', share: line.share, method: line.share === null ? null : method }]
}
