// Two communes become one in the middle of the year: an act, its bodies, the hand-over; an officer goes on with her work.
import { fillSignIn, signIn } from './people.ts'
import * as merger from './merger.ts'
import { expect, test } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })

let played: merger.Merger
const own = 'mưa thuận gió hoà 2026'

test('đầu mối Hội Nông dân xã Phú Lý viết dở phần trả lời trước ngày sáp nhập', async ({ page }) => {
  played = await merger.prepareMerger()
  await page.goto('/dang-nhap')
  await fillSignIn(page, played.reporter.username, played.reporter.password)
  await page.getByLabel(/^Mật khẩu (hiện nay|cũ|lần đầu)/).fill(played.reporter.password)
  await page.getByLabel(/^Mật khẩu mới/).fill(own)
  await page.getByRole('button', { name: /mật khẩu/ }).click()
  await page.goto('/de-cuong')
  await page.getByRole('link', { name: played.call }).first().click()
  await page.getByLabel('Tình hình').fill('Bà con phấn khởi, còn lo đường vào ấp.')
  await page.getByRole('button', { name: 'Lưu nháp' }).click()
})

test('quản trị gõ nhầm mã thì trang nói ở dòng nào; bỏ dòng đó, xem bức tranh rồi lưu', async ({ page }) => {
  await signIn(page, 'quantri')
  await merger.beginAct(page, '15/NQ-HĐND')
  await merger.addMerger(page)
  await page.getByRole('link', { name: 'Đổi tên', exact: true }).click()
  await page.getByLabel('Hoặc ghi mã').fill('99999')
  await page.getByLabel('Tên mới').fill('Nhầm')
  await page.getByRole('button', { name: 'Thêm vào bản nháp' }).click()
  await expect(page.getByText('không có đơn vị mang mã 99999')).toBeVisible()
  await expect(page.locator('summary').filter({ hasText: 'Lưu văn bản này' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Bỏ' }).last().click()
  await expect(page.getByText('Không còn điều gì phải sửa.')).toBeVisible()
  await merger.saveAct(page)
})

test('tổ chức đi theo, việc dở bàn giao một lần; gửi lại thì được nói', async ({ page }) => {
  await signIn(page, 'quantri')
  await page.goto('/quan-tri/dia-ban')
  await page.getByRole('link', { name: '15/NQ-HĐND' }).click()
  await merger.arrangeBodies(page)
  await page.getByRole('link', { name: 'Bàn giao việc còn dở' }).first().click()
  await expect(page.getByText(played.call)).toBeVisible()
  await expect(page.getByText('Báo cáo BC/ĐU, số cuối 41')).toBeVisible()
  const second = await page.context().newPage()
  await second.goto(page.url())
  await page.goBack()
  await merger.handOver(page, '03/BB-BG')
  await second.getByLabel('Số biên bản').fill('03/BB-BG')
  await second.getByRole('button', { name: 'Bàn giao và lưu biên bản' }).click()
  await expect(second.getByText('đã được bàn giao rồi').first()).toBeVisible()
  await merger.beginAct(page, '16/NQ-HĐND')
})

test('người ấy nay ở Hội Nông dân phường mới, viết tiếp phần đang dở; trang tổ chức cũ nói ai làm tiếp', async ({
  page,
}) => {
  await signIn(page, played.reporter.username, own)
  await page.goto('/de-cuong')
  await page.getByRole('link', { name: played.call }).first().click()
  await expect(page.getByLabel('Tình hình')).toHaveValue('Bà con phấn khởi, còn lo đường vào ấp.')
  await page.getByLabel('Tình hình').fill('Bà con phấn khởi; đường vào ấp đang sửa.')
  await page.getByRole('button', { name: /^Gửi/ }).click()
  await page.goto(`/don-vi/${played.union}`)
  await expect(page.getByText('theo biên bản 03/BB-BG')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Hội Nông dân phường Vĩnh Cửu' }).first()).toBeVisible()
})
