// The form of one organisation of Mã Đà for 2023, as its people handle it.
import { expect, type Locator, type Page } from '@playwright/test'

/** Rows of F1: eligible 1, members 2, joined 3, left 4, away 5, regular 6, core 7; of the youth union also gathered 8. */
export type Figures = Record<number, string>

/** From the desk, the line with this text. */
export async function openForm(page: Page, line: string): Promise<void> {
  await page.goto('/ban-lam-viec')
  await page.getByRole('row').filter({ hasText: line }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mã Đà')
}

export const cell = (page: Page, row: number): Locator => page.locator(`input[name="rows.${row}.value"]`)

export async function typeFigures(page: Page, figures: Figures): Promise<void> {
  for (const [row, value] of Object.entries(figures)) await cell(page, Number(row)).fill(value)
}

export async function expectFigures(page: Page, figures: Figures): Promise<void> {
  for (const [row, value] of Object.entries(figures)) await expect(cell(page, Number(row))).toHaveValue(value)
}

/** The grade of the year, with the decision that says so. */
export async function typeGrade(page: Page): Promise<void> {
  await page.getByLabel('Hoàn thành tốt nhiệm vụ').check()
  await page.getByLabel('Số quyết định xếp loại').fill('15-QĐ/ĐU')
  await page.getByLabel('Ngày quyết định').fill('08/12/2023')
}

export const sendButton = (page: Page): Locator => page.getByRole('button', { name: 'Gửi Khối dân vận xã Mã Đà' })
export const draftButton = (page: Page): Locator => page.getByRole('button', { name: 'Lưu nháp' })
