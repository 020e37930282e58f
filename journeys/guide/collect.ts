// Chapter 12: cells marked on the superior's sheet, a bloc filling its row, every fault by its cell, who has sent.
import type { Page } from 'playwright-core'
import { picture, type Camera } from './camera.ts'

export async function collectPictures(camera: Camera): Promise<void> {
  const officer = await camera.as('chuyenvien')
  await officer.goto('/thu-thap')
  await officer.getByRole('link', { name: 'Biểu kiểm tra nhà văn hoá từng xã' }).click()
  await picture(officer, '12-danh-dau', {
    from: officer.getByText('Ghi các vùng ô'),
    to: officer.getByLabel('Vùng 2: ô đầu và ô cuối'),
  })
  await fillingPictures(await camera.as('khoi.mada'))
  await officer.goto('/thu-thap')
  await officer.getByRole('link', { name: 'Rà soát nhà văn hoá và tổ tự quản năm 2023' }).click()
  await picture(officer, '12-ai-da-gui', { from: officer.locator('.head'), to: officer.getByRole('table') })
}

async function fillingPictures(page: Page): Promise<void> {
  await page.goto('/thu-thap')
  await page.getByRole('link', { name: 'Rà soát nhà văn hoá và tổ tự quản năm 2023' }).click()
  const type = async (label: string, value: string) =>
    page.getByRole('textbox', { name: new RegExp(`${label} \\(`) }).fill(value)
  for (const [label, value] of [
    ['Tổng số', '7'],
    ['Đạt chuẩn', '6'],
    ['Số tổ', '12'],
    ['Số người tham gia', '1.240'],
  ] as const)
    await type(label, value)
  await picture(page, '12-dien', {
    from: page.locator('.head'),
    to: page.getByRole('button', { name: 'Lưu nháp' }),
  })
  await type('Số tổ', 'mười hai')
  await type('Số người tham gia', '1,240')
  await page.getByRole('button', { name: 'Lưu nháp' }).click()
  await page.getByRole('alert').waitFor()
  await picture(page, '12-loi', { from: page.getByRole('alert'), to: page.getByRole('table').first() })
}
