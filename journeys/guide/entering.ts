// Chapters 2 and 3: Lan of the farmers' union of Mã Đà enters and sends, Minh of the bloc returns and accepts.
import type { Page } from 'playwright-core'
import { openPanel, picture, type Camera } from './camera.ts'

const form = /Biểu F1 – Hội Nông dân cấp xã · Năm 2023/
/** Rows of F1: eligible 1, members 2, joined 3, left 4, away 5, regular 6, core 7. */
const figures = { 1: '640', 2: '520', 3: '20', 4: '5', 5: '40', 6: '610', 7: '210' }

export async function enteringPictures(camera: Camera): Promise<void> {
  const lan = await camera.as('nongdan.mada')
  await picture(lan, '02-ban-lam-viec', { height: 440 })
  await openForm(lan)
  await picture(lan, '02-bieu', { from: lan.locator('.head'), to: lan.locator('.foot') })
  await firstTry(lan)
  await mendAndSend(lan)
  const minh = await camera.as('khoi.mada')
  await acceptingPictures(minh)
  await returnedPictures(camera, lan)
  await openReceived(minh)
  await minh.getByRole('button', { name: 'Nhận số liệu' }).click()
  await openPanel(minh, 'Mở lại để sửa')
  await picture(minh, '03-mo-lai', { from: minh.locator('.moves'), to: minh.locator('ol').last() })
  await summaryPictures(minh)
  await correctionPicture(camera)
}

async function openForm(page: Page): Promise<void> {
  await page.goto('/ban-lam-viec')
  await page.getByRole('row').filter({ hasText: form }).getByRole('link').first().click()
  await page.waitForURL(/nhap-so-lieu/)
}

const cell = (page: Page, row: number) => page.locator(`input[name="rows.${row}.value"]`)

async function firstTry(page: Page): Promise<void> {
  for (const [row, value] of Object.entries(figures)) await cell(page, Number(row)).fill(value)
  await page.getByLabel('Hoàn thành tốt nhiệm vụ').check()
  const table = page.getByRole('table').first()
  await picture(page, '02-loi-tai-o', { from: table, to: table.getByRole('row').nth(7) })
  await page.getByRole('button', { name: /^Gửi Khối/ }).click()
  await picture(page, '02-loi-khi-gui', { from: page.getByRole('alert') })
}

async function mendAndSend(page: Page): Promise<void> {
  await cell(page, 6).fill('410')
  const away = page.locator('textarea[name="rows.5.note"]')
  await cell(page, 5).fill('560')
  await away.fill('Tính cả hội viên đi làm theo mùa, đã đối chiếu danh sách.')
  await picture(page, '02-ghi-ly-do', { from: page.locator('tr[data-row="5"]') })
  await cell(page, 5).fill('40')
  await away.fill('')
  await page.getByLabel('Số quyết định xếp loại').fill('15-QĐ/HND')
  await page.getByLabel('Ngày quyết định').fill('08/12/2023')
  await page.getByRole('button', { name: /^Gửi Khối/ }).click()
  await page.getByText('Bản 1 · Gửi:').waitFor()
  await openPanel(page, 'Rút lại')
  await picture(page, '02-da-gui', { from: page.locator('.moves'), to: page.locator('ol').last() })
}

async function openReceived(page: Page): Promise<void> {
  await page.goto('/ban-lam-viec')
  await page.getByRole('row').filter({ hasText: 'Hội Nông dân xã Mã Đà' }).getByRole('link').first().click()
  await page.waitForURL(/nhap-so-lieu/)
}

async function acceptingPictures(page: Page): Promise<void> {
  await page.goto('/ban-lam-viec')
  await picture(page, '03-cho-nhan', { height: 560 })
  await openReceived(page)
  const panel = await openPanel(page, 'Trả lại kèm lý do')
  await panel.getByLabel('Lý do').fill('Đề nghị kiểm tra lại số nòng cốt theo danh sách.')
  await picture(page, '03-nhan-tra-lai', { from: page.locator('.moves') })
  await panel.getByRole('button', { name: 'Trả lại kèm lý do' }).click()
  await page.getByText(/Bản 1 · Trả lại/).waitFor()
}

async function returnedPictures(camera: Camera, page: Page): Promise<void> {
  await openForm(page)
  await picture(page, '02-bi-tra-lai', { height: 350 })
  const phone = await camera.as('nongdan.mada', { width: 360 })
  await openForm(phone)
  await picture(phone, '02-dien-thoai', { height: 900 })
  await cell(page, 7).fill('205')
  await page.getByRole('button', { name: /^Gửi Khối/ }).click()
  await page.getByText('Bản 2 · Gửi:').waitFor()
}

async function summaryPictures(page: Page): Promise<void> {
  await page.goto('/ban-lam-viec')
  await page.getByRole('row').filter({ hasText: 'Biểu F3' }).getByRole('link').first().click()
  await page.waitForURL(/nhap-so-lieu/)
  await picture(page, '03-bieu-f3', { from: page.locator('.head'), to: page.locator('.foot') })
}

async function correctionPicture(camera: Camera): Promise<void> {
  const page = await camera.as('nongdan.tanan')
  await page.locator('summary').filter({ hasText: 'Đã xong' }).click()
  await page.getByRole('row').filter({ hasText: form }).getByRole('link').first().click()
  await picture(page, '02-dinh-chinh', { from: page.locator('.head'), to: page.locator('tr[data-row="3"]') })
  await picture(page, '02-cac-ban', {
    from: page.getByRole('heading', { name: 'Các bản' }),
    to: page.locator('ol').last(),
  })
}
