// Stories of making and finding bodies, through the door, on a real database.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anonymous } from '../shared/actor.ts'
import {
  done,
  events,
  farmers,
  ha,
  inCommunes,
  minh,
  party,
  refused,
  tanAn,
  vinhCuu,
  type Answer,
} from './body.cast.ts'

test('Hà makes a farmers’ union in each of the twelve communes, under the one of the district', async () => {
  assert.equal(inCommunes.created.length, 12)
  assert.equal(inCommunes.created[0].name, 'Hội Nông dân thị trấn Vĩnh An')
  const body = await done(anonymous, 'show', { id: tanAn })
  assert.deepEqual([body.parent.bodyId, body.at.shortName], [farmers.id, 'Hội Nông dân xã Tân An'])
  assert.deepEqual([body.place.code, body.organisation.members], ['26179', 'hội viên'])
  assert.deepEqual(await events(tanAn), ['create'])
})

test('doing it again makes nothing; without an upper body it is refused and says for which communes', async () => {
  const input = { organisation: 'farmersUnion', underPlaceId: vinhCuu, namePattern: 'Hội Nông dân {place}' }
  const again = await done(ha, 'createForPlaces', input)
  assert.deepEqual(again, { created: [], already: 12 })
  const { said } = await refused(ha, 'createForPlaces', { ...input, organisation: 'womensUnion' })
  assert.match(said, /Thị trấn Vĩnh An, .* và 7 nơi khác/)
  assert.match((await refused(ha, 'createForPlaces', { ...input, namePattern: 'Hội Nông dân' })).said, /ba chấm/)
})

test('a khối dân vận stands under the Party committee of its own commune', async () => {
  const committees = {
    organisation: 'partyCommittee',
    underPlaceId: vinhCuu,
    namePattern: 'Đảng ủy {place}',
    symbol: 'ĐU',
  }
  const made = await done(ha, 'createForPlaces', committees)
  const blocs = await done(ha, 'createForPlaces', {
    ...{ organisation: 'mobilisationBloc', parentOrganisation: 'partyCommittee' },
    ...{ underPlaceId: vinhCuu, namePattern: 'Khối dân vận {place}' },
  })
  const { parent } = await done(anonymous, 'show', { id: blocs.created[0].bodyId })
  assert.deepEqual(parent, { bodyId: made.created[0].bodyId, name: 'Đảng ủy thị trấn Vĩnh An' })
})

test('Minh of Tân An may not make bodies elsewhere, and an officer may not at all', async () => {
  const input = { organisation: 'veterans', name: 'Hội Cựu chiến binh huyện Vĩnh Cửu', placeId: vinhCuu }
  assert.equal((await refused(minh, 'create', input)).code, 'not-your-bodies')
  assert.equal((await refused(anonymous, 'create', input)).code, 'sign-in-needed')
  const wrong = await refused(ha, 'create', { ...input, organisation: 'choir', parentId: 99_999 })
  assert.match(wrong.said, /organisation: .* parentId: /)
  await done(ha, 'create', input)
  assert.equal((await refused(ha, 'create', input)).code, 'already-there')
})

test('Minh is shown only what he may do: his own union, not the district’s, and nothing where he could place none', async () => {
  const movesSeenBy = async (actor: Parameters<typeof done>[0], id: number) => {
    const { moves, whyNot } = await done(actor, 'show', { id })
    return [moves, whyNot?.vi]
  }
  const all = ['rename', 'giveFunction', 'endFunction', 'move', 'succeed']
  assert.deepEqual(await movesSeenBy(ha, tanAn), [all, undefined])
  assert.deepEqual(await movesSeenBy(minh, tanAn), [all, undefined])
  assert.deepEqual(await movesSeenBy(anonymous, tanAn), [[], undefined])
  const [none, why] = await movesSeenBy(minh, farmers.id)
  assert.deepEqual([none, /quản trị cấp trên/.test(why)], [[], true])
  const { placeId } = (await done(anonymous, 'show', { id: tanAn })).at
  const under = await done(minh, 'uppers', { place: placeId })
  assert.deepEqual([under.top, under.uppers.map((one: Answer) => one.bodyId)], [false, [tanAn]])
  assert.match((await done(minh, 'uppers', { place: vinhCuu })).whyNot.vi, /ngoài hệ thống/)
  assert.equal((await done(ha, 'uppers', { place: placeId })).top, true)
  assert.equal((await refused(anonymous, 'uppers', { place: placeId })).code, 'sign-in-needed')
})

test('the list takes a day, a place and those below, an organisation, and words without diacritics', async () => {
  const list = (input: unknown) => done(anonymous, 'list', input)
  assert.equal((await list({ place: String(vinhCuu), organisation: 'farmersUnion' })).total, 1)
  assert.equal(
    (await list({ place: vinhCuu, under: 'true', organisation: 'farmersUnion', on: '2023-06-01' })).total,
    13,
  )
  const found = await list({ q: 'nong dan xa tan an' })
  assert.deepEqual(
    found.bodies.map((body: Answer) => [body.name, body.placeName]),
    [['Hội Nông dân xã Tân An', 'Xã Tân An']],
  )
  await done(ha, 'giveFunction', { id: party.id, function: 'massMobilisation', expectedVersion: 1 })
  assert.equal((await list({ function: 'massMobilisation' })).bodies[0].name, 'Huyện ủy Vĩnh Cửu')
  assert.equal((await refused(anonymous, 'list', { on: '30/06/2023' })).code, 'invalid-input')
})

test('the catalogue is in official order; an unknown body is not found', async () => {
  const { organisations, functions } = await done(anonymous, 'catalogue', {})
  const front = organisations.filter((one: Answer) => one.family === 'front').map((one: Answer) => one.key)
  assert.deepEqual(front, ['fatherlandFront', 'tradeUnion', 'farmersUnion', 'youthUnion', 'womensUnion', 'veterans'])
  assert.equal(functions[0].key, 'massMobilisation')
  assert.equal((await refused(anonymous, 'show', { id: 99_999 })).code, 'no-such-body')
})

test('Hà looks before she makes a body in every commune: names, upper bodies, and what is there already', async () => {
  const input = { organisation: 'redCross', underPlaceId: vinhCuu, namePattern: 'Hội Chữ thập đỏ {place}' }
  const { sites } = await done(ha, 'previewForPlaces', input)
  const tanAn = sites.find((site: Answer) => site.placeName === 'Xã Tân An')
  assert.deepEqual([sites.length, tanAn.name, tanAn.upperId], [12, 'Hội Chữ thập đỏ xã Tân An', null])
  const under = await done(ha, 'previewForPlaces', { ...input, parentOrganisation: 'farmersUnion' })
  assert.equal(under.sites[0].upperName, 'Hội Nông dân thị trấn Vĩnh An')
  const again = await done(ha, 'previewForPlaces', { ...input, organisation: 'farmersUnion' })
  assert.ok(again.sites.every((site: Answer) => site.already))
  assert.equal((await refused(ha, 'previewForPlaces', { ...input, namePattern: 'Hội' })).code, 'invalid-input')
  assert.equal((await refused(anonymous, 'previewForPlaces', input)).code, 'sign-in-needed')
})
