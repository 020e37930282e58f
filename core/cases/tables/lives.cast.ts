// Lives of invented cases at two desks over a summer, drawn by a seeded chance: enough of everything that tables count.
import { app, ask, done, keysOf, photo, tanAn, ward, works } from '../case.cast.ts'

/** A small generator with a fixed beginning: the same lives in every run. */
function chanceOf(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    of: (most: number) => Math.floor(next() * most),
    pick: <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]!,
  }
}

const may20 = Date.parse('2026-05-20T08:00:00+07:00')
const note = 'Đã xem xét nội dung và trả lời để ông bà được biết.'
const text = 'Tổ công trình đã thay nắp cống và thông dòng chảy, nước đã rút hết trong ngày.'
const desks = [
  { id: ward, receiver: 'tam', head: 'minh' },
  { id: tanAn, receiver: 'tu', head: 'tam' },
]

export async function liveManyLives(count: number, seed = 7): Promise<void> {
  const chance = chanceOf(seed)
  for (let no = 0; no < count; no++) await liveOne(chance, no)
}

type Chance = ReturnType<typeof chanceOf>
const sortedPlain: number[] = []

async function liveOne(chance: Chance, no: number): Promise<void> {
  let now = may20 + chance.of(75) * 86_400_000 + chance.of(8) * 3_600_000
  const later = (most: number) => {
    now += (1 + chance.of(most)) * 86_400_000
    app.setNow(new Date(now).toISOString())
  }
  app.setNow(new Date(now).toISOString())
  const desk = no % 4 === 3 ? desks[1]! : desks[0]!
  const door = chance.pick([
    'fieldReport',
    'fieldReport',
    'petition',
    'petition',
    'regulationFeedback',
    'complaint',
    'denunciation',
  ] as const)
  const channel = chance.pick(['paper', 'mail', 'desk', 'phone', 'passedOn'] as const)
  const level = door === 'complaint' && chance.of(4) === 0 ? 2 : 1
  const words = {
    text: 'Cống trước chợ vỡ nắp, nước tràn ra đường từ tối qua.',
    topic: door === 'fieldReport' ? 'drain' : '',
  }
  const before =
    desk.id === ward && chance.of(8) === 0 && sortedPlain.length > 0 ? { before: chance.pick(sortedPlain) } : {}
  const receipt = await done(desk.receiver, 'register', { desk: desk.id, channel, door, ...words, level, ...before })
  const { id } = receipt as { id: number }
  let who = desk
  const at = async () => ({ id, expectedVersion: (await done(who.receiver, 'show', { id })).version as number })
  if (chance.of(6) === 0) return
  later(4)
  const fate = chance.of(12)
  if (fate === 0 && desk.id === ward) {
    await done('tam', 'transfer', { ...(await at()), desk: tanAn, note })
    who = desks[1]!
    later(3)
  } else if (fate === 1)
    return void (await done(who.receiver, chance.pick(['guide', 'fileAway', 'split', 'forward']), {
      ...(await at()),
      note,
      keepSealed: door === 'denunciation',
    }))
  else if (fate === 2 && door !== 'denunciation' && sortedPlain.length > 0 && who.id === ward)
    // Refused when what it would be joined to has ended meanwhile.
    return void (await ask('tam', 'link', { ...(await at()), to: chance.pick(sortedPlain), note }))
  else if (fate === 3 && door !== 'complaint' && door !== 'denunciation')
    return void (await done(who.receiver, 'reject', { ...(await at()), reason: 'noPlace', note }))
  const redacted = door === 'denunciation' ? { redacted: 'Tố cáo việc thu quỹ sai ở khu phố.' } : {}
  const lead =
    who.id === ward && door !== 'complaint' && door !== 'denunciation' && chance.of(2) === 0 ? { lead: works } : {}
  await done(who.receiver, 'sort', {
    ...(await at()),
    kind: door,
    urgency: chance.pick(['urgent', 'normal']),
    ...lead,
    ...redacted,
  })
  if (who.id !== ward) return
  later(6)
  const version = async () => ({ id, expectedVersion: (await done('minh', 'show', { id })).version as number })
  const document = '05/TB-UBND'
  if (door === 'complaint' || door === 'denunciation') {
    if (chance.of(5) === 0) {
      const reason = door === 'complaint' ? 'timePassed' : 'conditions'
      return void (await done('minh', 'notAccept', { ...(await version()), note, document, reason }))
    }
    await done('minh', 'accept', { ...(await version()), document, complex: chance.of(2) ? [] : ['manyPeople'] })
    later(8)
    const on = new Date(now + 25_200_000).toISOString().slice(0, 10)
    if (chance.of(2) === 0) {
      await done('minh', 'suspend', { ...(await version()), on, note, document })
      if (chance.of(4) === 0) return
      later(9)
      await done('minh', 'goOn', {
        ...(await version()),
        on: new Date(now + 25_200_000).toISOString().slice(0, 10),
        note,
        document,
      })
    }
    if (chance.of(5) === 0) return void (await done('minh', 'terminate', { ...(await version()), note, document }))
    later(30)
    await done('minh', 'answer', { ...(await version()), text, document: '45/QĐ-UBND' })
    return
  }
  sortedPlain.push(id)
  // Refused when the limit is over: such a life goes on without it.
  if (chance.of(5) === 0) await ask('minh', 'extend', { ...(await version()), by: 5, note })
  if (chance.of(7) === 0) return void (await done('tam', 'enterWithdrawal', { ...(await version()), note, document }))
  if (chance.of(4) === 0) return
  later(12)
  const answering = 'lead' in lead ? 'hai' : 'minh'
  await done(answering, 'answer', { ...(await version()), text, files: [photo] })
  later(3)
  if (chance.of(4) > 0) await done('lan', 'rate', { ...keysOf(receipt), stars: 1 + chance.of(5), why: '' })
  if (chance.of(5) > 0) return
  await done('lan', 'reopen', { ...keysOf(receipt), why: 'Mưa xuống nước lại ngập.' })
  later(9)
  if (chance.of(2) === 0) await done(answering, 'answer', { ...(await version()), text, files: [photo] })
}
