// A model from its first draft to its recognition, read by everybody, copied in Tân An with its origin kept.
import { faultsOf } from './accessible.ts'
import { photoOf } from './cases.ts'
import { signIn } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const name = 'Tủ sách đầu ngõ'
let address: string

const done = (page: Page) => expect(page.getByText('Đã lưu.', { exact: true })).toBeVisible()

/** By its whole name: “Công nhận” is not “Không công nhận”. */
const openPanel = (page: Page, label: string) =>
  page
    .locator('summary')
    .filter({ hasText: new RegExp(`^\\s*${label}\\s*$`) })
    .click()

/** One of the moves of a model: opened, filled by label, done. */
async function move(page: Page, label: string, fields: Record<string, string> = {}): Promise<void> {
  await page.goto(address)
  await openPanel(page, label)
  const panel = page.locator('details[open]', {
    has: page.locator('summary').filter({ hasText: new RegExp(`^\\s*${label}\\s*$`) }),
  })
  for (const [field, value] of Object.entries(fields)) await panel.getByLabel(field, { exact: true }).fill(value)
  await panel.getByRole('button', { name: label, exact: true }).click()
  await done(page)
}

test('Hội Phụ nữ viết đăng ký: thiếu gì được nói rõ, lưu dần, đủ thì đăng ký', async ({ page }) => {
  await signIn(page, 'phunu.tantrieu')
  await page.goto('/dan-van-kheo/moi')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByRole('alert')).toContainText('Lĩnh vực: Còn thiếu mục này')
  await page.getByLabel('Lĩnh vực').selectOption({ label: 'Văn hoá - xã hội' })
  await page.getByLabel('Tên', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Lưu' }).click()
  await done(page)
  address = new URL(page.url()).pathname
  await expect(page.getByRole('main')).toContainText('Còn thiếu để đăng ký')
  await page.getByRole('link', { name: 'Sửa bản đăng ký' }).first().click()
  const words = {
    'Chức danh người phụ trách': 'Chủ tịch Hội Phụ nữ phường',
    'Liên hệ của cơ quan': 'Trụ sở UBND phường Tân Triều',
    'Lực lượng cùng tham gia': 'Hội Phụ nữ, Đoàn thanh niên, tổ dân phố',
    'Việc khó, việc cấp bách của dân': 'Trẻ con nghỉ hè chỉ xem điện thoại, ngõ không có chỗ đọc sách.',
    'Mục tiêu': 'Ngõ nào cũng có tủ sách, trẻ con mượn đọc mỗi ngày.',
    'Cách làm':
      'Mỗi nhà góp năm cuốn; thợ mộc trong ngõ đóng tủ; trẻ lớn trực chiều, ghi sổ mượn và kể chuyện tối thứ bảy.',
    'Kết quả mong đợi': 'Mười hai tủ sách, mỗi tháng năm trăm lượt mượn.',
  }
  for (const [label, value] of Object.entries(words)) await page.getByLabel(new RegExp(`^${label}`)).fill(value)
  await page.getByLabel(/^Ngày bắt đầu/).fill('01/06/2026')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await done(page)
  await expect(page.getByText('Đủ để đăng ký.')).toBeVisible()
  await move(page, 'Gửi đăng ký')
  await expect(page.locator('.head')).toContainText('đã đăng ký, chờ nhận')
})

test('hai người cùng mở: chuyên viên nhận trước, trưởng khối được báo, lời đã gõ còn nguyên', async ({
  page,
  another,
}) => {
  const head = await (await another()).newPage()
  await signIn(head, 'khoi.tantrieu')
  await head.goto(address)
  await openPanel(head, 'Trả lại để bổ sung')
  const note = 'Nói rõ tủ sách đặt ở đâu, ai giữ khoá, mưa thì cất vào đâu.'
  await head.getByLabel('Lời viết kèm').last().fill(note)
  await signIn(page, 'danvan.tantrieu')
  await move(page, 'Nhận và hướng dẫn')
  await head.getByRole('button', { name: 'Trả lại để bổ sung', exact: true }).click()
  await expect(head.getByRole('alert')).toContainText('Người khác vừa sửa')
  await expect(head.getByLabel('Lời viết kèm').last()).toHaveValue(note)
})

test('Hội bắt đầu, thêm ảnh, tự chấm; quá điểm thì được nhắc', async ({ page }) => {
  await signIn(page, 'phunu.tantrieu')
  await move(page, 'Bắt đầu thực hiện')
  await openPanel(page, 'Thêm minh chứng')
  await page.getByLabel('Minh chứng là gì').fill('Tủ sách ngõ 3')
  await page.getByLabel('Ngày của minh chứng').fill('15/10/2026')
  await page.getByLabel(/^Ảnh hoặc PDF/).setInputFiles(await photoOf(page, 'tủ sách.png'))
  await page.getByLabel('Công khai được').check()
  await page.getByRole('button', { name: 'Thêm minh chứng', exact: true }).click()
  await done(page)
  await page.getByRole('link', { name: 'Tự chấm' }).click()
  const points = page.getByLabel('Điểm', { exact: true })
  for (const [i, most] of ['10', '10', '20', '15', '25', '10', '10'].entries())
    await points.nth(i).fill(i === 2 ? '99' : most)
  await page.getByRole('button', { name: 'Tự chấm' }).click()
  await expect(page.getByRole('alert')).toContainText('Tiêu chí 3 được 99 điểm nhưng tối đa là 20')
  await points.nth(2).fill('18')
  await page.getByRole('button', { name: 'Tự chấm' }).click()
  await expect(page.getByRole('alert')).toContainText('Đánh dấu minh chứng nào cho tiêu chí này')
  await expect(points.nth(2)).toHaveValue('18')
  for (const shows of await page.getByRole('checkbox', { name: 'Tủ sách ngõ 3' }).all()) await shows.check()
  await page.getByRole('button', { name: 'Tự chấm' }).click()
  await done(page)
  await expect(page.getByRole('main')).toContainText('98/100')
})

test('khối kiểm tra, trưởng khối công nhận và công khai; mọi người đọc ở 360 px', async ({ page, another }) => {
  await signIn(page, 'danvan.tantrieu')
  await page.goto(`${address}/cham`)
  await page.getByLabel('Ngày kiểm tra').fill('20/11/2026')
  await page.getByLabel('Đoàn kiểm tra').fill('Khối dân vận, Mặt trận phường')
  await page.getByLabel('Số, ngày biên bản').fill('07/BB-KDV')
  await page.getByRole('button', { name: 'Ghi kết quả kiểm tra' }).click()
  await done(page)
  await page.context().clearCookies()
  await signIn(page, 'khoi.tantrieu')
  await page.goto(address)
  await openPanel(page, 'Công nhận')
  await page.getByLabel('Cấp công nhận').selectOption({ label: 'cấp cơ sở' })
  await page.getByLabel('Số quyết định').fill('52/QĐ-UBND')
  await page.getByLabel('Ngày ký').fill('25/11/2026')
  await page.getByLabel('Chức danh người ký').fill('Chủ tịch UBND phường')
  await page.getByRole('button', { name: 'Công nhận', exact: true }).click()
  await done(page)
  await openPanel(page, 'Đính chính: cấp cơ sở')
  await page.locator('details[open]').getByLabel('Số quyết định').fill('25/QĐ-UBND')
  await page.getByLabel('Vì sao đính chính').fill('Gõ ngược hai chữ số của số quyết định.')
  await page.getByRole('button', { name: 'Ghi bản đính chính' }).click()
  await done(page)
  await expect(page.getByRole('main')).toContainText('25/QĐ-UBND ngày 25/11/2026')
  await expect(page.getByRole('main')).toContainText('Gõ ngược hai chữ số')
  const summary = 'Ngõ nào cũng có một tủ sách do thợ trong ngõ đóng, trẻ lớn trực chiều, tối thứ bảy kể chuyện.'
  await move(page, 'Công khai', { 'Lời cho mọi người đọc': summary })
  expect(await faultsOf(page)).toEqual([])

  const anybody = await (await another()).newPage()
  await anybody.setViewportSize({ width: 360, height: 800 })
  await anybody.goto('/mo-hinh?q=tu+sach+dau+ngo')
  await anybody.getByRole('link', { name }).click()
  await expect(anybody.getByRole('main')).toContainText(summary)
  await expect(anybody.getByRole('img', { name: `Ảnh của mô hình ${name}` })).toBeVisible()
  await expect(anybody.getByRole('main')).not.toContainText('Trụ sở UBND')
  expect(await faultsOf(anybody)).toEqual([])
})

test('Tân An nhân rộng: phải nói đã đổi gì; trang công khai giữ nguồn gốc', async ({ page, another }) => {
  await signIn(page, 'phunu.tanan.xa')
  await page.goto(address)
  await openPanel(page, 'Nhân rộng mô hình này')
  await page.getByRole('button', { name: 'Nhân rộng mô hình này' }).click()
  await expect(page).toHaveURL(/\/dan-van-kheo\/\d+\/sua$/)
  const copy = new URL(page.url()).pathname.replace('/sua', '')
  address = copy
  await expect(page.getByLabel('Tên', { exact: true })).toHaveValue(name)
  await page.getByLabel(/^Chức danh người phụ trách/).fill('Chủ tịch Hội Phụ nữ xã')
  await page.getByLabel(/^Liên hệ của cơ quan/).fill('UBND xã Tân An')
  await page.getByLabel(/^Ngày bắt đầu/).fill('01/12/2026')
  await page.getByLabel(/^Đã đổi gì/).fill('Ở xã thì đặt tủ ở quán nước đầu xóm, chủ quán giữ sổ mượn.')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await done(page)
  await move(page, 'Gửi đăng ký')
  await expect(page.getByRole('main')).toContainText('Nhân rộng từ')
  const anybody = await (await another()).newPage()
  await anybody.goto('/mo-hinh?q=tu+sach+dau+ngo')
  await expect(anybody.getByRole('main')).toContainText('1 nơi làm theo')
})
