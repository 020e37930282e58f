// What every page must pass, at both widths: status, one h1, language, nothing wider than the screen, axe.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export const widths = [360, 1280] as const

/** The faults of the page as it stands; none: fine. It is changed by looking: panels open, long lists cut. */
export async function faultsOf(page: Page, at: readonly number[] = widths): Promise<string[]> {
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
  for (const width of at) {
    await page.setViewportSize({ width, height: 800 })
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
    for (const { id, help, nodes } of violations) {
      const places = nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.html.slice(0, 120)}`)
      faults.push(`${width} px: ${id}: ${help} (${nodes.length})\n      ${places.join('\n      ')}`)
    }
  }
  return faults
}

async function outlineFaults(page: Page): Promise<string[]> {
  const faults: string[] = []
  const headings = await page.locator('h1').count()
  if (headings !== 1) faults.push(`${headings} h1`)
  const language = await page.locator('html').getAttribute('lang')
  if (language !== 'vi' && language !== 'en') faults.push(`html lang="${language}"`)
  if (!(await page.title())) faults.push('không có tiêu đề trang')
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
