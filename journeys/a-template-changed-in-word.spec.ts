// Thu of the office changes the template of Party documents in Word; the administrator lets it be used; a report follows it.
import { readFileSync } from 'node:fs'
import { verifyLayout } from '../core/reports/layout/check.ts'
import { hasLibreOffice, inDocument, inStyles, styled, throughLibreOffice } from '../core/reports/word/form.cast.ts'
import { openPanel, signIn } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.use({ javaScriptEnabled: false })

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const party = '/van-thu/mau/party'

async function download(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).first().click()])
  return readFileSync((await file.path())!)
}

async function send(page: Page, buffer: Buffer): Promise<void> {
  await page.goto(party)
  await page.getByLabel('Mẫu đã sửa (.docx)').setInputFiles({ name: 'mau-2026.docx', mimeType: docx, buffer })
  await page.getByRole('button', { name: 'Tải lên và xem trước' }).click()
}

let draft = ''

test('văn thư tải mẫu về, sửa, tải lên: bản hỏng bị nêu hết lỗi, bản tốt được xem trước', async ({ page }) => {
  await signIn(page, 'vanthu')
  await page.goto(party)
  const form = await download(page, 'Tải mẫu Word')
  await send(
    page,
    inDocument(form, (xml) => xml.replaceAll(/field:(number|signer)"/g, 'x"').replace('-----', 'đạt 99 %')),
  )
  const faults = page.getByRole('alert')
  await expect(faults).toContainText('Thiếu ô “Số và ký hiệu”')
  await expect(faults).toContainText('Thiếu ô “Tên người ký”')
  await expect(faults).toContainText('Chữ cố định có tỷ lệ phần trăm: “đạt 99 %”')
  await send(page, Buffer.from('%PDF-1.7 đổi tên thành .docx'))
  await expect(page.getByRole('alert')).toContainText('Đây là tệp PDF')
  const line = '<w:p><w:r><w:t>(Tài liệu lưu hành nội bộ)</w:t></w:r></w:p>'
  const changed = inDocument(
    inStyles(form, (xml) => styled(xml, 'kind', 15)),
    (xml) => xml.replace('<w:sectPr', `${line}<w:sectPr`),
  )
  await send(page, hasLibreOffice ? throughLibreOffice(changed) : changed)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Xem trước mẫu Word/)
  await expect(page.getByRole('row').filter({ hasText: 'Cỡ chữ tên loại văn bản' })).toContainText('16 pt')
  await expect(page.getByRole('main')).toContainText('(Tài liệu lưu hành nội bộ)')
  await expect(page.getByRole('main')).toContainText('Quản trị của nền tảng xác nhận thì mẫu mới được dùng.')
  expect((await download(page, 'Bản PDF')).subarray(0, 5).toString()).toBe('%PDF-')
  draft = page.url()
})

test('quản trị xem bản mẫu rồi xác nhận', async ({ page }) => {
  await signIn(page, 'quantri')
  await page.goto(draft)
  const adopt = await openPanel(page, 'Dùng mẫu này')
  await page.locator('form[action="?/adopt"] [name=basis]').fill('Phụ lục in của Hướng dẫn 05-HD/VPTW')
  await adopt.click()
  await expect(page.getByText(/· mẫu Word$/)).toBeVisible()
})

test('báo cáo lập sau đó theo mẫu mới, đo ra chỉ khác chỗ đã đổi; báo cáo đã ban hành giữ mẫu cũ', async ({ page }) => {
  await signIn(page, 'chuyenvien')
  await page.goto('/bao-cao/1')
  const issued = (await verifyLayout(await download(page, 'Word'), 'party'))!
  expect(issued.findings.filter(({ ok }) => !ok)).toEqual([])
  await page.goto('/bao-cao/moi')
  const programme = page.locator('select[name=programme]')
  const option = programme.locator('option').filter({ hasText: '42-CTr/HU' }).first()
  await programme.selectOption((await option.getAttribute('value'))!)
  await page.locator('[name=kind][value=interim]').check()
  await page.locator('[name=period]').fill('2023-H1')
  await page.locator('form.stack').getByRole('button').click()
  await expect(page).toHaveURL(/\/bao-cao\/\d+$/)
  const made = await download(page, 'Word')
  const { findings } = (await verifyLayout(made, 'party'))!
  expect(findings.map(({ rule, ok }) => (ok ? '' : rule)).filter(Boolean)).toContain('Tên loại văn bản: cỡ chữ')
})

test('quay lại bản trước: mẫu Word không dùng nữa', async ({ page }) => {
  await signIn(page, 'quantri')
  await page.goto(party)
  const restore = await openPanel(page, 'Quay lại một bản trước')
  await page.locator('form[action="?/restore"] [name=no]').selectOption('1')
  await page.locator('form[action="?/restore"] [name=reason]').fill('Chuyện kể xong, trả mẫu về như cũ')
  await restore.click()
  await expect(page.getByText(/· theo các giá trị$/)).toBeVisible()
})
