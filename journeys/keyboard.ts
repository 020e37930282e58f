// Hands that never leave the keyboard; every step asks that the focus can be seen.
import { expect, type Locator, type Page } from '@playwright/test'

/** Tab until it has the focus, as a person would: no more than a page's worth of steps. */
export async function tabTo(page: Page, what: Locator): Promise<void> {
  await expect(what).toBeVisible()
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab')
    if (await hasFocus(what)) return expectFocusSeen(page)
  }
  throw new Error(`Tab không tới được ${what}`)
}

export function hasFocus(what: Locator): Promise<boolean> {
  return what.evaluate((one) => one === one.ownerDocument.activeElement)
}

/** Writes over what stands in the field that has the focus. */
export async function writeOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** The thing with the focus wears an outline, lies in the window and under nothing that sticks (WCAG 2.2: 2.4.7, 2.4.11). */
export async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.locator(':focus').evaluate((one) => {
    const window = one.ownerDocument.defaultView!
    const { outlineStyle, outlineWidth } = window.getComputedStyle(one)
    const box = one.getBoundingClientRect()
    const top = one.ownerDocument.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20))
    return {
      what: one.outerHTML.slice(0, 100),
      outlined: one.matches(':focus-visible') && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      inWindow: box.bottom > 0 && box.top < window.innerHeight,
      uncovered: top !== null && (one.contains(top) || top.contains(one)),
    }
  })
  expect(seen).toEqual({ what: seen.what, outlined: true, inWindow: true, uncovered: true })
}
