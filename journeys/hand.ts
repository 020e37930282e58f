// A person's hand: every click and every field is counted, so that the time of a whole path can be estimated.
import type { Locator, Page } from '@playwright/test'

const secondsAClick = 4
const secondsAField = 8

export class Effort {
  clicks = 0
  fields = 0

  minutes(): number {
    return (this.clicks * secondsAClick + this.fields * secondsAField) / 60
  }

  toString(): string {
    return `${this.clicks} lần bấm, ${this.fields} ô: khoảng ${this.minutes().toFixed(1).replace('.', ',')} phút`
  }
}

/** What one person does on one page; all hands of a path share one effort. */
export class Hand {
  private readonly page: Page
  private readonly effort: Effort

  constructor(page: Page, effort: Effort) {
    this.page = page
    this.effort = effort
  }

  async click(what: Locator): Promise<void> {
    this.effort.clicks += 1
    await what.click()
  }

  async link(name: string | RegExp): Promise<void> {
    await this.click(this.page.getByRole('link', { name }).first())
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
