// What every page must pass, at both widths: one h1, language, nothing wider than the screen, axe.
import axe from 'axe-core'
import type { Page } from '@playwright/test'

export const widths = [360, 1280] as const

/** The faults of the page as it stands; none: fine. It is changed by looking: panels open, long lists cut. */
export async function faultsOf(page: Page, at: readonly number[] = widths): Promise<string[]> {
  await page.waitForLoadState() // with its style sheets
  const faults = await outlineFaults(page)
  // A person opens panels too. The rest of a long table is like its beginning.
  await page.evaluate(`document.querySelectorAll('main details').forEach((one) => (one.open = true))`)
  for (const width of at) {
    await page.setViewportSize({ width, height: 800 })
    const wide = await tooWide(page)
    if (wide) faults.push(`${width} px: rộng hơn màn hình, ${wide}`)
  }
  await page.evaluate(`document.querySelectorAll('main tr:nth-child(n+9), main section:nth-of-type(n+9)')
    .forEach((one) => one.remove())`)
  await page.evaluate(axe.source)
  for (const width of [...at].reverse()) {
    await page.setViewportSize({ width, height: 800 })
    faults.push(...(await axeFaults(page)).map((one) => `${width} px: ${one}`))
  }
  return faults
}

const themes = ['xanh-nuoc-bien', 'do', 'xanh-la', 'vang']

/** Colours that cannot be read, in the four themes, light and dark; of a page `faultsOf` has looked at. */
export async function contrastFaults(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const theme of themes) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`)
      const found = await axeFaults(page, ['color-contrast', 'link-in-text-block'])
      faults.push(...found.map((one) => `${theme}, ${colorScheme}: ${one}`))
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  return faults
}

/** In the page itself, without the second page that axe's own driver opens: five times as quick. */
function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) }
  return page.evaluate<string[]>(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.map(({ id, help, nodes }) => id + ': ' + help + ' (' + nodes.length + ')' +
      nodes.slice(0, 3).map(({ target, html }) => '\\n      ' + target.join(' ') + ' ' + html.slice(0, 120)).join('')))`)
}

async function outlineFaults(page: Page): Promise<string[]> {
  const { headings, language, title } = await page.evaluate<{ headings: number; language: string; title: string }>(`({
    headings: document.querySelectorAll('h1').length, language: document.documentElement.lang, title: document.title })`)
  const faults: string[] = []
  if (headings !== 1) faults.push(`${headings} h1`)
  if (language !== 'vi' && language !== 'en') faults.push(`html lang="${language}"`)
  if (!title) faults.push('không có tiêu đề trang')
  return faults
}

/** The outermost thing that sticks out, when the page can be scrolled sideways. */
function tooWide(page: Page): Promise<string | null> {
  return page.evaluate<string | null>(`(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return null
    const out = [...document.body.querySelectorAll('*')].find((one) => one.getBoundingClientRect().right > width + 1)
    return (out ? out.outerHTML.slice(0, 120) : '') + ' ' + document.documentElement.scrollWidth
  })()`)
}
