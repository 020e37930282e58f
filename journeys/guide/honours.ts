// Chapter 24: a form of commendation with its versions, a round with its balance and papers, a nomination with what bars it, a ballot, a correction, the check page everybody sees.
import type { Page } from 'playwright-core'
import { writeForm } from '../honours.ts'
import { picture, type Camera } from './camera.ts'

export async function honourPictures(camera: Camera): Promise<void> {
  const desk = await camera.as('khoi.tantrieu')
  await desk.goto('/khen-thuong/dot?muc=all')
  await desk.getByRole('link', { name: 'Khen đột xuất việc giúp dân' }).click()
  await desk.getByRole('heading', { name: 'Cân đối của đợt' }).waitFor()
  const round = new URL(desk.url()).pathname
  await picture(desk, '24-dot', { from: desk.locator('.head'), to: desk.locator('main section').nth(1) })
  await desk.goto(round)
  await desk.getByRole('link', { name: 'Tổ xung kích khu phố 3' }).click()
  const check = await desk.getByRole('link', { name: 'Trang kiểm tra của mọi người' }).getAttribute('href')

  const head = await camera.as('chutich.tantrieu')
  await formPicture(head)
  await head.goto(round)
  await head.getByRole('link', { name: 'Đội thuyền nhà ông Tư' }).click()
  await head.getByRole('link', { name: 'Lấy phiếu' }).click()
  await picture(head, '24-phieu', { from: head.locator('.head'), to: head.locator('form.paper') })

  await head.goto(round)
  await head.getByRole('link', { name: 'Tổ xung kích khu phố 3' }).click()
  await head.locator('summary').filter({ hasText: 'Đính chính tên' }).click()
  await picture(head, '24-dinh-chinh', { from: head.locator('details[open]'), to: head.locator('details[open]') })

  const phone = await camera.window(360)
  await phone.goto(check!)
  await picture(phone, '24-kiem-tra', { from: phone.locator('.head'), to: phone.locator('main section').first() })
}

/** Written from the shipped one, then changed. */
async function formPicture(page: Page): Promise<void> {
  await writeForm(page, 'Giấy khen “Người tốt, việc tốt” của phường')
  await page.getByRole('link', { name: 'Viết bản mới' }).click()
  await page.getByLabel('Phải cách lần trước mấy năm').fill('2')
  await page.getByLabel('Lấy ý kiến ít nhất').fill('5')
  await page.getByLabel('Có hiệu lực từ').fill('01/07/2026')
  await page.getByRole('button', { name: 'Lưu hình thức khen' }).click()
  await page.getByRole('heading', { name: /Bản 2/ }).waitFor()
  await page.goto(new URL(page.url()).pathname)
  await picture(page, '24-hinh-thuc', { from: page.locator('.head'), to: page.locator('main section').nth(1) })
}
