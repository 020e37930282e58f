// The new side of an act: the places as they are from the day on, each with code, level and parent, once.
import type { Id } from '../../shared/id.ts'
import type { Level, PlaceType, PlaceVersion } from '../place.ts'
import { staysSame, type ChangeLine } from './change.ts'
import { alone, badCode, circular, codeTaken, codeTwice, missing, noSuchParent, otherSuccessorData } from './faults.ts'
import type { Say, Told } from './faults.ts'
import { keyOf, type Begins, type Ref } from './plan.ts'
import type { Atlas } from './world.ts'

type PlaceId = Id<'place'>

export interface After {
  begins: Begins[]
  made: number
  /** New places by their code. */
  byCode: ReadonlyMap<string, Begins>
  /** Places that stay the same, under their new version. */
  same: ReadonlyMap<PlaceId, Begins>
  /** Where all of an ended place went, when it went to one. */
  wholly: ReadonlyMap<PlaceId, Ref>
}

interface Known {
  atlas: Atlas
  ended: ReadonlyMap<PlaceId, Told>
  say: Say
}

/** What will be, before its parent is looked up. */
interface Draft {
  place: Ref
  at: ChangeLine
  /** The old places it comes from. */
  from: PlaceVersion[]
  code: string | null
  name: string
  type: PlaceType
  parentCode: string | null
}

export function afterwards(told: readonly Told[], known: Known): After {
  const successors = successorsOf(told, known)
  const same = told.filter(({ line }) => staysSame.has(line.kind)).map(sameOf)
  const drafts = [...successors, ...same]
  const wholly = new Map<PlaceId, Ref>()
  const placeOf = new Map(successors.map(({ code, place }) => [code, place]))
  for (const { line, old } of told) {
    const to = line.kind === 'merge' && placeOf.get(line.code)
    if (to) wholly.set(old.placeId, to)
  }
  const begins = withParents(drafts, { ...known, wholly })
  faultsOfCodes(drafts, begins, known)
  const made = new Map(begins.map((one) => [keyOf(one.place), one]))
  return {
    begins,
    made: successors.length,
    byCode: new Map(successors.flatMap(({ code, place }) => pair(code, made.get(keyOf(place))))),
    same: new Map(same.flatMap(({ from: [old], place }) => pair(old!.placeId, made.get(keyOf(place))))),
    wholly,
  }
}

const pair = <Key, Value>(key: Key | null, value: Value | undefined): [Key, Value][] =>
  key === null || value === undefined ? [] : [[key, value]]

function sameOf({ line, old }: Told): Draft {
  const { name, type, code, parent } = line
  const now = { name: name ?? old.name, type: type ?? old.type, code: code ?? old.code, parentCode: parent }
  return { ...now, place: { id: old.placeId }, at: line, from: [old] }
}

/** One new place for each code that lines of mergers and divisions name; what a line leaves blank another may say. */
function successorsOf(told: readonly Told[], { say }: Known): Draft[] {
  const going = told.filter(({ line }) => (line.kind === 'merge' || line.kind === 'split') && line.code !== null)
  return [...Map.groupBy(going, ({ line }) => line.code!)].map(([code, group], nth) => {
    const first = group[0]!.line
    if (group.length === 1 && first.kind === 'merge') say(first, 'code', alone)
    // A place that takes in others and keeps its code keeps its name unless another is given.
    const heir = group.find(({ old }) => old.code === code)?.old
    const name = agreed(group, 'name', say) ?? heir?.name ?? null
    const type = agreed(group, 'type', say) ?? heir?.type ?? null
    if (name === null) say(first, 'name', missing.name)
    if (type === null) say(first, 'type', missing.type)
    const told = { name: name ?? '', type: type ?? ('Xã' as const), parentCode: agreed(group, 'parent', say) }
    return { ...told, place: { nth }, at: first, from: group.map(({ old }) => old), code }
  })
}

function agreed<Column extends 'name' | 'type' | 'parent'>(group: readonly Told[], column: Column, say: Say) {
  const said = group.filter(({ line }) => line[column] !== null)
  for (const { line } of said.slice(1))
    if (line[column] !== said[0]!.line[column]) say(line, column, otherSuccessorData(said[0]!.line.line, column))
  return (said[0]?.line[column] ?? null) as ChangeLine[Column]
}

interface Found {
  ref: Ref
  level: Level
}

function withParents(drafts: readonly Draft[], known: Known & { wholly: ReadonlyMap<PlaceId, Ref> }): Begins[] {
  const { atlas, ended, say, wholly } = known
  const coming = new Map(drafts.flatMap((draft) => pair(draft.code, draft)))
  const byKey = new Map(drafts.map((draft) => [keyOf(draft.place), draft]))
  const levelOf = (draft: Draft): Level =>
    draft.type === 'Thành phố'
      ? isCountry(parentRef(draft), atlas)
        ? 'province'
        : 'district'
      : levelOfType[draft.type]!

  function parentRef(draft: Draft): Ref | null {
    if (draft.parentCode !== null) return refOfCode(draft.parentCode)
    const parents = draft.from.map(({ parentId }) => (parentId === null ? null : nowOf(parentId)))
    const keys = new Set(parents.map((ref) => (ref === null ? '' : keyOf(ref))))
    return keys.size === 1 ? parents[0]! : null
  }
  function refOfCode(code: string): Ref | null {
    const new_ = coming.get(code)
    if (new_) return new_.place
    const there = atlas.onDay(code)
    return there && !ended.has(there.placeId) && !byKey.has(`p${there.placeId}`) ? { id: there.placeId } : null
  }
  const nowOf = (placeId: PlaceId): Ref | null => (ended.has(placeId) ? (wholly.get(placeId) ?? null) : { id: placeId })
  const found = (ref: Ref): Found => {
    const draft = byKey.get(keyOf(ref))
    const there = 'id' in ref ? atlas.versionsOf(ref.id).at(-1) : undefined
    return { ref, level: draft ? levelOf(draft) : (there?.level ?? 'province') }
  }

  return drafts.map((draft) => {
    const ref = parentRef(draft)
    const level = levelOf(draft)
    if (ref === null)
      say(draft.at, 'parent', draft.parentCode === null ? missing.parent : noSuchParent(draft.parentCode, atlas.day))
    else if (!parentsOf[level].includes(found(ref).level) || keyOf(ref) === keyOf(draft.place))
      say(draft.at, draft.parentCode === null ? 'type' : 'parent', circular(draft.parentCode ?? draft.code ?? ''))
    const { place, name, type, code } = draft
    return { place, name, type, code, level, fullName: `${type} ${name}`, parent: ref }
  })
}

function isCountry(ref: Ref | null, atlas: Atlas): boolean {
  return ref !== null && 'id' in ref && atlas.versionsOf(ref.id).at(-1)?.level === 'country'
}

const levelOfType: Partial<Record<PlaceType, Level>> = {
  ...{ Tỉnh: 'province', Quận: 'district', Huyện: 'district', 'Thị xã': 'district' },
  ...{ 'Thị trấn': 'commune', Phường: 'commune', Xã: 'commune', 'Đặc khu': 'commune' },
}

const parentsOf: Record<Level, readonly Level[]> = {
  ...{ country: [], province: ['country'], district: ['province'], commune: ['province', 'district'] },
}

const digits: Partial<Record<Level, number>> = { province: 2, district: 3, commune: 5 }

/** A code is of its level's length and borne once from the day on, by old places and new. */
function faultsOfCodes(drafts: readonly Draft[], begins: readonly Begins[], { atlas, ended, say }: Known): void {
  const changed = new Map(drafts.map((draft, i) => [keyOf(draft.place), begins[i]!]))
  const seen = new Map<string, ChangeLine>()
  for (const [i, { at, code, place }] of drafts.entries()) {
    if (code === null) continue
    const { level } = begins[i]!
    if (!new RegExp(`^\\d{${digits[level] ?? 2}}$`).test(code)) say(at, 'code', badCode(code))
    const before = seen.get(`${level} ${code}`)
    if (before) say(at, 'code', codeTwice(code, before.line))
    else seen.set(`${level} ${code}`, at)
    const holder = atlas.bearersFrom(code).find((version) => {
      if (version.level !== level || ended.has(version.placeId) || keyOf(place) === `p${version.placeId}`) return false
      return (changed.get(`p${version.placeId}`)?.code ?? code) === code
    })
    if (holder && !before) say(at, 'code', codeTaken(holder, atlas.day))
  }
}
