// Whatever can be done with a submission or a session has a word: no page shows a key of the program.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moves } from '@dong-thuan/core/cases/submission.moves.ts'
import { actWord } from './cases.ts'
import { en } from './words/en.ts'
import { vi } from './words/vi.ts'

test('every move of a submission is told in words, in both languages', () => {
  for (const words of [vi, en]) {
    const bare = moves.filter((move) => actWord(move, words) === move)
    assert.deepEqual(bare, [])
  }
})
