// The bodies and people of a page's year: the groups that report, the board that accepts, the committee that signs.
import { createForPlaces } from '../bodies/body.create-for-places.ts'
import { nameFromPattern } from '../bodies/body.ts'
import { versionAt } from '../places/place.read.ts'
import type { Actor, Role } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import { body } from './bodies.ts'
import type { Group, PageYear } from './page.ts'
import { makePerson } from './people.ts'
import { ask, type Stage } from './steps.ts'

/** Where a page's programme stands: its committee, the board that runs it, its territory. */
export interface Seat {
  committee: Id<'body'>
  board: Id<'body'>
  place: Id<'place'>
  year: number
  validTo: Day | null
}

export interface Reporter {
  /** The code of its place, or its name as a unit. */
  at: string
  body: Id<'body'>
  person: Actor
}

export interface Staff {
  officer: Actor
  head: Actor
  standing: Actor
  clerk: Actor
}

/** In official order, by the key of their group. */
export async function makeReporters(stage: Stage, seat: Seat, page: PageYear): Promise<Map<string, Reporter[]>> {
  const reporters = new Map<string, Reporter[]>()
  for (const group of page.groups) {
    const made = typeof group.at === 'string' ? await inPlaces(stage, seat, group) : await units(stage, seat, group)
    if (group.office) reporters.set(group.key, await withPeople(stage, { made, group, page, year: seat.year }))
  }
  return reporters
}

interface Made {
  at: string
  called: string
  body: Id<'body'>
}

async function inPlaces(stage: Stage, { place, validTo }: Seat, group: Group): Promise<Made[]> {
  const { created } = await ask(stage, createForPlaces, {
    ...{ organisation: group.organisation, namePattern: group.name, parentOrganisation: group.under },
    ...{ underPlaceId: place, level: group.at, validTo },
  })
  const made: Made[] = []
  for (const { bodyId, placeId } of created) {
    const { code, fullName } = (await versionAt(stage.app.db, placeId as Id<'place'>, day(validTo)))!
    made.push({ at: code!, called: nameFromPattern('{place}', fullName), body: bodyId as Id<'body'> })
  }
  return made
}

/** The lists of places are those of early 2025. */
const day = (validTo: Day | null): Day => validTo ?? '2024-12-31'

async function units(stage: Stage, { place, validTo, board }: Seat, group: Group): Promise<Made[]> {
  const { units, illustrative } = group.at as Exclude<Group['at'], string>
  const made: Made[] = []
  for (const unit of units) {
    const name = group.name.replace('{place}', unit)
    const parent = group.under === 'massMobilisationBoard' ? { parentId: board } : {}
    const id = await body(stage, {
      ...{ organisation: group.organisation, name, placeId: place, validTo, illustrative, ...parent },
    })
    made.push({ at: unit, called: unit, body: id })
  }
  return made
}

interface Peopling {
  made: Made[]
  group: Group
  page: PageYear
  year: number
}

/** Every figure has somebody behind it: phunu.dongha.1 and so on in official order; alone, mttq.dongha. */
async function withPeople(stage: Stage, { made, group, page, year }: Peopling): Promise<Reporter[]> {
  const reporters: Reporter[] = []
  for (const [i, { at, called, body: bodyId }] of made.entries()) {
    const username = `${group.account}.${page.slug}${made.length > 1 ? `.${i + 1}` : ''}`
    const part = { username, name: `${group.office} ${called}`, role: 'reporter' as const, bodyId }
    reporters.push({ at, body: bodyId, person: await makePerson(stage, { ...part, from: `${year - 2}-01-01` }) })
  }
  return reporters
}

/** Those who run the programme and answer for its report. */
export async function makeStaff(stage: Stage, seat: Seat, { slug, inName }: PageYear): Promise<Staff> {
  const from = `${seat.year - 2}-01-01`
  const person = (account: string, office: string, at: { role: Role; bodyId: Id<'body'> }) =>
    makePerson(stage, { username: `${account}.${slug}`, name: `${office} ${inName}`, from, ...at })
  return {
    officer: await person('danvan', 'Chuyên viên Ban Dân vận', { role: 'officer', bodyId: seat.board }),
    head: await person('truongban', 'Trưởng Ban Dân vận', { role: 'head', bodyId: seat.board }),
    standing: await person('thuongtruc', 'Thường trực', { role: 'standingBoard', bodyId: seat.committee }),
    clerk: await person('vanthu', 'Văn thư Văn phòng', { role: 'clerk', bodyId: seat.committee }),
  }
}
