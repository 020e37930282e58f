// What the desk is offered while it sorts: the same drain again, and what it learnt from its own sorting. Nothing applies itself.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedAbout, learnt } from '../../topics/sentences.cast.ts'
import { app, done, onDesk, submitted, works, type Answer } from '../case.cast.ts'
import { learnFromSorting } from './learn.ts'
import { likelySame } from './likely.ts'

const here = { lat: 10.987654, lon: 106.812345 }
const at = (metres: number) => ({ lat: here.lat + metres / 111_320, lon: here.lon })
const earlier = {
  id: 1,
  number: '0001/2026',
  stage: 'open' as const,
  topic: 'drain',
  text: 'Nắp cống trước chợ bị vỡ, nước tràn',
}

test('the same spot and topic, or nearly the same words, are likely the same; a street further or other words are not', () => {
  const likely = (one: object) =>
    likelySame({ text: 'Mấy hôm nay hôi lắm', topic: 'drain', ...here, ...one }, [{ ...earlier, ...at(0) }]).length > 0
  assert.equal(likely({}), true)
  assert.equal(likely(at(55)), true)
  assert.equal(likely(at(90)), false)
  assert.equal(likely({ topic: 'light' }), false)
  assert.equal(likely({ topic: 'light', text: 'nắp cống trước chợ vỡ nước tràn đường' }), true)
  assert.equal(likely({ lat: null, lon: null, text: 'Nắp cống trước chợ bị vỡ nước tràn lên' }), true)
  assert.equal(likely({ lat: null, lon: null }), false)
})

test('what is answered is not offered to be joined, but it came back; the likeliest stands first', () => {
  const all = likelySame({ text: earlier.text, topic: 'drain', ...here }, [
    { ...earlier, ...at(30), id: 1, text: 'Cống hôi quá', stage: 'answered' },
    { ...earlier, ...at(30), id: 2 },
  ])
  assert.deepEqual(
    all.map(({ id, joins, metres }) => [id, joins, metres]),
    [
      [2, true, 30],
      [1, false, 30],
    ],
  )
})

const openedBy = async (receipt: Answer) => {
  const { id, expectedVersion } = await onDesk(receipt.code)
  return { id, expectedVersion, suggested: (await done('tam', 'look', { id })).suggested as Answer }
}

test('a second letter about the drain is shown the first, and stays unsorted until a person says so', async () => {
  const first = await openedBy(await submitted())
  assert.deepEqual(first.suggested, { topics: null, leads: null, likely: [] })
  await done('tam', 'sort', {
    id: first.id,
    expectedVersion: first.expectedVersion,
    kind: 'fieldReport',
    topic: 'drain',
    lead: works,
  })
  const second = await openedBy(await submitted({ text: 'Cống vỡ nắp ngay cổng chợ, ai cũng sợ.', ...at(20) }))
  assert.deepEqual(
    second.suggested.likely.map(({ id, metres, joins }: Answer) => [id, metres, joins]),
    [[first.id, 20, true]],
  )
  assert.equal((await done('tam', 'show', { id: second.id })).stage, 'received')
  app.setNow('2026-08-20T09:00:00+07:00')
  const later = await openedBy(await submitted(at(20)))
  assert.deepEqual(later.suggested.likely, []) // more than thirty days later
  app.setNow('2026-07-06T09:00:00+07:00')
})

const topicKeys: Record<string, string> = {}
test('after sorting enough, the topic is proposed with the words that spoke for it', async () => {
  const names = [...new Set(learnt.map(({ topic }) => topic))]
  const { topics } = await done('lan', 'desks')
  names.forEach((name, i) => (topicKeys[name] = topics[i].key))
  for (const { text, topic } of learnt) {
    const { id, expectedVersion } = await onDesk(
      (await submitted({ text, topic: '', lat: null, lon: null, placeWords: '' })).code,
    )
    await done('tam', 'sort', { id, expectedVersion, kind: 'fieldReport', topic: topicKeys[topic], lead: works })
  }
  assert.ok((await learnFromSorting(app)).learnt > 0)
  assert.deepEqual(await learnFromSorting(app), { learnt: 0 }) // once a day
  const right = []
  for (const { text, topic } of askedAbout) {
    const { suggested } = await openedBy(await submitted({ text, topic: '', lat: null, lon: null, placeWords: '' }))
    const best = suggested.topics?.[0]
    if (best?.topic === topicKeys[topic] && best.grounds.length > 0) right.push(text)
  }
  assert.ok(right.length >= askedAbout.length * 0.7, `${right.length} of ${askedAbout.length}`)
})
