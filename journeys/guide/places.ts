// Chapter 8: places through time, as any visitor sees them.
import { picture, type Camera } from './camera.ts'

export async function placePictures(camera: Camera): Promise<void> {
  const page = await camera.window()
  await page.goto('/tim?q=vinh+cuu')
  await picture(page, '08-tim', {
    from: page.locator('.head'),
    to: page.getByRole('table').or(page.locator('main ul')).first(),
  })
  await page.getByRole('link', { name: 'Huyện Vĩnh Cửu' }).click()
  await picture(page, '08-huyen', {
    from: page.locator('.head'),
    to: page.getByRole('table').nth(1).getByRole('row').nth(3),
  })
  await page.goto('/dia-ban?ngay=2025-06-30&so-voi=2025-07-01')
  await picture(page, '08-so-sanh', {
    from: page.getByRole('heading', { name: 'So sánh qua thời gian' }),
    to: page.getByText('không so sánh được với đơn vị mới'),
  })
  await page.goto('/tim?q=hoang+mai')
  await page.getByRole('link', { name: 'Quận Hoàng Mai' }).click()
  const inside = page.getByRole('table').filter({ hasText: 'Nay thuộc' })
  await picture(page, '08-bi-chia', { from: inside, most: 520 })
  const officer = await camera.as('danvan.hoangmai')
  const board = await officer.locator('main a[href$="/bang"]').first().getAttribute('href')
  await officer.goto(board!.replace('/bang', '/theo-ngay'))
  await officer.locator('summary').first().click()
  await picture(officer, '08-khong-so-sanh', { from: officer.locator('section').first(), most: 1150 })
}
