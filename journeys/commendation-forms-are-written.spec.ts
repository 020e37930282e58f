// The ward’s chairman writes a form of commendation and its next version without script; two at once: nothing typed is lost.
import { faultsOf } from './accessible.ts'
import { signIn } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.use({ javaScriptEnabled: false })

const list = '/khen-thuong/dot/hinh-thuc'
const save = (page: Page) => page.getByRole('button', { name: 'Lưu hình thức khen' }).click()
const name = 'Giấy khen việc tốt của phường'

test('viết từ hình thức có sẵn: sai đâu nói đó, chữ đã gõ và dấu đã chọn còn nguyên; lưu', async ({ page }) => {
  await signIn(page, 'chutich.tantrieu')
  await page.goto('/khen-thuong/dot')
  await page.getByRole('link', { name: 'Hình thức khen' }).click()
  await page.getByRole('link', { name: 'Giấy khen của Chủ tịch UBND cấp xã' }).click()
  await expect(page.getByRole('main')).toContainText('theo nguồn khác')
  await expect(page.getByRole('link', { name: 'Viết bản mới' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Viết hình thức của cơ quan mình từ đây' }).click()
  await page.getByLabel('Tên hình thức').fill(name)
  await page.getByRole('checkbox', { name: 'Tập thể', exact: true }).uncheck()
  await page.getByLabel('Nhiều nhất mấy tập thể').fill('5')
  await page.getByLabel('Tỷ lệ đồng ý').fill('một nửa')
  await save(page)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Tỷ lệ đồng ý: Ghi phần trăm bằng số nguyên')
  await expect(alert).toContainText('Căn cứ: ')
  await expect(alert).toContainText('Có hiệu lực từ: ')
  await expect(page.getByRole('checkbox', { name: 'Tập thể', exact: true })).not.toBeChecked()
  await expect(page.getByLabel('Tỷ lệ đồng ý')).toHaveValue('một nửa')
  await page.getByLabel('Tỷ lệ đồng ý').fill('80')
  await page.getByLabel('Tỷ lệ ấy phải').selectOption({ label: 'từ tỷ lệ trên trở lên' })
  await page.getByLabel('Có hiệu lực từ').fill('01/01/2026')
  await page.getByLabel('Căn cứ', { exact: true }).fill('Quy chế 03/QC-UBND ngày 05/01/2026')
  await save(page)
  await expect(alert).toContainText('Hình thức này không khen tập thể.')
  await page.getByLabel('Nhiều nhất mấy tập thể').fill('')
  await save(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByRole('main')).toContainText('từ 80 % đồng ý')
})

test('bản mới: khác ở đâu thì trang nói đúng chỗ ấy; người viết sau được báo, chữ còn nguyên', async ({
  page,
  another,
}) => {
  await signIn(page, 'chutich.tantrieu')
  await page.goto(list)
  await page.getByRole('link', { name }).click()
  await page.getByRole('link', { name: 'Viết bản mới' }).click()
  const context = await another()
  await context.addCookies(await page.context().cookies())
  const late = await context.newPage()
  await late.goto(page.url())
  await page.getByLabel('Phải cách lần trước mấy năm').fill('2')
  await page.getByLabel('Có hiệu lực từ').fill('01/07/2026')
  await save(page)
  await expect(page.getByText('Phải cách lần trước mấy năm: 0 năm → 2 năm')).toBeVisible()
  await late.getByLabel('Lấy ý kiến ít nhất').fill('10')
  await late.getByLabel('Có hiệu lực từ').fill('01/08/2026')
  await save(late)
  await expect(late.getByRole('alert')).toContainText('Người khác vừa viết bản mới của hình thức này')
  await expect(late.getByText('Phải cách lần trước mấy năm: 0 năm → 2 năm')).toBeVisible()
  await expect(late.getByLabel('Lấy ý kiến ít nhất')).toHaveValue('10')
  await late.getByLabel('Phải cách lần trước mấy năm').fill('2')
  await save(late)
  await expect(late.getByText('Lấy ý kiến ít nhất: 0 ngày → 10 ngày')).toBeVisible()
  await expect(late.getByRole('heading', { name: /Bản 3, từ/ })).toBeVisible()
})

test('ghi tiền thưởng ở trang hình thức; mở đợt khen thì chọn được hình thức vừa viết', async ({ page }) => {
  await signIn(page, 'chutich.tantrieu')
  await page.goto(list)
  await page.getByRole('link', { name }).click()
  await page.locator('summary', { hasText: 'Ghi mức của cơ quan mình' }).click()
  const money = page.locator('form', { hasText: 'Số tiền' })
  await money.getByLabel('Từ ngày').fill('01/01/2026')
  await money.getByLabel('Số tiền').fill('500.000')
  await money.getByLabel('Văn bản quy định').fill('Quy chế chi tiêu nội bộ 04/QC-UBND')
  await money.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByRole('row').filter({ hasText: '500.000' })).toContainText('Quy chế chi tiêu nội bộ')
  await page.goto('/khen-thuong/dot/moi')
  await expect(page.getByRole('main')).toContainText(name)
})

test('người không viết hình thức khen chỉ đọc', async ({ page }) => {
  await signIn(page, 'phunu.tantrieu')
  await page.goto(list)
  await expect(page.getByRole('link', { name })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Viết hình thức khen' })).toHaveCount(0)
  expect((await page.goto(`${list}/moi`))!.status()).toBe(403)
})

test.describe('với script', () => {
  test.use({ javaScriptEnabled: true })
  test('các trang ấy đọc được bằng bàn phím, trình đọc màn hình, ở 360 px', async ({ page }) => {
    await signIn(page, 'chutich.tantrieu')
    await page.goto(list)
    const form = (await page.getByRole('link', { name }).getAttribute('href'))!
    for (const path of [list, `${list}/moi`, form, `${form}/ban-moi`]) {
      await page.goto(path)
      expect(await faultsOf(page), path).toEqual([])
    }
  })
})
