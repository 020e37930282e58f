// A body nobody signs in for: its sheet comes on paper and is entered for it, on a phone and without script.
import { faultsOf } from './accessible.ts'
import { launchForSilent } from './honours.ts'
import { signIn } from './people.ts'
import { expect, test } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })

let sheet = ''

test('cơ quan chủ trì nhập thay: thiếu gì nói hết, điểm đã gõ còn nguyên; lưu rồi thấy số, ngày, ai nhập, bản giấy', async ({
  page,
}) => {
  await signIn(page, 'khoi.tantrieu')
  sheet = await launchForSilent(page, { year: '2031', dueOn: '25/11/2031' })
  await page.goto(sheet)
  await page.getByRole('link', { name: 'Nhập thay theo bản giấy' }).click()
  const points = page.getByLabel('Điểm', { exact: true })
  await points.first().fill('5')
  await page.getByRole('button', { name: 'Lưu phiếu nhập thay' }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Số của bản giấy')
  await expect(alert).toContainText('Ngày trên bản giấy')
  await expect(points.first()).toHaveValue('5')
  await page.getByLabel('Số của bản giấy').fill('07/BC-HTX')
  await page.getByLabel('Ngày trên bản giấy').fill('20/11/2026')
  for (const one of await points.all()) await one.fill('5')
  await page.getByRole('button', { name: 'Lưu phiếu nhập thay' }).click()
  await expect(alert).toContainText('Chọn bản quét hoặc ảnh chụp bản giấy')
  const scan = { name: 'phieu.png', mimeType: 'image/png', buffer: await page.screenshot() }
  await page.getByLabel('Bản quét hoặc ảnh chụp bản giấy').setInputFiles(scan)
  await page.getByRole('button', { name: 'Lưu phiếu nhập thay' }).click()
  await expect(page.getByRole('main')).toContainText(
    'Phiếu này được nhập thay theo bản giấy số 07/BC-HTX ngày 20/11/2026.',
  )
  const file = (await page.getByRole('link', { name: 'Xem bản giấy' }).getAttribute('href'))!
  expect((await page.request.get(file)).headers()['content-type']).toContain('image/png')
  // Whoever entered it is offered to enter it again, never to verify it.
  await expect(page.getByRole('link', { name: 'Nhập lại theo bản giấy' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Thẩm định', exact: true })).toHaveCount(0)
})

test.describe('với script', () => {
  test.use({ javaScriptEnabled: true })
  test('trang nhập thay và phiếu đọc được bằng trình đọc màn hình, ở 360 px', async ({ page }) => {
    await signIn(page, 'khoi.tantrieu')
    for (const path of [sheet, `${sheet}/ban-giay`, '/cham-diem']) {
      await page.goto(path)
      expect(await faultsOf(page), path).toEqual([])
    }
  })
})
