// Says each story as it ends, the failed again at the end, and sends the tally to run.ts.
import { stripVTControlCharacters } from 'node:util'
import type { FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter'

export default class Sentences implements Reporter {
  private all: Suite | null = null

  onBegin(_: unknown, suite: Suite): void {
    this.all = suite
  }

  onTestEnd(story: TestCase, result: TestResult): void {
    if (result.status === 'skipped') return
    const good = result.status === 'passed'
    console.log(`${good ? '✔' : '✖'} ${nameOf(story)}  ${(result.duration / 1000).toFixed(1)} s`)
    for (const { description } of story.annotations) if (description) console.log(`    ${description}`)
    if (good) return
    for (const error of result.errors) {
      const { message = String(error.value), snippet = '' } = error
      console.log(stripVTControlCharacters(`${message}\n${snippet}`).trimEnd().replaceAll(/^/gm, '    '))
    }
  }

  onError(error: { message?: string }): void {
    console.log(error.message)
  }

  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk)
  }

  onEnd(result: FullResult): void {
    const stories = this.all?.allTests() ?? []
    const passed = stories.filter((story) => story.ok() && story.results[0]?.status === 'passed')
    // Steps that could not begin because an earlier one failed are failures too.
    const failed = stories.filter((story) => !passed.includes(story) && story.expectedStatus !== 'skipped')
    if (failed.length > 0) console.log(`\n${failed.map((story) => `✖ ${nameOf(story)}`).join('\n')}`)
    const broken = result.status !== 'passed' && failed.length === 0 ? 1 : 0
    process.send?.({ passed: passed.length, failed: failed.length + broken })
  }
}

function nameOf(story: TestCase): string {
  const file = story.location.file.split('/').at(-1)!.replace('.spec.ts', '').replaceAll('-', ' ')
  return `${file}: ${story.title}`
}
