// Signing in and out, as people do.
import { expect, type Locator, type Page } from '@playwright/test'
import { samplePassword } from '../core/sample/cast.ts'

export async function signIn(page: Page, username: string, password: string = samplePassword): Promise<void> {
  await page.goto('/dang-nhap')
  await fillSignIn(page, username, password)
  await expect(page).toHaveURL(/\/ban-lam-viec|\/tai-khoan\/mat-khau/)
}

/** On the sign-in page, wherever it leads afterwards. */
export async function fillSignIn(page: Page, username: string, password: string = samplePassword): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

export async function signOut(page: Page): Promise<void> {
  await pressSignOut(page)
  await expect(page.getByRole('heading', { name: 'Đã thoát' })).toBeVisible()
}

/** In the office it lies behind the person's name. */
export async function pressSignOut(page: Page): Promise<void> {
  const head = page.getByRole('banner')
  const name = head.locator('details.account > summary')
  if (await name.isVisible()) await name.click()
  await head.getByRole('button', { name: 'Thoát' }).click()
}

/** Presses a section of the head; where there are many it lies in a group. */
export async function openSection(page: Page, name: string): Promise<void> {
  const head = page.getByRole('banner')
  const link = page.getByRole('link', { name, exact: true, includeHidden: true })
  const group = head.locator('nav details').filter({ has: link })
  if ((await group.count()) > 0) await group.locator('summary').click()
  await head.getByRole('link', { name, exact: true }).click()
}

/** Opens a panel that asks before it acts, and answers the button that does it. */
export async function openPanel(page: Page, label: string): Promise<Locator> {
  const summary = page.locator('summary').filter({ hasText: label })
  await summary.click()
  return page.locator('details').filter({ has: summary }).getByRole('button')
}
