// Examples about places, bodies, the documents that change places, and what is handed over.
import { create as createAct } from '../../acts/act.operations.ts'
import { listKeys, showKey } from '../../acts/keys/key.operations.ts'
import type { App } from '../../app.ts'
import { operator } from '../../shared/actor.ts'
import { must } from '../../shared/result.ts'
import { as } from '../sample.ts'
import { idOfBody, type Inputs } from './found.ts'

export async function placesAndBodies(app: App): Promise<Inputs> {
  const committee = await idOfBody(app, 'Huyện ủy Vĩnh Cửu')
  const union = await idOfBody(app, 'Hội Nông dân xã Tân An')
  const at = { id: union.id, expectedVersion: union.version }
  const pattern = {
    organisation: 'redCross',
    underPlaceId: committee.place,
    namePattern: 'Hội Chữ thập đỏ {place}',
    validFrom: '2023-01-01',
    parentOrganisation: 'partyCommittee',
  }
  return {
    'places.search': { q: 'dong ha' },
    'places.show': { code: '26170', on: '2023-06-30' },
    'places.children': { code: '735', on: '2023-06-30' },
    'places.tile': { z: 3, x: 6, y: 3 },
    'places.outlines': { id: committee.place, on: '2023-06-30' },
    'places.became': { id: committee.place, from: '2023-06-30' },
    'places.total': { level: 'commune' },
    'bodies.show': { id: union.id },
    'bodies.previewForPlaces': pattern,
    'bodies.uppers': { place: pattern.underPlaceId },
    'bodies.create': {
      organisation: 'redCross',
      name: 'Hội Chữ thập đỏ huyện Vĩnh Cửu',
      placeId: committee.place,
      parentId: committee.id,
      validFrom: '2023-01-01',
      validTo: '2025-06-30',
    },
    'bodies.createForPlaces': pattern,
    'bodies.rename': { ...at, on: '2023-07-01', name: 'Hội Nông dân xã Tân An (tên mới)' },
    'bodies.giveFunction': { ...at, function: 'citizenReception', from: '2023-01-01' },
    'bodies.endFunction': { ...at, function: 'citizenReception', lastDay: '2023-12-31' },
    'bodies.move': { ...at, on: '2023-07-01', parentId: committee.id },
    'bodies.succeed': { ...at, kind: 'dissolved', toIds: [], on: '2023-07-01' },
  }
}

/** A draft of the sample's administrator; the communes of his district end in 2025 anyway, so that saving names faults. */
export async function actInputs(app: App): Promise<Inputs> {
  const document = {
    ...{ number: '15/NQ-HĐND', issuer: 'HĐND huyện Vĩnh Cửu', issuedOn: '2024-05-20', effectiveOn: '2024-07-01' },
  }
  const lines = [{ kind: 'rename' as const, from: '26179', name: 'Tân An Mới' }]
  const { id } = must(await createAct.ask(app, await as(app, 'quantri'), document))
  const at = { id, expectedVersion: 1 }
  const text = 'thay đổi,mã cũ,tên mới\nđổi tên,26179,Tân An Mới'
  const union = await idOfBody(app, 'Hội Nông dân xã Tân An')
  const upper = await idOfBody(app, 'Huyện ủy Vĩnh Cửu')
  return {
    'acts.import': { ...document, text, dryRun: true },
    'acts.show': { id },
    'acts.create': document,
    'acts.edit': { ...at, ...document, title: 'Đổi tên xã' },
    'acts.discard': at,
    'acts.addLines': { ...at, lines },
    'acts.removeLines': { ...at, lines: [1] },
    'acts.readLines': { ...at, text },
    'acts.save': at,
    'acts.proposeBodies': { id },
    'acts.changeBodies': at,
    ...(await keyInputs(app)),
    'handOvers.show': { id: 1 },
    'handOvers.ofBody': { body: union.id },
    'handOvers.save': { number: '01/BB', dated: '2024-07-02', lines: [{ from: union.id, to: upper.id }] },
  }
}

/** A divided place; it lies outside the sample's district, so that all but the operator are told why not. */
async function keyInputs(app: App): Promise<Inputs> {
  const { places } = must(await listKeys.ask(app, operator, { size: 1 }))
  const { placeId: id, onDate } = places[0]!
  const { parts } = must(await showKey.ask(app, operator, { id }))
  const shares = parts.map(({ code }) => ({ to: code!, share: `1/${parts.length}` }))
  const told = { method: 'decision', basis: 'Biên bản bàn giao', dated: '2023-02-01', confidence: 'assumed' }
  return {
    'placeKeys.show': { id },
    'placeKeys.set': { id, expectedVersion: 0, shares, ...told },
    'placeKeys.withdraw': { id, expectedVersion: 1, note: 'Căn cứ đã bị huỷ' },
    'placeKeys.import': { onDate, text: 'mã cũ;mã nơi đến;tỉ lệ', dryRun: true },
  }
}
