// Chapter 17: when a limit ends and why, day by day; the days off of a year, proposed.
import { picture, type Camera } from './camera.ts'

export async function lawPictures(camera: Camera): Promise<void> {
  const page = await camera.window()
  await page.goto('/thoi-han')
  await page.getByLabel('Thời hạn', { exact: true }).selectOption('complaint.accept')
  await page.getByLabel('Ngày bắt đầu').fill('24/04/2026')
  await picture(page, '17-hoi', { from: page.locator('.head'), to: page.getByRole('button', { name: 'Tính hạn' }) })
  await page.getByRole('button', { name: 'Tính hạn' }).click()
  await page.getByRole('heading', { name: 'Hạn cuối' }).waitFor()
  await picture(page, '17-han', { from: page.locator('#ket-qua') })
  await page.goto('/thoi-han/lich?nam=2026')
  await picture(page, '17-lich', { from: page.locator('.head'), to: page.getByRole('row').nth(6) })
}
