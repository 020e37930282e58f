// The feed of published cases: addresses, times, and words that look like marks.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vi } from '../../../../words/vi.ts'
import { feedOf } from './feed.ts'

const one = {
  ...{
    id: 7,
    kind: 'fieldReport' as const,
    topicName: 'Cống <thoát nước> & ngập',
    text: 'Nắp cống vỡ',
    state: 'answered' as const,
  },
  ...{ lead: 'Phòng giả định', place: { name: 'Phường giả định' }, answer: { text: 'Đã thay nắp.' } },
  ...{ shownAt: '2026-11-04T09:00:00.000Z', updatedAt: '2026-11-05T09:00:00.000Z' },
}
const how = {
  origin: 'https://danvan.example.vn',
  self: 'https://danvan.example.vn/phan-anh/tin.atom?noi=1&viec=drain',
  words: vi,
}

test('an entry has its address, its times and its words, and none of them ends a mark', () => {
  const feed = feedOf([one, { ...one, id: 8, answer: null, updatedAt: '2026-11-01T09:00:00.000Z' }], how)
  assert.match(feed, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/)
  assert.match(feed, /<updated>2026-11-05T09:00:00\.000Z<\/updated>\n<entry>/) // the newest of all
  assert.match(feed, /<id>https:\/\/danvan\.example\.vn\/phan-anh\/7<\/id>/)
  assert.match(feed, /Cống &lt;thoát nước&gt; &amp; ngập, Phường giả định: đã trả lời/)
  assert.match(feed, /Trả lời \(Phòng giả định\): Đã thay nắp\./)
  assert.equal(feed.match(/<entry>/g)?.length, 2)
  assert.match(feed, /noi=1&amp;viec=drain/)
})

test('an empty feed is a feed', () => {
  assert.match(feedOf([], how), /<updated>\d{4}-[^<]*<\/updated>\n<\/feed>/)
})
