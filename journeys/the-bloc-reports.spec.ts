// The bloc of Tân An makes its own report: figures of its commune, its own words from the call, from the desk to submitted.
import { faultsOf } from './accessible.ts'
import { Effort, Hand } from './hand.ts'
import { signIn } from './people.ts'
import { expect, test } from './story.ts'

/** Everything the outline of a final report asks for and no machine writes. */
const words = 'Làm đúng kế hoạch, bà con đồng tình; không có việc phát sinh lớn.'

test('khối dân vận xã lập báo cáo của mình, lấy lời đã trả lời đề cương, rồi trình', async ({ page }) => {
  test.setTimeout(180_000)
  const effort = new Effort()
  const hand = new Hand(page, effort)
  await signIn(page, 'khoi.tanan')
  await hand.link('Báo cáo')
  await hand.link('Lập báo cáo mới')
  await hand.press(/Lập báo cáo của Khối dân vận xã Tân An theo 42-CTr/)
  await expect(page.getByText('Bản nháp')).toBeVisible()
  const unwritten = () => page.locator('.tool').filter({ hasText: 'chưa viết' }).getByRole('link')
  await hand.press('Lấy tất cả vào các mục chưa viết')
  await expect(page.getByText('Lấy tất cả vào các mục chưa viết')).toHaveCount(0)
  for (let left = await unwritten().count(); left > 0; left -= 1) {
    await hand.click(unwritten().first())
    await hand.fill('Nội dung mục này', words)
    await hand.press('Lưu mục này')
    await expect(unwritten()).toHaveCount(left - 1)
  }
  expect(await faultsOf(page)).toEqual([])
  await page.reload() // looking opened every panel
  await hand.open('Trình lãnh đạo duyệt')
  await hand.press('Trình lãnh đạo duyệt')
  await expect(page.getByText('Đã trình, chờ lãnh đạo duyệt.')).toBeVisible()
  console.log(`  báo cáo của khối: ${effort}`)
  expect(effort.minutes()).toBeLessThan(10)
})
