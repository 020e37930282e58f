// A cleaned text is what a person sees of it, and cleaning it again changes nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainText } from './text.ts'

const cleaned: [string, string, string][] = [
  ['reversed by an override', 'anh\u202egpj.exe', 'anhgpj.exe'],
  ['isolates and marks of direction', '\u2066Lan\u2069\u200f ơi\u200e', 'Lan ơi'],
  ['blanks of no width inside words', 'lừa\u200b đảo\ufeff t\u2060iền\u00ad', 'lừa đảo tiền'],
  ['a joiner between letters', 'lừa\u200dđảo \u200cx', 'lừađảo x'],
  ['letters in two parts', 'Đường'.normalize('NFD'), 'Đường'],
  ['control characters', 'a\u0000b\u0007c\u001b[31md\u009be', 'a bc[31mde'],
  ['line ends of every machine', 'một\r\nhai\rba\u2028bốn\u0085năm\tsáu', 'một\nhai\nba\nbốn\nnăm\tsáu'],
  ['blanks that do not break', '12\u00a0m²\u3000đất', '12 m² đất'],
  ['half of a pair', 'x\ud83d y', 'x  y'],
  ['text hidden in tags', 'ok\u{e0068}\u{e0069}', 'ok'],
  ['selectors behind letters', 'a\ufe0fb\u{e0101}', 'ab'],
  ['a heap of marks', `a${'\u0317'.repeat(40)}b`, `a${'\u0317'.repeat(4)}b`],
]

for (const [name, typed, seen] of cleaned)
  test(name, () => {
    assert.equal(plainText(typed), seen)
  })

const kept = [
  'Cống nghẹt, “ngập” cả tuần – xin xử lý!',
  '👨‍👩‍👧‍👦 🏳️‍🌈 👩🏽‍🌾 ❤️ 1️⃣ 🇻🇳',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} đội Anh',
  '☎️ 🙏🏿',
  'một\n\thai',
]

for (const text of kept)
  test(`as it is: ${text}`, () => {
    assert.equal(plainText(text), text.normalize('NFC'))
  })

test('whatever comes, cleaning again changes nothing and no direction is turned', () => {
  const odd = fc.constantFrom(
    '\u200d',
    '\ufe0f',
    '👩',
    '🏽',
    'a',
    '\u202e',
    '\u0301',
    '\u{e0067}',
    '🏴',
    '\r',
    'ê',
    '\ud800',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(odd).map((some) => some.join('')),
      ),
      (text) => {
        const once = plainText(text)
        assert.equal(plainText(once), once)
        assert.doesNotMatch(once, /[\u202a-\u202e\u2066-\u2069\u200b\ufeff\0]/)
      },
    ),
    { numRuns: 2000 },
  )
})
