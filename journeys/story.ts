// The `test` of every story: nothing may answer 500, break a script or be refused by the security policy.
import { test as base, type BrowserContext } from '@playwright/test'

export { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'

/** Faults seen so far, in the words of the report. */
export function watch(context: BrowserContext, faults: string[]): void {
  context.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`)
  })
  context.on('weberror', (error) => faults.push(`script: ${error.error().message}`))
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text())
  })
}

/** `another()` opens one more browser, as a second person at a second machine. */
export const test = base.extend<{ faults: string[]; another: () => Promise<BrowserContext> }>({
  faults: [
    async ({ context }, use) => {
      const faults: string[] = []
      watch(context, faults)
      await use(faults)
      if (faults.length > 0) throw new Error(`Máy chủ hoặc trang có lỗi:\n${faults.join('\n')}`)
    },
    { auto: true },
  ],
  another: async ({ browser, faults, contextOptions, baseURL, javaScriptEnabled, viewport, locale }, use) => {
    const opened: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, baseURL, javaScriptEnabled, viewport, locale })
      watch(context, faults)
      opened.push(context)
      return context
    })
    for (const context of opened) await context.close()
  },
})
