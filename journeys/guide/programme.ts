// Chapter 5: a programme from its head to the forms, issued by the standing board; a period is closed.
import type { Page } from 'playwright-core'
import { openPanel, picture, type Camera } from './camera.ts'

export async function programmePictures(camera: Camera): Promise<void> {
  const page = await camera.as('chuyenvien')
  await page.goto('/chuong-trinh/moi')
  await picture(page, '05-tu-nam-truoc', { from: page.locator('.head'), to: page.locator('main p').last() })
  await page.getByRole('link', { name: 'Lập từ đầu' }).click()
  const byHand = page.locator('section')
  await byHand.getByLabel('Đơn vị ban hành').selectOption({ index: 1 })
  await byHand.getByLabel('Năm').fill('2024')
  await byHand.getByLabel('Tên chương trình').fill('Chương trình “Dân vận khéo” năm 2024')
  await byHand.getByLabel('Lịch báo cáo').selectOption({ index: 1 })
  await picture(page, '05-lap-tu-dau', { from: byHand })
  await byHand.getByRole('button', { name: 'Lập chương trình' }).click()
  await page.waitForURL(/\/sua/)
  const programme = page.url().replace(/\/sua.*/, '')
  await targetPictures(page, programme)
  await page.goto(`${programme}/bieu`)
  const panel = await openPanel(page, 'Lập biểu từ chỉ tiêu')
  await picture(page, '05-bieu-tu-chi-tieu', { from: page.locator('.head'), to: panel })
  await copyPictures(camera, page)
}

/** The same programme from last year's: everything is there, it is looked over and issued. */
async function copyPictures(camera: Camera, page: Page): Promise<void> {
  await page.goto('/chuong-trinh/moi')
  const last = page.getByLabel('Chương trình năm trước')
  await last.selectOption({ label: '42-CTr/HU · Chương trình công tác dân vận năm 2023 · 2023' })
  await page.getByLabel('Năm', { exact: true }).fill('2024')
  await page.getByLabel('Tên chương trình').fill('Chương trình công tác dân vận năm 2024')
  await page.getByRole('button', { name: 'Lập từ chương trình này' }).click()
  await page.waitForURL(/\/sua/)
  const programme = page.url().replace(/\/sua.*/, '')
  await picture(page, '05-cac-buoc', { from: page.locator('.head'), to: page.locator('.steps') })
  await picture(page, '05-danh-sach-chi-tieu', { from: page.locator('#targets') })
  await page.goto(`${programme}/bieu`)
  const form = page.locator('section').nth(2)
  await form.locator('summary').first().click()
  await picture(page, '05-bieu', { from: form })
  await issuePictures(camera, programme)
}

async function targetPictures(page: Page, programme: string): Promise<void> {
  await page.goto(`${programme}/chi-tieu/moi`)
  await page.getByLabel('Tên chỉ tiêu').fill('Đoàn viên, hội viên sinh hoạt thường xuyên')
  await page.getByLabel('Chỉ số').selectOption({ label: 'Tỷ lệ đoàn viên, hội viên sinh hoạt thường xuyên' })
  await page.getByLabel('Mức giao').first().fill('80')
  for (const name of ['Hội Nông dân', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'Hội Liên hiệp Phụ nữ'])
    await page.getByLabel(name, { exact: true }).check()
  const first = page.locator('fieldset').nth(1)
  await page.locator('details', { has: first }).locator('summary').click()
  await first.getByLabel(/^Tên, ví dụ/).fill('riêng Đoàn TNCS Hồ Chí Minh')
  await first.getByLabel('Tổ chức').selectOption({ label: 'Đoàn Thanh niên Cộng sản Hồ Chí Minh' })
  await first.getByLabel('Mức giao').fill('70')
  await picture(page, '05-chi-tieu', { from: page.locator('.head'), to: page.getByLabel('Hạn') })
  await picture(page, '05-rieng', { from: first })
  await page.getByRole('button', { name: 'Lưu chỉ tiêu' }).click()
  await page.waitForURL(/sua|bieu/)
}

async function issuePictures(camera: Camera, programme: string): Promise<void> {
  const board = await camera.as('thuongtruc')
  await board.goto(`${programme}/sua`)
  const panel = await openPanel(board, 'Ban hành')
  await picture(board, '05-ban-hanh', { from: board.locator('#issue'), to: panel })
  await panel.getByRole('button', { name: 'Ban hành' }).click()
  await board.waitForURL(/\/chuong-trinh\/\d+$/)
  const head = await camera.as('truongban')
  await head.goto('/chuong-trinh/1/ai-da-gui?loc=missing')
  await openPanel(head, 'Khoá sổ kỳ này')
  await picture(head, '05-khoa-so', { from: head.locator('details[open]') })
}
