// Words inside sentences: many places end in the mark by which the annex has them all.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainText } from './document.runs.ts'
import { placesInSentence } from './words.ts'

const communes = [...'ABCDEGHIKLMNO'].map((letter) => `Xã ${letter}`)

test('mười hai nơi thì kể hết, hơn nữa thì chỉ sang phụ lục bằng đúng chữ ghi ở đó', () => {
  assert.equal(plainText(placesInSentence(communes.slice(0, 3))), 'xã A, xã B và xã C')
  assert.match(plainText(placesInSentence(communes.slice(0, 12))), /xã M và xã N$/)
  assert.match(plainText(placesInSentence(communes)), /xã N và những nơi ghi “chưa báo cáo” trong phụ lục$/)
  assert.match(plainText(placesInSentence(communes, 'ước')), /xã N và những nơi ghi “ước” trong phụ lục$/)
})
