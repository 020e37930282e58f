// Thắng of the veterans of Mã Đà and Minh of the bloc touch no mouse: signing in, the desk, the grid, sending, accepting.
import { samplePassword } from '../core/sample/cast.ts'
import { cell, expectFigures, sendButton, type Figures } from './entry.ts'
import { expectFocusSeen, hasFocus, tabTo, writeOver } from './keyboard.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial' })

const body = 'Hội Cựu chiến binh xã Mã Đà'
const figures: Figures = { 1: '190', 2: '160', 3: '4', 4: '2', 5: '10', 6: '165', 7: '80' }

async function signInByKeys(page: Page, username: string): Promise<void> {
  await page.goto('/dang-nhap')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused()
  await expectFocusSeen(page)
  await tabTo(page, page.getByLabel('Tên đăng nhập'))
  await page.keyboard.type(username)
  await tabTo(page, page.getByLabel('Mật khẩu', { exact: true }))
  await page.keyboard.type(samplePassword)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/ban-lam-viec/)
}

/** j, until the line with this text has the focus. */
async function goDownTo(page: Page, text: string): Promise<void> {
  const link = page.getByRole('row').filter({ hasText: text }).getByRole('link').first()
  const lines = await page.locator('[data-keys] > *').count()
  for (let steps = 0; steps < lines; steps++) {
    await page.keyboard.press('j')
    await expectFocusSeen(page)
    if (await hasFocus(link)) return
  }
  throw new Error(`j không tới được “${text}”`)
}

test('Thắng đăng nhập, mở biểu bằng j và Enter, đi trong bảng số bằng Enter và mũi tên', async ({ page }) => {
  await signInByKeys(page, 'ccb.mada')
  await goDownTo(page, body)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(body)

  await tabTo(page, cell(page, 1))
  for (const [row, value] of Object.entries(figures)) {
    await expect(cell(page, Number(row))).toBeFocused()
    await expectFocusSeen(page)
    await page.keyboard.type(value)
    if (Number(row) < 7) await page.keyboard.press('Enter')
  }
  await expectFigures(page, figures)
  const problem = page.locator('#o-rows-6-value-error')
  await expect(problem).toContainText('Số sinh hoạt thường xuyên (165) nhiều hơn số hội viên (160)')

  await page.keyboard.press('ArrowUp')
  await expect(cell(page, 6)).toBeFocused()
  await page.keyboard.type('140') // the figure is selected on arrival
  await expect(cell(page, 6)).toHaveValue('140')
  await expect(problem).toBeEmpty()
  await page.keyboard.press('ArrowDown')
  await expect(cell(page, 7)).toBeFocused()
  await expect(page).toHaveURL(/\/nhap-so-lieu\//)

  await tabTo(page, page.getByRole('radio').first())
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Hoàn thành tốt nhiệm vụ')).toBeChecked()
  await tabTo(page, sendButton(page))
  await page.keyboard.press('Enter')

  const problems = page.getByRole('alert')
  await expect(problems).toBeFocused()
  await tabTo(page, problems.getByRole('link', { name: /^Số quyết định xếp loại/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Số quyết định xếp loại')).toBeFocused()
  await expectFocusSeen(page)
  await page.keyboard.type('15-QĐ/CCB')
  await tabTo(page, page.getByLabel('Ngày quyết định'))
  await writeOver(page, '08/12/2023')
  await tabTo(page, sendButton(page))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Bản 1 · Gửi: Chủ tịch Hội Cựu chiến binh xã Mã Đà')).toBeVisible()
})

test('Minh xuống bằng j, lên bằng k, mở bằng Enter và nhận', async ({ page }) => {
  await signInByKeys(page, 'khoi.mada')
  const links = page.locator('[data-keys] > *').getByRole('link')
  await page.keyboard.press('j')
  await expect(links.first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(links.first()).toBeFocused()
  await page.keyboard.press('k')
  await expect(links.first()).toBeFocused()

  await page.reload()
  await goDownTo(page, body)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(body)
  await tabTo(page, page.getByRole('button', { name: 'Nhận số liệu' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Bản 1 · Nhận: Trưởng khối dân vận xã Mã Đà')).toBeVisible()
})
