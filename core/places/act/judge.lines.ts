// The old side of each line: that the place was there, may still change that day, and stands in one line only.
import type { PlaceVersion } from '../place.ts'
import { staysSame, type ChangeLine } from './change.ts'
import {
  endsAnyway,
  missing,
  noSuchPlace,
  notAfterNewest,
  notForThis,
  nothingNew,
  sameDay,
  sameTarget,
  splitAlone,
  twice,
  unchangeable,
  type Said,
} from './faults.ts'
import type { Say, Told } from './faults.ts'
import type { Atlas } from './world.ts'

/** The lines whose place is known; everything wrong with the old side is said. */
export function faultsOfLines(lines: readonly ChangeLine[], atlas: Atlas, say: Say): Told[] {
  const told: Told[] = []
  const checked = new Set<string>()
  for (const line of lines) {
    const old = atlas.before(line.from)
    if (!old) {
      say(line, 'from', noSuchPlace(line.from, atlas.day))
      continue
    }
    if (!checked.has(line.from)) {
      const said = whyNotChange(old, atlas)
      if (said) say(line, 'from', said)
    }
    checked.add(line.from)
    faultsOfNewSide(line, old, say)
    told.push({ line, old })
  }
  faultsOfRepeating(told, say)
  return told
}

function whyNotChange(old: PlaceVersion, { day, versionsOf }: Atlas): Said | null {
  if (old.level === 'country') return unchangeable
  const later = versionsOf(old.placeId).filter(({ validFrom }) => validFrom !== null && validFrom >= day)
  const thatDay = later.find(({ validFrom }) => validFrom === day)
  if (thatDay) return sameDay(thatDay)
  if (later.length > 0) return notAfterNewest(later.at(-1)!)
  if (old.validTo === null) return null
  return old.validTo < day ? sameDay({ ...old, act: null }) : endsAnyway(old)
}

function faultsOfNewSide(line: ChangeLine, old: PlaceVersion, say: Say): void {
  const { kind, code, name, type, parent, share } = line
  if (share !== null && kind !== 'split') say(line, 'share', notForThis('share'))
  if (kind === 'dissolve' && [code, name, type, parent].some((cell) => cell !== null))
    say(line, 'code', notForThis('successor'))
  if (kind === 'rename' && name === null) say(line, 'name', missing.name)
  if (kind === 'retype' && type === null) say(line, 'type', missing.type)
  if (kind === 'move' && parent === null) say(line, 'parent', missing.parent)
  if ((kind === 'recode' || kind === 'merge' || kind === 'split') && code === null) say(line, 'code', missing.code)
  const given = [name, type, code, parent].some((cell) => cell !== null)
  const same = [name ?? old.name, type ?? old.type, code ?? old.code].join() === [old.name, old.type, old.code].join()
  if (staysSame.has(kind) && given && same && parent === null) say(line, null, nothingNew)
}

/** One line a place, but for a divided one: that has a line for each successor, at least two. */
function faultsOfRepeating(told: readonly Told[], say: Say): void {
  for (const [code, group] of Map.groupBy(told, ({ line }) => line.from)) {
    const [{ line: first }, ...others] = group as [Told, ...Told[]]
    const allSplit = group.every(({ line }) => line.kind === 'split')
    if (!allSplit) for (const { line } of others) say(line, 'from', twice(code, first.line))
    else if (others.length === 0) say(first, 'from', splitAlone)
    else {
      const seen = new Map<string | null, number>()
      for (const { line } of group) {
        if (line.code !== null && seen.has(line.code)) say(line, 'code', sameTarget(seen.get(line.code)!))
        else seen.set(line.code, line.line)
      }
    }
  }
}
