// What is suggested for citizens' sentences, why, and when nothing is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { trainApart } from './apart.ts'
import { likeness } from './likeness.ts'
import { minimums } from './lesson.ts'
import { train } from './model.ts'
import { pack, unpack } from './pack.ts'
import { askedAbout, bare, learnt } from './sentences.cast.ts'
import { suggest } from './suggest.ts'
import { isAccented, syllablesOf } from './syllables.ts'

const model = train(learnt)!

function rightOf(texts: readonly { text: string; topic: string }[], written: (text: string) => string): number {
  return texts.filter(({ text, topic }) => suggest(model, written(text))?.[0]?.topic === topic).length
}

test('24 sentences nobody has seen: nearly all under their topic, with accents and without', () => {
  assert.equal(askedAbout.length, 24)
  assert.ok(rightOf(askedAbout, (text) => text) >= 22)
  assert.ok(rightOf(askedAbout, bare) >= 22)
  assert.ok(rightOf(askedAbout, (text) => text.normalize('NFD').toUpperCase()) >= 22)
})

test('a suggestion says its share and the words that spoke for it, as they stand in the text', () => {
  const text = 'Xin nạo vét cống THOÁT NƯỚC đầu hẻm, cứ mưa là ngập.'
  const [first, ...others] = suggest(model, text)!
  assert.equal(first!.topic, 'thoát nước')
  assert.ok(first!.grounds.includes('thoát nước'), first!.grounds.join(' · '))
  for (const word of first!.grounds) assert.ok(text.toLowerCase().includes(word), word)
  assert.ok(others.length === 2 && first!.share > others[0]!.share && others[0]!.share >= others[1]!.share)
  assert.ok(suggest(model, bare(text))![0]!.grounds.includes('thoat nuoc'))
})

test('the shares of all topics add up to 1, and the model knows how often it was right', () => {
  const two = train(learnt.filter(({ topic }) => topic === 'rác' || topic === 'điện'))!
  const shares = suggest(two, 'Xe thu gom rác không đến')!.map(({ share }) => share)
  assert.equal(shares.length, 2)
  assert.ok(Math.abs(shares[0]! + shares[1]! - 1) < 1e-9)
  for (const side of [model.accented!, model.plain]) assert.ok(side.right > 0.5 && side.right <= 1)
})

test('both ways of setting the tone mark are one word', () => {
  const [one, two] = ['hoà giải thuỷ lợi', 'hòa giải thủy lợi'].map((text) => syllablesOf(text))
  assert.deepEqual(
    one!.map(({ accented }) => accented),
    two!.map(({ accented }) => accented),
  )
  assert.notEqual(syllablesOf('ma')[0]!.accented, syllablesOf('má')[0]!.accented)
  assert.equal(syllablesOf('đường')[0]!.plain, syllablesOf('DUONG')[0]!.plain)
  assert.deepEqual(
    [isAccented(syllablesOf('Mất điện cả xóm')), isAccented(syllablesOf('Mat dien ca xom'))],
    [true, false],
  )
})

test('chưa đủ dữ liệu: too few texts, one topic only, or a text of unknown words', () => {
  assert.equal(train([]), null)
  assert.equal(train(learnt.filter(({ topic }) => topic === 'rác')), null)
  const few = learnt.filter(({ topic }) => topic === 'rác').slice(0, minimums.textsOfTopic - 1)
  const rest = learnt.filter(({ topic }) => topic !== 'rác')
  assert.ok(!train([...rest, ...few])!.topics.some(({ topic }) => topic === 'rác'))
  assert.equal(suggest(null, 'Mất điện'), null)
  for (const text of ['', '…', 'xyz qwerty lorem ipsum', '0912 345 678']) assert.equal(suggest(model, text), null)
})

test('texts learnt without accents still help those written with them', () => {
  const plain = train(learnt.map(({ text, topic }) => ({ text: bare(text), topic })))!
  assert.equal(plain.accented, null)
  assert.equal(suggest(plain, 'Chó thả rông không rọ mõm')![0]!.topic, 'chó thả rông')
})

test('the same texts give the same bytes, and a packed model suggests the same; names can be any words', () => {
  const packed = pack(model)
  assert.deepEqual(pack(train(learnt)!), packed)
  const back = unpack(packed)!
  for (const { text } of askedAbout) assert.deepEqual(suggest(back, text), suggest(model, text))
  const odd = learnt.map(({ text, topic }) => ({ text, topic: topic === 'rác' ? '__proto__ "\n' : topic }))
  assert.equal(suggest(unpack(pack(train(odd)!)), 'Đổ trộm rác ra kênh')![0]!.topic, '__proto__ "\n')
})

test('no word of a text is in the packed model', () => {
  const packed = Buffer.from(pack(model)).toString('latin1')
  for (const word of ['nghẹt', 'karaoke', 'công tơ']) assert.ok(!packed.includes(Buffer.from(word).toString('latin1')))
})

test('a model of another version is learnt again, not misread', () => {
  const packed = Buffer.from(pack(model))
  const head = packed.indexOf('"version":1')
  packed.write('"version":9', head)
  assert.equal(unpack(packed), null)
})

test('learning apart gives the same model and leaves the pages alone', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  const packed = await trainApart(learnt)
  clearInterval(timer)
  assert.deepEqual(packed, pack(model))
  assert.ok(turns > 5, `${turns} turns`)
  assert.equal(await trainApart([]), null)
})

test('any text is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const suggested = suggest(model, text)
      assert.ok(suggested === null || suggested.every(({ share }) => share >= 0 && share <= 1))
    }),
  )
})

test('likeness: the same letter typed again, a changed one, and another matter', () => {
  const letter = 'Cống trước nhà số 12 ấp 3 bị nghẹt, mưa xuống là nước ngập vào sân nhà tôi.'
  assert.equal(likeness(letter, bare(letter).toUpperCase()), 1)
  const changed = likeness(letter, 'Cống trước nhà số 12 ấp 3 bị nghẹt, mưa xuống nước lại ngập sân nhà tôi')
  assert.ok(changed > 0.5 && changed < 1, String(changed))
  assert.ok(likeness(letter, 'Quán bên cạnh hát karaoke đến nửa đêm, cả xóm không ngủ được.') < 0.05)
  assert.deepEqual([likeness('', ''), likeness('điện', 'Dien'), likeness('điện', 'nước')], [0, 1, 0])
})
