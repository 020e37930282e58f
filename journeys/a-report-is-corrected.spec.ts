// Thu makes the report of 2023 public and corrects it: who has it finds it on the desk, reads the letter, and so does everybody.
import { openPanel, signIn } from './people.ts'
import { expect, test } from './story.ts'

test.describe.configure({ mode: 'serial' })
test.use({ javaScriptEnabled: false })

test('văn thư công bố báo cáo, rồi đính chính bằng công văn', async ({ page }) => {
  await signIn(page, 'vanthu')
  await page.goto('/bao-cao/1/phat-hanh')
  const publish = await openPanel(page, 'Công bố cho mọi người đọc')
  await page.getByLabel('Người cho phép công bố').fill('Thường trực Huyện ủy')
  await publish.click()
  await expect(page.getByText('Báo cáo này đã được công bố.')).toBeVisible()
  await page.goto('/van-thu')
  await page.getByRole('link', { name: '12-BC/HU' }).first().click()
  const correct = await openPanel(page, 'Đính chính bằng công văn')
  const form = page.locator('form[action="?/correct"]')
  await form.locator('[name="items.0.was"]').fill('năm 2022')
  await form.locator('[name="items.0.reads"]').fill('năm 2023')
  await form.locator('[name="dated:day"]').fill('08/01/2024')
  await form.locator('[name=signedBy]').fill('Phó Bí thư Thường trực')
  await correct.click()
  await expect(page.getByText(/Đính chính theo công văn \d+-CV\/HU ngày 08\/01\/2024/)).toBeVisible()
})

test('nơi đã nhận thấy trên bàn làm việc và mở được công văn', async ({ page }) => {
  await signIn(page, 'ldld')
  await page.locator('a[href^="/van-ban-den/"]').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Văn bản 12-BC/HU')
  await expect(page.getByText('“năm 2022” nay đọc là “năm 2023”')).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Công văn PDF' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^dinh-chinh-.*\.pdf$/)
})

test('ai cũng đọc được đính chính ở trang công khai', async ({ page }) => {
  await page.goto('/cong-bo')
  const row = page.getByRole('row').filter({ hasText: '12-BC/HU' })
  await expect(row).toContainText('đã đính chính')
  await row.getByRole('link').click()
  await expect(page.getByText(/Đính chính theo công văn \d+-CV\/HU ngày 08\/01\/2024/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Tải báo cáo (PDF)' })).toBeVisible()
})
