// Chapter 22: the papers of a complaint with one being made, and the table of a desk.
import { picture, type Camera } from './camera.ts'

export async function paperOfCasePictures(camera: Camera): Promise<void> {
  const head = await camera.as('chutich.tantrieu')
  await head.goto('/don-thu/6/giay-to', { waitUntil: 'networkidle' })
  await head.locator('summary').filter({ hasText: 'Mẫu 14a' }).click()
  const form = head.locator('details[open] form')
  await form.getByLabel('Nội dung đơn').fill('đo lại ranh giới thửa đất ở khu phố Bình Thạnh')
  await form.getByLabel('Số, ký hiệu').fill('21/QĐ-UBND')
  await form.getByRole('button', { name: 'Lập giấy này' }).click()
  await head.getByText('Đã lập giấy tờ.').waitFor()
  await head.waitForLoadState('networkidle')
  await head.locator('summary').filter({ hasText: 'Thông báo thụ lý' }).click()
  await picture(head, '22-giay-to', { from: head.locator('.head'), to: head.locator('details[open] form') })
  const desk = await camera.as('tiepdan.tantrieu')
  await desk.goto('/don-thu/bang?ky=2026-M11')
  await picture(desk, '22-bang', { height: 1400 })
}
