// The ward writes its own criteria without script: rows come and go, nothing typed is lost; the next version leaves what was scored.
import { faultsOf } from './accessible.ts'
import { signIn } from './people.ts'
import { expect, test } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.use({ javaScriptEnabled: false })

test('khối dân vận viết bộ riêng: thêm, bớt dòng vẫn còn chữ đã gõ; sai thì nói rõ; lưu', async ({ page }) => {
  await signIn(page, 'khoi.tantrieu')
  await page.goto('/tieu-chi')
  await page.locator('article', { hasText: 'Tiêu chí mô hình “Dân vận khéo” (bản 1)' }).getByRole('link').last().click()
  await expect(page.getByText('Cộng điểm tối đa: 100')).toBeVisible()
  await page.getByLabel('Tên bộ tiêu chí').fill('Tiêu chí mô hình của phường')
  await page.getByLabel('Điểm tối đa').first().fill('mười')
  await page.getByRole('button', { name: 'Thêm tiêu chí' }).click()
  await expect(page.getByLabel('Tên bộ tiêu chí')).toHaveValue('Tiêu chí mô hình của phường')
  await expect(page.getByLabel('Điểm tối đa').first()).toHaveValue('mười')
  await expect(page.getByText('Cộng điểm tối đa: 90')).toBeVisible()
  await page.getByRole('group', { name: 'Tiêu chí 8' }).getByLabel('Điểm tối đa').fill('20')
  await page.getByRole('button', { name: 'Lưu bộ tiêu chí' }).last().click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('Tiêu chí 1, điểm tối đa: Ghi điểm tối đa bằng số.')
  await expect(alert).toContainText('Tiêu chí 8, nội dung: Ghi nội dung tiêu chí.')
  await expect(alert).toContainText('Có hiệu lực từ')
  await page.getByRole('button', { name: 'Bỏ tiêu chí 8' }).click()
  await page.getByLabel('Điểm tối đa').first().fill('15')
  await page.getByLabel('Có hiệu lực từ').fill('01/12/2026')
  await page.getByLabel('Căn cứ').fill('Hướng dẫn 02-HD/KDV ngày 20/11/2026')
  await page.getByRole('button', { name: 'Cộng lại' }).click()
  await expect(page.getByText('Cộng điểm tối đa: 105')).toBeVisible()
  await page.getByRole('button', { name: 'Lưu bộ tiêu chí' }).last().click()
  await expect(page.getByText('Hồ sơ đã chấm theo bản cũ giữ bản cũ.')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Tiêu chí mô hình của phường (bản 1)')
})

test('bản mới phải muộn hơn bản trước; bản cũ vẫn đọc được', async ({ page }) => {
  await signIn(page, 'khoi.tantrieu')
  await page.goto('/tieu-chi')
  const mine = page.locator('article', { hasText: 'Tiêu chí mô hình của phường' })
  await mine.getByRole('link', { name: 'Viết bản mới' }).click()
  await page.getByLabel('Có hiệu lực từ').fill('01/12/2026')
  await page.getByRole('button', { name: 'Bỏ tiêu chí 7' }).click()
  await page.getByRole('button', { name: 'Lưu bộ tiêu chí' }).last().click()
  await expect(page.getByRole('alert')).toContainText('Bản mới phải có hiệu lực sau bản trước (01/12/2026)')
  await page.getByLabel('Có hiệu lực từ').fill('01/01/2027')
  await page.getByRole('button', { name: 'Lưu bộ tiêu chí' }).last().click()
  await expect(page.getByRole('main')).toContainText('Tiêu chí mô hình của phường (bản 2)')
  await page.locator('summary', { hasText: 'Các bản trước (1)' }).click()
  await expect(page.getByRole('heading', { name: 'Tiêu chí mô hình của phường (bản 1)' })).toBeVisible()
})

test('bản đồ: bấm tỉnh thì thấy xã, rồi danh sách của tỉnh; bảng bên cạnh nói cùng một điều', async ({ page }) => {
  await page.goto('/mo-hinh/ban-do?linh-vuc=culture')
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('từng xã, phường')
  const said = await page.locator('.count').textContent()
  await page.getByRole('link', { name: 'Xem danh sách' }).click()
  await expect(page.getByRole('combobox', { name: 'Lĩnh vực' })).toHaveValue('culture')
  await expect(page.locator('.count')).toContainText(said!.split(' ')[0]!)
})

test.describe('với script', () => {
  test.use({ javaScriptEnabled: true })
  test('các trang ấy đọc được bằng bàn phím, trình đọc màn hình, ở 360 px', async ({ page }) => {
    await signIn(page, 'khoi.tantrieu')
    for (const path of ['/mo-hinh/ban-do', '/mo-hinh', '/tieu-chi', '/tieu-chi/moi']) {
      await page.goto(path)
      expect(await faultsOf(page), path).toEqual([])
    }
  })
})
