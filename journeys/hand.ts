// A person's hand: every page, click, field and key is counted, so that the time of a whole path can be estimated.
import type { Locator, Page } from '@playwright/test'

/**
 * Keystroke-level model (Card, Moran and Newell 1980), with slow hands: an average typist needs 0.28 s a key, Vietnamese
 * letters take more keys than one, and people look at what they type. Reading a page is our own, generous addition.
 */
export const model = { key: 0.5, point: 1.1, press: 0.2, handToKeyboard: 0.4, thinkFirst: 1.35, readPage: 10 } as const

export class Effort {
  clicks = 0
  fields = 0
  keys = 0
  pages = 0

  minutes(): number {
    const aClick = model.thinkFirst + model.point + model.press
    const aField = aClick + model.handToKeyboard
    const { clicks, fields, keys, pages } = this
    return (clicks * aClick + fields * aField + keys * model.key + pages * model.readPage) / 60
  }

  toString(): string {
    const minutes = this.minutes().toFixed(1).replace('.', ',')
    const { clicks, fields, keys, pages } = this
    return `${pages} trang đọc, ${clicks} lần bấm, ${fields} ô, ${keys} phím: khoảng ${minutes} phút của người`
  }
}

/** What one person does in one window; all hands of a path share one effort. */
export class Hand {
  private readonly page: Page
  private readonly effort: Effort

  constructor(page: Page, effort: Effort) {
    this.page = page
    this.effort = effort
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) effort.pages += 1
    })
  }

  async click(what: Locator): Promise<void> {
    this.effort.clicks += 1
    await what.click()
  }

  /** One that stands in a closed group of the head is reached by opening the group first, which is a click too. */
  async link(name: string | RegExp): Promise<void> {
    const hidden = this.page.getByRole('link', { name, includeHidden: true })
    await hidden.first().waitFor({ state: 'attached' })
    const link = this.page.getByRole('link', { name }).first()
    const group = this.page.getByRole('banner').locator('details').filter({ has: hidden }).first()
    if ((await link.count()) === 0 && (await group.count()) > 0) await this.click(group.locator('summary'))
    await this.click(link)
  }

  async press(name: string | RegExp): Promise<void> {
    await this.click(this.page.getByRole('button', { name }).first())
  }

  /** A panel is opened by one click; its button is another. */
  async open(name: string): Promise<void> {
    await this.click(this.page.locator('summary').filter({ hasText: name }).first())
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    this.effort.fields += 1
    this.effort.keys += value.length
    await this.page
      .getByLabel(label, { exact: typeof label === 'string' })
      .first()
      .fill(value)
  }

  async choose(label: string | RegExp, option: string | RegExp): Promise<void> {
    this.effort.fields += 1
    const select = this.page.getByRole('combobox', { name: label }).first()
    const options = await select.locator('option').allTextContents()
    const text = options.find((one) => (typeof option === 'string' ? one.trim() === option : option.test(one)))
    if (text === undefined) throw new Error(`“${option}” không có trong: ${options.join(' | ')}`)
    await select.selectOption({ label: text.trim() })
  }

  async tick(label: string | RegExp): Promise<void> {
    this.effort.clicks += 1
    const { page } = this
    await page
      .getByRole('radio', { name: label })
      .or(page.getByRole('checkbox', { name: label }))
      .first()
      .check()
  }
}
