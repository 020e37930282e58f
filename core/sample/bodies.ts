// The bodies of the sample: Vĩnh Cửu's whole system, and the bodies the other programmes need.
import type { App } from '../app.ts'
import { create } from '../bodies/body.create.ts'
import { createForPlaces } from '../bodies/body.create-for-places.ts'
import { giveFunction } from '../bodies/body.change.ts'
import { placeAt } from '../places/place.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import { ask, type Stage } from './steps.ts'

type BodyId = Id<'body'>
type PlaceId = Id<'place'>

/** District level ended on this day. */
export const lastDistrictDay = '2025-06-30'
const day = '2023-06-30'

export async function placeId(
  stage: Stage,
  level: 'province' | 'district' | 'commune',
  code: string,
): Promise<PlaceId> {
  const place = await placeAt(stage.app.db, code, day)
  if (place?.level !== level) throw new Error(`no ${level} ${code} on ${day}`)
  return place.placeId
}

interface NewBody {
  organisation: string
  name: string
  shortName?: string
  placeId: PlaceId
  parentId?: BodyId
  symbol?: string
  validFrom?: Day
  validTo?: Day | null
  illustrative?: boolean
}

export async function body(stage: Stage, made: NewBody): Promise<BodyId> {
  const { id } = await ask(stage, create, { validTo: lastDistrictDay, ...made })
  return id as BodyId
}

/** The newest of the name: after a merger a commune may bear the name of an old one. Throws when there is none. */
export async function bodyNamed(app: App, name: string): Promise<BodyId> {
  const rows = app.db
    .selectFrom('body_version')
    .select('body_id as id')
    .where('name', '=', name)
    .orderBy('body_id', 'desc')
  return (await rows.executeTakeFirstOrThrow()).id
}

export interface VinhCuu {
  place: PlaceId
  committee: BodyId
  board: BodyId
  labour: BodyId
  /** The upper body of the communes' farmers' unions: it receives their forms in its own line. */
  farmers: BodyId
  steering: BodyId
  /** By commune code, then organisation. */
  communes: Map<string, { placeId: PlaceId; bodies: Map<string, BodyId> }>
}

const districtOrganisations = [
  ['fatherlandFront', 'Ủy ban Mặt trận Tổ quốc Việt Nam huyện Vĩnh Cửu', 'MTTQ huyện'],
  ['youthUnion', 'Huyện đoàn Vĩnh Cửu', 'Huyện đoàn'],
  ['womensUnion', 'Hội Liên hiệp Phụ nữ huyện Vĩnh Cửu', 'Hội LHPN huyện'],
  ['farmersUnion', 'Hội Nông dân huyện Vĩnh Cửu', 'Hội Nông dân huyện'],
  ['veterans', 'Hội Cựu chiến binh huyện Vĩnh Cửu', 'Hội CCB huyện'],
  ['peoplesCommittee', 'Ủy ban nhân dân huyện Vĩnh Cửu', 'UBND huyện'],
] as const

const communeOrganisations = [
  { organisation: 'partyCommittee', namePattern: 'Đảng ủy {place}' },
  { organisation: 'mobilisationBloc', namePattern: 'Khối dân vận {place}', parentOrganisation: 'partyCommittee' },
  { organisation: 'peoplesCommittee', namePattern: 'Ủy ban nhân dân {place}' },
  { organisation: 'fatherlandFront', namePattern: 'Ủy ban Mặt trận Tổ quốc Việt Nam {place}' },
  { organisation: 'youthUnion', namePattern: 'Đoàn TNCS Hồ Chí Minh {place}' },
  { organisation: 'womensUnion', namePattern: 'Hội Liên hiệp Phụ nữ {place}' },
  { organisation: 'farmersUnion', namePattern: 'Hội Nông dân {place}' },
  { organisation: 'veterans', namePattern: 'Hội Cựu chiến binh {place}' },
]

export async function makeVinhCuu(stage: Stage): Promise<VinhCuu> {
  const place = await placeId(stage, 'district', '735')
  const committee = await body(stage, {
    organisation: 'partyCommittee',
    name: 'Huyện ủy Vĩnh Cửu',
    shortName: 'Huyện ủy',
    placeId: place,
    symbol: 'HU',
  })
  const under = { placeId: place, parentId: committee }
  const board = await body(stage, {
    ...under,
    organisation: 'massMobilisationBoard',
    name: 'Ban Dân vận Huyện ủy Vĩnh Cửu',
    shortName: 'Ban Dân vận Huyện ủy',
    symbol: 'BDVHU',
  })
  await ask(stage, giveFunction, { id: board, expectedVersion: 1, function: 'massMobilisation' })
  await ask(stage, giveFunction, { id: committee, expectedVersion: 1, function: 'documentRegister' })
  const unions = new Map<string, BodyId>()
  for (const [organisation, name, shortName] of districtOrganisations)
    unions.set(organisation, await body(stage, { organisation, name, shortName, placeId: place }))
  const farmers = unions.get('farmersUnion')!
  const labour = await body(stage, {
    organisation: 'tradeUnion',
    name: 'Liên đoàn Lao động huyện Vĩnh Cửu',
    shortName: 'Liên đoàn Lao động huyện',
    placeId: place,
  })
  const steering = await body(stage, {
    ...under,
    organisation: 'democracySteeringCommittee',
    name: 'Ban Chỉ đạo thực hiện Quy chế dân chủ ở cơ sở huyện Vĩnh Cửu',
    shortName: 'BCĐ QCDC huyện',
  })
  await ask(stage, giveFunction, { id: steering, expectedVersion: 1, function: 'democracySteering' })
  return { place, committee, board, labour, farmers, steering, communes: await makeCommuneBodies(stage, place) }
}

async function makeCommuneBodies(stage: Stage, place: PlaceId): Promise<VinhCuu['communes']> {
  const byPlace = new Map<PlaceId, Map<string, BodyId>>()
  for (const pattern of communeOrganisations) {
    // Hiếu Liêm and Bình Hòa ended in October 2024: their bodies are made as of the sample's year.
    const { created } = await ask(stage, createForPlaces, {
      ...pattern,
      underPlaceId: place,
      validFrom: '2021-07-01',
      validTo: lastDistrictDay,
    })
    for (const made of created) {
      const bodies = byPlace.get(made.placeId as PlaceId) ?? new Map<string, BodyId>()
      byPlace.set(made.placeId as PlaceId, bodies.set(pattern.organisation, made.bodyId as BodyId))
      if (pattern.organisation === 'mobilisationBloc')
        await ask(stage, giveFunction, { id: made.bodyId, expectedVersion: 1, function: 'massMobilisation' })
    }
  }
  const codes = await stage.app.db
    .selectFrom('place_version')
    .select(['place_id', 'code'])
    .where('place_id', 'in', [...byPlace.keys()])
    .execute()
  return new Map(codes.map((row) => [row.code!, { placeId: row.place_id, bodies: byPlace.get(row.place_id)! }]))
}
