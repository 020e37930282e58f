// A reporter for node:test that writes one JSON line for each test, and a last one when the file came to its end.
import { inspect } from 'node:util'
import type { TestEvent } from 'node:test/reporters'

export type Line =
  | { kind: 'passed' | 'skipped'; name: string }
  | { kind: 'failed'; name: string; at: string; why: string }
  | { kind: 'end' }

export default async function* lines(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    const line = lineOf(event)
    if (line) yield `${JSON.stringify(line)}\n`
  }
}

function lineOf(event: TestEvent): Line | null {
  if (event.type === 'test:summary') return { kind: 'end' }
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return null
  const { name, line, details } = event.data
  if (event.type === 'test:fail') {
    const error = event.data.details.error as Error & { failureType?: string }
    if (error.failureType === 'subtestsFailed') return null // its parts have their own lines
    return { kind: 'failed', name, at: String(line ?? ''), why: inspect(error.cause ?? error) }
  }
  if (details.type === 'suite') return null
  return { kind: event.data.skip !== undefined || event.data.todo !== undefined ? 'skipped' : 'passed', name }
}
