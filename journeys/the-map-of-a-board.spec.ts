// An officer of Đông Hà looks at 2023 on the wards of today: from the board to the map, in the four colours, on a phone too.
import { faultsOf } from './accessible.ts'
import { openSection, signIn } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const colours = ['xanh nước biển', 'đỏ', 'xanh lá cây', 'vàng']

async function openMap(page: Page): Promise<void> {
  await signIn(page, 'danvan.dongha')
  await openSection(page, 'Chương trình')
  await page.getByRole('link', { name: /công tác dân vận năm 2023 của Thành ủy Đông Hà/ }).click()
  await page.getByRole('link', { name: 'Mở bảng theo dõi' }).click()
  await page.getByRole('link', { name: 'Bản đồ' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bản đồ: Thành phố Đông Hà')
}

test('từ bảng tới bản đồ: hai phường của ngày 01/07/2025, mỗi nơi một dấu, một lời và một dòng trong bảng', async ({
  page,
}) => {
  await openMap(page)
  await expect(page.getByText('cộng lại theo địa bàn ngày 01/07/2025')).toBeVisible()
  await page.getByRole('link', { name: '3. Tập hợp phụ nữ vào Hội' }).click()
  const map = page.getByRole('group', { name: /Bản đồ Tập hợp phụ nữ vào Hội/ })
  const told = [
    ['Phường Đông Hà', '83,3 %', 'đạt'],
    ['Phường Nam Đông Hà', '82,6 %', 'tạm tính: đạt'],
  ] as const
  for (const [name, value, verdict] of told) {
    const said = `${name}: ${value}, ${verdict}`.replace(' %', '\u00a0%')
    await expect(map.getByRole('link', { name: said, exact: true })).toContainText('✓')
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
    await expect(row).toContainText(verdict)
  }
  await map.getByRole('link', { name: /^Phường Nam Đông Hà/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Phường Nam Đông Hà')
})

test('bản đồ đọc được ở bốn màu, nền sáng và nền tối, ở 360 và 1280 px', async ({ page }) => {
  await openMap(page)
  const address = page.url()
  const faults: string[] = []
  for (const colour of colours) {
    await page.goto('/')
    const form = page.getByRole('form', { name: 'Giao diện' })
    await form.getByLabel('Màu').selectOption({ label: colour })
    await form.getByRole('button').click()
    await page.waitForURL('/')
    await page.goto(`${address}&muc=3`)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      faults.push(...(await faultsOf(page)).map((one) => `${colour}, ${colorScheme}: ${one}`))
    }
  }
  expect(faults.join('\n')).toBe('')
})
