// Lan points at the place on a map, without script and with; the head of her neighbourhood sends for cụ Sáu; the administrator gives a key.
import { faultsOf } from './accessible.ts'
import { readReceipt } from './cases.ts'
import { signIn } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const ward = 'Ủy ban nhân dân phường Tân Triều'
const text = 'Nắp cống trước cổng chợ vỡ đôi, nước bẩn tràn ra đường từ hôm qua.'

async function begin(page: Page): Promise<void> {
  await page.goto('/gui')
  const option = page.getByLabel('Gửi đến').locator('option').filter({ hasText: ward }).first()
  await page.getByLabel('Gửi đến').selectOption({ label: (await option.textContent())!.trim() })
  await page.getByLabel('Kể việc xảy ra').fill(text)
}

test.describe('không có JavaScript, điện thoại', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })

  test('Lan mở bản đồ, bấm ngoài rìa, được chỉ nơi đúng; bấm lại, gửi được; chữ đã gõ còn nguyên', async ({ page }) => {
    await begin(page)
    await page.getByRole('button', { name: 'Mở bản đồ' }).click()
    const map = page.locator('input[type="image"]')
    const box = (await map.boundingBox())!
    await map.click({ position: { x: box.width - 3, y: box.height - 3 } })
    await expect(page.locator('#o-lat [data-problem]')).toContainText('không nhớ địa điểm')
    await expect(page.getByLabel('Kể việc xảy ra')).toHaveValue(text)
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('không nhớ địa điểm') // the form says the same
    await page.getByRole('button', { name: 'Chỉ lại trên bản đồ' }).click()
    await page.getByRole('button', { name: 'Bỏ điểm này' }).click()
    await expect(page.getByText('Đã chỉ:')).toHaveCount(0)
    await page.locator('input[type="image"]').click({ position: { x: box.width / 2, y: box.height / 2 } })
    await expect(page.getByText('Đã chỉ:')).toBeVisible()
    await expect(page.locator('#o-lat [data-problem]')).toHaveCount(0)
    await page.locator('input[type="image"]').click({ position: { x: box.width / 2 + 20, y: box.height / 2 } })
    await expect(page.getByRole('button', { name: 'Xem rộng hơn' })).toBeVisible()
    const widest = await page
      .locator('main *:visible')
      .evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)))
    expect(widest).toBeLessThanOrEqual(360)
    await page.getByLabel('Kể việc xảy ra').press('Tab')
    await page.getByLabel('Ở đâu').press('Enter') // sends the form, and is no press on the map
    await readReceipt(page)
  })

  test('chưa chọn nơi gửi mà mở bản đồ: được bảo chọn trước', async ({ page }) => {
    await page.goto('/gui')
    await page.getByRole('button', { name: 'Mở bản đồ' }).click()
    await expect(page.getByText('Chọn nơi gửi đến trước, rồi mở bản đồ của nơi đó.')).toBeVisible()
  })
})

test.describe('có JavaScript', () => {
  test.use({
    geolocation: { latitude: 10.99, longitude: 106.84 },
    permissions: ['geolocation'],
    viewport: { width: 360, height: 800 },
  })

  test('lần tải đầu của trang gửi không quá 60 kB, không kể phông chữ', async ({ page }) => {
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => {
      if (request.resourceType() !== 'font')
        sizes.push(
          request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
        )
    })
    await page.goto('/gui', { waitUntil: 'networkidle' })
    const total = (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0)
    test.info().annotations.push({ type: 'size', description: `/gui: ${(total / 1000).toFixed(1)} kB` })
    expect(total).toBeLessThanOrEqual(60_000)
  })

  test('bản đồ dời được, bằng phím cũng được; vị trí của tôi; ở xã khác thì nút đổi nơi gửi', async ({
    page,
    context,
  }) => {
    await begin(page)
    await page.locator('.tools').getByRole('button', { name: 'Mở bản đồ' }).click()
    const map = page.getByRole('application', { name: /Bản đồ Phường Tân Triều/ })
    await expect(map).toBeVisible()
    expect(await faultsOf(page)).toEqual([])
    await map.focus()
    for (const key of ['+', 'ArrowLeft', 'ArrowUp', 'Enter']) await map.press(key)
    await expect(page.locator('[name=lat]')).not.toHaveValue('')
    await page.getByRole('button', { name: 'Bỏ điểm' }).click()
    await expect(page.locator('[name=lat]')).toHaveValue('')
    await page.getByRole('button', { name: 'Vị trí của tôi' }).click()
    await expect(page.locator('[name=lat]')).toHaveValue('10.99')
    await context.setGeolocation({ latitude: 11.0412, longitude: 106.9802 })
    await page.getByRole('button', { name: 'Vị trí của tôi' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Tân An' })).toBeVisible()
    await page.getByRole('button', { name: 'Gửi đến Ủy ban nhân dân xã Tân An' }).click()
    await expect(page.getByLabel('Gửi đến').locator('option:checked')).toContainText('xã Tân An')
    await page.reload() // the draft keeps the place with the words
    await expect(page.locator('[name=lat]')).toHaveValue('11.0412')
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    await readReceipt(page)
  })

  test('bản đồ công khai phóng được; danh sách vẫn đứng trước', async ({ page }) => {
    await page.goto('/phan-anh')
    await page.getByLabel('Nơi nhận').selectOption({ label: ward })
    await page.getByRole('button', { name: 'Xem' }).click()
    const map = page.locator('svg[data-moving]')
    const before = await map.getAttribute('viewBox')
    await page.getByRole('button', { name: 'Gần hơn' }).click()
    expect(await map.getAttribute('viewBox')).not.toBe(before)
    await page.getByRole('button', { name: 'Cả địa bàn' }).click()
    await expect(map).toHaveAttribute('viewBox', before!)
    expect(await faultsOf(page)).toEqual([])
  })
})

test('tổ trưởng dân phố gửi giúp cụ Sáu: chưa đồng ý thì không gửi; đồng ý thì có phiếu; sau đó chỉ thấy việc đến đâu', async ({
  page,
}) => {
  await signIn(page, 'truongthon.tantrieu')
  await page.getByRole('link', { name: 'Gửi giúp bà con' }).click()
  await page.getByLabel('Kể việc xảy ra').fill(text)
  await page.getByRole('textbox', { name: 'Họ tên' }).fill('Cụ Sáu giả định')
  await page.getByRole('button', { name: 'Gửi giúp', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('bà con đồng ý thì đánh dấu')
  await expect(page.getByLabel('Kể việc xảy ra')).toHaveValue(text)
  await page.getByLabel('Bà con đã nghe đọc lại').check()
  await page.getByRole('button', { name: 'Gửi giúp', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Phiếu trao cho bà con' })).toBeVisible()
  await expect(page.locator('[data-secret]')).not.toBeEmpty()
  await expect(page.getByRole('main')).not.toContainText('Cụ Sáu')
  await page.getByRole('link', { name: 'Gửi giúp người khác' }).click()
  await expect(page.getByRole('table', { name: 'Đã gửi giúp' })).toContainText('đã nhận, chờ phân loại')
  await expect(page.getByRole('main')).not.toContainText('Nắp cống')
  expect(await faultsOf(page)).toEqual([])
})
