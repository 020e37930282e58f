// Chapter 11: the call of the sample read side by side, a unit writing, a report that keeps whose words it holds.
import type { Page } from 'playwright-core'
import { openPanel, picture, type Camera } from './camera.ts'

export async function callPictures(camera: Camera): Promise<void> {
  const officer = await camera.as('chuyenvien')
  await officer.goto('/de-cuong')
  await picture(officer, '11-danh-sach', { height: 420 })
  await draftPictures(officer)
  await officer.goto('/de-cuong/1')
  await picture(officer, '11-ai-da-tra-loi', { from: officer.locator('.head'), to: officer.getByRole('table').first() })
  await writingPictures(await camera.as('khoi.mada'))
  const waiting = await camera.as('truongban')
  await waiting.goto('/de-cuong/1')
  await waiting.getByRole('link', { name: 'Khối dân vận xã Bình Lợi' }).click()
  await openPanel(waiting, 'Trả lại kèm lý do')
  await picture(waiting, '11-nhan', { from: waiting.locator('.moves') })
  await mergingPictures(officer)
}

async function draftPictures(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Lập đề cương mới' }).click()
  await page.getByLabel('Loại báo cáo').selectOption('quick')
  await page.getByLabel('Năm', { exact: true }).fill('2024')
  await page.getByLabel('Hạn gửi').fill('20/03/2024')
  await picture(page, '11-lap-moi', { from: page.locator('.head'), to: page.locator('main form') })
  await page.getByRole('button', { name: 'Lập đề cương' }).click()
  await page.waitForURL(/de-cuong\/\d+$/)
  await picture(page, '11-sua', { from: page.locator('.head'), to: page.locator('fieldset').first() })
}

async function writingPictures(page: Page): Promise<void> {
  await page.goto('/ban-lam-viec')
  await page.getByRole('link', { name: 'Đề cương tổng kết công tác dân vận năm 2023' }).click()
  await picture(page, '11-viet', { height: 900 })
  await page.getByLabel('Tình hình các tầng lớp nhân dân').fill('Ông Ba ở ấp 2 gọi 0912345678 hỏi giá đất.')
  await page.getByRole('button', { name: 'Lưu nháp' }).click()
  await page.getByRole('alert').waitFor()
  await picture(page, '11-nhac-ten', { from: page.getByRole('alert') })
  await picture(page, '11-xac-nhan', { from: page.getByText('Có chữ có thể chỉ một người'), to: page.locator('.foot') })
}

async function mergingPictures(page: Page): Promise<void> {
  await page.goto('/bao-cao/moi')
  await page.getByLabel('Chương trình').selectOption({ index: 1 })
  await page.getByLabel('sơ kết').check()
  await page.getByLabel('Kỳ', { exact: false }).first().fill('2023')
  await page.getByRole('button', { name: 'Lập báo cáo' }).click()
  await page.waitForURL(/bao-cao\/\d+$/)
  const report = page.url()
  await page.goto('/de-cuong/1/doc?muc=situationPeople')
  const ticks = page.locator('.units input[type=checkbox]')
  await ticks.nth(1).check()
  await ticks.nth(3).check()
  await picture(page, '11-doc', { from: page.locator('.head'), to: page.locator('.foot') })
  await page.getByRole('button', { name: 'Ghép đoạn đã đánh dấu vào báo cáo' }).click()
  await page.getByText('Đã ghép vào báo cáo.').waitFor()
  await page.goto('/de-cuong/1/doc?muc=weaknesses')
  await picture(page, '11-gop', { from: page.locator('.proposal').first() })
  await page.goto(report)
  const source = page
    .locator('details')
    .filter({ has: page.locator('.sourced') })
    .first()
  await source.locator('.sourced').first().hover()
  await picture(page, '11-nguon', { from: source })
}
