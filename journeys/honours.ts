// What several stories begin with: a form of commendation of the ward, an assessment with a body nobody signs in for.
import type { Page } from '@playwright/test'

/** Written by whoever is signed in, from the shipped one; answers its address. */
export async function writeForm(page: Page, name: string): Promise<string> {
  await page.goto('/khen-thuong/dot/hinh-thuc')
  await page.getByRole('link', { name: 'Giấy khen của Chủ tịch UBND cấp xã' }).click()
  await page.getByRole('link', { name: 'Viết hình thức của cơ quan mình từ đây' }).click()
  await page.getByLabel('Tên hình thức').fill(name)
  await page.getByLabel('Có hiệu lực từ').fill('01/01/2026')
  await page.getByLabel('Căn cứ', { exact: true }).fill('Quy chế 03/QC-UBND ngày 05/01/2026 (minh hoạ)')
  await page.getByRole('button', { name: 'Lưu hình thức khen' }).click()
  await page.getByText('Đã lưu. Đợt đã mở giữ bản lúc mở.').waitFor()
  return new URL(page.url()).pathname
}

/** An assessment with everybody of the ward in it; answers the sheet of one nobody signs in for. */
export async function launchForSilent(page: Page, { year, dueOn }: { year: string; dueOn: string }): Promise<string> {
  await page.goto('/cham-diem/moi')
  await page.getByLabel('Loại', { exact: true }).selectOption({ label: 'Cơ quan đạt tiêu chí “Dân vận khéo”' })
  await page.getByLabel('Năm', { exact: true }).fill(year)
  await page.getByLabel('Hạn các đơn vị gửi phiếu').fill(dueOn)
  await page.getByRole('button', { name: 'Mở đợt chấm điểm' }).click()
  await page.locator('summary', { hasText: 'Đưa đơn vị vào đợt' }).click()
  const panel = page.getByRole('main').locator('details[open]')
  for (const one of await panel.getByRole('checkbox').all()) if (await one.isVisible()) await one.check()
  await panel.getByRole('button', { name: 'Đưa đơn vị vào đợt' }).click()
  const silent = page.getByRole('row').filter({ hasText: 'chưa có tài khoản' }).first()
  return (await silent.getByRole('link').getAttribute('href'))!
}
