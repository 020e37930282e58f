// A body scores itself, is verified and recognised; the figure of the board moves and is walked back to its sheet.
import { faultsOf } from './accessible.ts'
import { signIn } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let sheet: string

const done = (page: Page) => expect(page.getByText('Đã lưu.', { exact: true })).toBeVisible()
const another = async (page: Page, username: string) => {
  await page.context().clearCookies()
  await signIn(page, username)
}
/** The points of the criteria, in their order. */
async function give(page: Page, label: string, points: string[]): Promise<void> {
  for (const [i, value] of points.entries()) await page.getByLabel(label, { exact: true }).nth(i).fill(value)
}

test('Hội Nông dân huyện tự chấm: lưu dần, quá tối đa thì được nhắc, đủ thì gửi', async ({ page }) => {
  await signIn(page, 'hnd.huyen')
  await page.goto('/cham-diem')
  await page.getByRole('link', { name: 'Cơ quan đạt tiêu chí “Dân vận khéo”, năm 2023' }).click()
  sheet = new URL(page.url()).pathname
  await give(page, 'Điểm', ['15'])
  await page.getByRole('button', { name: 'Lưu nháp' }).click()
  await done(page)
  await expect(page.getByLabel('Điểm', { exact: true }).first()).toHaveValue('15')
  await give(page, 'Điểm', ['16', '24', '20', '20', '18'])
  await page.getByRole('button', { name: /^Gửi Ban Chỉ đạo/ }).click()
  await expect(page.getByRole('alert')).toContainText('Tiêu chí 1 được 16 điểm nhưng tối đa là 15')
  await expect(page.getByRole('alert')).toContainText('Tiêu chí 2 có điểm thì phải có minh chứng')
  await give(page, 'Điểm', ['14'])
  const proofs = page.getByLabel(/^Minh chứng: số văn bản/)
  for (const [i, text] of ['KH 02-KH/HND', 'Sổ tiếp dân 2023', 'Mô hình “Sạch ruộng”'].entries())
    await proofs.nth(i).fill(text)
  await page.getByRole('button', { name: /^Gửi Ban Chỉ đạo/ }).click()
  await done(page)
  await expect(page.locator('.head')).toContainText('đã gửi, chờ thẩm định')
  expect(await faultsOf(page)).toEqual([])
})

test('Trưởng Ban Chỉ đạo thẩm định cạnh điểm tự chấm, bớt điểm phải nói vì sao, rồi ghi quyết định', async ({
  page,
}) => {
  await signIn(page, 'truong.bcd')
  await page.goto(sheet)
  await page.getByRole('link', { name: 'Thẩm định', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('Tự chấm: 14')
  await give(page, 'Điểm thẩm định', ['14', '20'])
  await page.getByLabel('Ngày', { exact: true }).fill('20/12/2023')
  await page.getByLabel('Đoàn thẩm định').fill('Tổ thẩm định của Ban Chỉ đạo')
  await page.getByLabel('Số, ngày biên bản').fill('07/BB-BCĐ')
  await page.getByRole('button', { name: 'Thẩm định' }).click()
  await expect(page.getByRole('alert')).toContainText('Tiêu chí 2 khác điểm tự chấm: nói vì sao')
  await page
    .getByLabel(/^Nếu khác điểm tự chấm/)
    .nth(1)
    .fill('Hai lần trả lời dân quá hạn.')
  await page.getByRole('button', { name: 'Thẩm định' }).click()
  await done(page)
  await expect(page.getByRole('row', { name: /Tiếp dân, trả lời dân/ })).toContainText('−4')
  await page.getByRole('link', { name: 'Cơ quan đạt tiêu chí “Dân vận khéo”, 2023' }).click()
  await page.locator('summary').filter({ hasText: 'Ghi quyết định xếp loại' }).click()
  await page.getByLabel('Số quyết định').fill('12-QĐ/BCĐ')
  await page.getByLabel('Ngày ký').fill('21/12/2023')
  await page.getByLabel('Chức danh người ký').fill('Trưởng Ban Chỉ đạo')
  await page.getByRole('button', { name: 'Ghi quyết định xếp loại' }).click()
  await done(page)
  await page.goto(sheet)
  await expect(page.getByRole('main')).toContainText('Xếp loại “Đạt”. Quyết định 12-QĐ/BCĐ')
})

test('biểu không hỏi gõ; con số trên bảng lần về đúng phiếu ấy và ai đã thẩm định', async ({ page }) => {
  await signIn(page, 'bcdqcdc')
  await page.goto('/ban-lam-viec')
  await page
    .getByRole('link', { name: /đã nhận biểu của Ban Chỉ đạo/ })
    .first()
    .click()
  await expect(page.getByRole('row', { name: /^Đạt tiêu chí/ })).toContainText('37')
  await expect(page.getByRole('row', { name: /^Đạt tiêu chí/ })).toContainText('tính từ phiếu chấm điểm')
  await expect(page.getByRole('row', { name: /^Đạt tiêu chí/ }).locator('input:not([type=hidden])')).toHaveCount(0)
  expect(await faultsOf(page)).toEqual([])
  await another(page, 'chuyenvien')
  await page.goto('/chuong-trinh')
  await page.getByRole('link', { name: /^42-CTr\/HU/ }).click()
  await page.getByRole('link', { name: 'Mở bảng theo dõi' }).click()
  await page.getByRole('link', { name: '84,1 %' }).first().click()
  await expect(page.getByRole('main')).toContainText('37 / 44')
  await page.locator('summary').filter({ hasText: 'Cơ quan, đơn vị đạt tiêu chí “Dân vận khéo”: 37' }).click()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'Hội Nông dân huyện Vĩnh Cửu' }).last().click()
  await expect(page).toHaveURL(new RegExp(`${sheet}$`))
  await expect(page.getByRole('main')).toContainText('Trưởng Ban Chỉ đạo Quy chế dân chủ huyện')
})

test('mọi người đọc tên đơn vị được công nhận, không cần đăng nhập', async ({ page }) => {
  await page.goto('/xep-loai')
  await expect(page.getByRole('row', { name: /Hội Nông dân huyện Vĩnh Cửu/ })).toContainText('12-QĐ/BCĐ')
})
