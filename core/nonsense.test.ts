// Whatever is sent, the answer is a value or sentences: every operation with its example spoilt in one place at a time.
import assert from 'node:assert/strict'
import test from 'node:test'
import { operations } from './http/operations.ts'
import { as } from './testing/sample.ts'
import { withoutTrace } from './testing/authorisation.ts'
import { exampleInputs } from './testing/example-inputs.ts'
import { openTestApp } from './testing/open-test-db.ts'
import { anonymous, operator } from './shared/actor.ts'

const app = await openTestApp('sample', { now: '2026-11-20T09:00:00+07:00' })
const dry = withoutTrace(app)
const inputs = await exampleInputs(app)

const nonsense: readonly unknown[] = [
  ...[undefined, null, '', ' ', 'x', '\0', 'a\ud800', '😀', "'; drop table person; --", 'ộ'.repeat(30_000)],
  ...[-1, 0, 1.5, 2_147_483_647, 99_999_999_999_999, Number.MAX_SAFE_INTEGER, true, [], [null], {}, { a: 1 }],
  ...['2023-02-30', '0001-01-01', '9999-12-31', '99999999999999999999', 't999999999999.main.p1.y1', '1e9', '%00'],
]

/** The example with each of its values, wherever it stands, replaced by each kind of nonsense. */
function* spoilt(example: unknown): Generator<unknown> {
  yield* nonsense
  if (Array.isArray(example))
    for (const [i, one] of example.entries()) for (const bad of spoilt(one)) yield example.with(i, bad)
  else if (example !== null && typeof example === 'object')
    for (const [key, one] of Object.entries(example)) for (const bad of spoilt(one)) yield { ...example, [key]: bad }
}

const people = [
  ...[operator, await as(app, 'chuyenvien'), await as(app, 'quantri'), await as(app, 'nongdan.mada')],
  ...[await as(app, 'tiepdan.tantrieu'), await as(app, 'chutich.tantrieu'), anonymous],
]

test('no operation breaks on nonsense, whoever sends it', async () => {
  const broken: string[] = []
  for (const operation of operations)
    for (const [i, input] of [...spoilt(inputs[operation.name] ?? {})].entries())
      await operation.ask(dry, people[i % people.length]!, input).catch((error: Error) => {
        broken.push(`${operation.name} ${JSON.stringify(input).slice(0, 200)}: ${error.message}`)
      })
  assert.deepEqual(broken, [])
})
