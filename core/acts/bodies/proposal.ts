// What becomes of the bodies of changed places, proposed: like goes to like. A person confirms or changes every line. Pure.
import type { BodyVersion } from '../../bodies/body.ts'
import { nameInSentence, type SuccessionKind } from '../../places/place.ts'
import type { Id } from '../../shared/id.ts'

type BodyId = Id<'body'>
type PlaceId = Id<'place'>

export interface PlaceNamed {
  placeId: PlaceId
  name: string
  fullName: string
}

/** A changed place: it went to others, or stayed the same under another name. */
export interface Change {
  old: PlaceNamed
  kind: SuccessionKind
  /** The place of the new day; null when it was dissolved. */
  now: PlaceNamed | null
}

export interface Standing extends BodyVersion {
  /** To be sent back, so that a colleague's change is not overwritten. */
  version: number
  functions: string[]
}

/** A body: `b12` is there, `n3` is the third this proposal makes. */
export type Ref = string

export interface ToMake {
  key: Ref
  organisation: string
  placeId: PlaceId
  placeName: string
  name: string
  shortName: string
  symbol: string | null
  parent: Ref | null
  functions: string[]
}

export const actions = ['end', 'rename', 'move', 'keep'] as const
export type Action = (typeof actions)[number]

export interface ToChange {
  body: BodyId
  version: number
  name: string
  placeName: string
  action: Action
  /** Who goes on, when it ends. */
  to: Ref[]
  /** Its name from the day on, when it is renamed or moved. */
  newName: string
  newShortName: string
  /** Where it could go on instead of ending. */
  places: { placeId: PlaceId; fullName: string }[]
}

export interface Proposal {
  make: ToMake[]
  change: ToChange[]
}

/** `there`: bodies that the new places have already. */
export function proposeBodies(
  changes: readonly Change[],
  bodies: readonly Standing[],
  there: readonly BodyVersion[],
): Proposal {
  const ending = changes.filter(({ kind }) => kind === 'merged' || kind === 'split' || kind === 'dissolved')
  const renamed = changes.filter(({ kind }) => kind === 'renamed' || kind === 'retyped')
  const heirs = heirsOf(ending, bodies, there)
  const parentOf = (body: Standing, placeId: PlaceId): Ref | null =>
    body.parentId === null ? null : (heirs.of(body.parentId, placeId) ?? `b${body.parentId}`)
  for (const { made, from } of heirs.made)
    made.parent = from.map((body) => parentOf(body, made.placeId)).find((ref) => ref !== null) ?? null
  return {
    make: heirs.made.map(({ made }) => made),
    change: [...ending.flatMap(endsAt(bodies, ending, heirs)), ...renamed.flatMap(renamesAt(bodies, renamed))],
  }
}

interface Heirs {
  made: { made: ToMake; from: Standing[] }[]
  of(body: BodyId, placeId: PlaceId): Ref | null
}

/** One body for each kind in each new place, unless it is there already; kinds that stand several times go by name. */
function heirsOf(ending: readonly Change[], bodies: readonly Standing[], there: readonly BodyVersion[]): Heirs {
  const going = ending.flatMap(({ old, now }) =>
    now === null ? [] : bodies.filter((body) => body.placeId === old.placeId).map((body) => ({ body, old, now })),
  )
  const several = new Set(
    [...Map.groupBy(bodies, ({ placeId, organisation }) => `${placeId} ${organisation}`).values()].flatMap(
      ([first, second]) => (second ? [first!.organisation] : []),
    ),
  )
  const known = new Map<string, Ref>()
  const made: Heirs['made'] = []
  for (const group of Map.groupBy(going, (one) => kindKey(one, several)).values()) {
    const [{ body, old, now }] = group as [(typeof going)[0]]
    const name = nameOn(body.name, old, now)
    const same = ({ organisation, placeId }: BodyVersion) =>
      organisation === body.organisation && placeId === now.placeId
    const already = there.find((one) => same(one) && (!several.has(one.organisation) || one.name === name))
    const key = already ? `b${already.bodyId}` : `n${made.length + 1}`
    for (const one of group) known.set(`${one.body.bodyId} ${now.placeId}`, key)
    if (already) continue
    const { organisation, symbol } = body
    const functions = [...new Set(group.flatMap((one) => one.body.functions))].sort()
    const plain = { key, organisation, symbol, functions, parent: null, placeId: now.placeId, placeName: now.fullName }
    made.push({
      made: { ...plain, name, shortName: nameOn(body.shortName, old, now) },
      from: group.map((one) => one.body),
    })
  }
  return { made, of: (body, placeId) => known.get(`${body} ${placeId}`) ?? null }
}

function kindKey(one: { body: Standing; old: PlaceNamed; now: PlaceNamed }, several: ReadonlySet<string>): string {
  const { organisation, name } = one.body
  return [one.now.placeId, organisation, several.has(organisation) ? nameOn(name, one.old, one.now) : ''].join(' ')
}

function endsAt(bodies: readonly Standing[], ending: readonly Change[], heirs: Heirs) {
  const done = new Set<PlaceId>()
  return ({ old }: Change): ToChange[] => {
    if (done.has(old.placeId)) return []
    done.add(old.placeId)
    const places = ending.flatMap((one) => (one.old.placeId === old.placeId && one.now ? [one.now] : []))
    return bodies
      .filter((body) => body.placeId === old.placeId)
      .map((body) => ({
        ...{
          body: body.bodyId,
          version: body.version,
          name: body.name,
          placeName: old.fullName,
          action: 'end' as const,
        },
        to: [...new Set(places.map(({ placeId }) => heirs.of(body.bodyId, placeId)))].filter((ref) => ref !== null),
        newName: places[0] ? nameOn(body.name, old, places[0]) : body.name,
        newShortName: places[0] ? nameOn(body.shortName, old, places[0]) : body.shortName,
        places: places.map(({ placeId, fullName }) => ({ placeId, fullName })),
      }))
  }
}

/** A place that only changed its name or type keeps its bodies; those named after it are renamed. */
function renamesAt(bodies: readonly Standing[], renamed: readonly Change[]) {
  const done = new Set<PlaceId>()
  return ({ old, now }: Change): ToChange[] => {
    if (now === null || done.has(old.placeId) || renamed.length === 0) return []
    done.add(old.placeId)
    return bodies
      .filter((body) => body.placeId === old.placeId && nameOn(body.name, old, now) !== body.name)
      .map((body) => ({
        ...{
          body: body.bodyId,
          version: body.version,
          name: body.name,
          placeName: old.fullName,
          action: 'rename' as const,
        },
        ...{ to: [], places: [], newName: nameOn(body.name, old, now), newShortName: nameOn(body.shortName, old, now) },
      }))
  }
}

/** “Hội Nông dân xã Phú Lý” of Xã Phú Lý, where that became Phường Trị An: “Hội Nông dân phường Trị An”. */
export function nameOn(name: string, old: PlaceNamed, now: PlaceNamed): string {
  const pairs: [string, string][] = [
    [nameInSentence(old.fullName), nameInSentence(now.fullName)],
    [old.fullName, now.fullName],
    [old.name, now.name],
  ]
  const [written, wanted] = pairs.find(([text]) => hasWords(name, text)) ?? ['', '']
  return written ? name.replace(written, () => wanted) : name
}

/** “Phường 1” does not stand in “Phường 12”. */
function hasWords(name: string, words: string): boolean {
  const at = name.indexOf(words)
  return at >= 0 && !/[\p{L}\d]/u.test(name[at + words.length] ?? '') && !/[\p{L}\d]/u.test(name[at - 1] ?? '')
}
