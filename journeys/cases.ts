// What citizens send, as people handle it in the browser: sent without an account, found by its code, moved on by the office.
import { expect, type Page } from '@playwright/test'

export interface Receipt {
  code: string
  secret: string
}

/** 200 by 200 of whatever is on the screen: a picture that can be made anew. */
export async function photoOf(page: Page, name: string) {
  const clip = { x: 0, y: 0, width: 200, height: 200 }
  return { name, mimeType: 'image/png', buffer: await page.screenshot({ clip }) }
}

/** The shortest way: where, what, a photo. */
export async function sendReport(page: Page): Promise<Receipt> {
  await page.goto('/gui')
  const ward = page.getByLabel('Gửi đến').locator('option').filter({ hasText: 'phường Tân Triều' })
  await page.getByLabel('Gửi đến').selectOption({ label: (await ward.first().textContent())!.trim() })
  await page.getByLabel('Kể việc xảy ra').fill('Nắp cống vỡ trước nhà văn hoá khu phố, đề nghị thay sớm.')
  await page.getByLabel('Ảnh hoặc PDF').setInputFiles(await photoOf(page, 'nắp cống.png'))
  await page.getByRole('button', { name: 'Gửi', exact: true }).click()
  return readReceipt(page)
}

export async function readReceipt(page: Page): Promise<Receipt> {
  await expect(page.getByRole('heading', { name: 'Biên nhận', level: 1 })).toBeVisible()
  const [code, secret] = [page.locator('[data-code]'), page.locator('[data-secret]')]
  return { code: (await code.textContent())!.trim(), secret: (await secret.textContent())!.trim() }
}

/** By code and secret, as typed from the paper. */
export async function follow(page: Page, { code, secret }: Receipt): Promise<void> {
  await page.goto('/theo-doi')
  await page.getByLabel('Mã tra cứu').fill(code.toLowerCase())
  await page.getByLabel('Khoá của người gửi').fill(secret.replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Xem' }).click()
  await expect(page).toHaveURL(/\/theo-doi\/[0-9A-Z]{8}$/)
}

/** From the list of the office, by the code on the receipt. */
export async function openCase(page: Page, { code }: Receipt, box = 'all'): Promise<void> {
  await page.goto(`/don-thu?muc=${box}&q=${encodeURIComponent(code)}`)
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/don-thu\/\d+$/)
}

export async function openToSort(page: Page, receipt: Receipt): Promise<void> {
  await openCase(page, receipt)
  await page.getByRole('link', { name: 'Mở để phân loại' }).click()
  await expect(page).toHaveURL(/\/don-thu\/\d+\/mo$/)
}

/** One of the moves at the foot of a case: opened, filled by label, done. */
export async function makeMove(page: Page, move: string, fields: Record<string, string>, tick?: string): Promise<void> {
  await page.goto(new URL(page.url()).pathname) // what was said of the move before is gone
  const panel = page.locator('details', { has: page.locator('summary').getByText(move, { exact: true }) })
  await panel.locator('summary').click()
  for (const [label, value] of Object.entries(fields)) await panel.getByLabel(label).fill(value)
  if (tick) await panel.getByLabel(tick).check()
  await panel.getByRole('button', { name: move, exact: true }).click()
  await expect(page.getByText('Đã ghi.', { exact: true })).toBeVisible()
}
