// A person from the nomination to the printed certificate; its square leads to the page that says it is genuine, and at once that it is revoked.
import { readFile } from 'node:fs/promises'
import { importJWK, jwtVerify, type JSONWebKeySet } from 'jose'
import { squareOfPage } from '../core/testing/square-of-page.ts'
import { faultsOf } from './accessible.ts'
import { signIn } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const name = 'Lê Thị Thí Dụ Minh Hoạ'
const rightName = 'Lê Thị Thí Dụ Minh Hoà'
const occasion = 'Biểu dương người tốt trong công tác dân vận'
let round: string
let nominee: string

const saved = (page: Page) => expect(page.getByText('Đã lưu.', { exact: true })).toBeVisible()
const as = async (page: Page, username: string, path: string) => {
  await page.context().clearCookies()
  await signIn(page, username)
  await page.goto(path)
}

/** One of the moves: opened, filled by label, done. */
async function move(page: Page, label: string, fields: Record<string, string> = {}, choice?: string): Promise<void> {
  const summary = page.locator('summary').filter({ hasText: new RegExp(`^\\s*${label}\\s*$`) })
  const panel = page.locator('details', { has: summary })
  await summary.click()
  for (const [field, value] of Object.entries(fields)) await panel.getByLabel(new RegExp(`^\\s*${field}`)).fill(value)
  const channel = panel.getByLabel('Đồng ý bằng cách nào')
  if (await channel.isVisible()) await channel.selectOption({ label: 'giấy có chữ ký' })
  if (choice) await panel.getByLabel(choice).check()
  await panel.getByRole('button', { name: label, exact: true }).click()
  await saved(page)
}

test('khối dân vận mở đợt, quy định và căn cứ hiện rõ; ghi hội đồng', async ({ page }) => {
  await as(page, 'khoi.tantrieu', '/khen-thuong/dot')
  await page.getByRole('link', { name: 'Mở đợt khen' }).click()
  await page.getByLabel('Hình thức, cơ quan khen').selectOption({
    label: 'Giấy khen của Chủ tịch UBND cấp xã · Ủy ban nhân dân phường Tân Triều · Khối dân vận phường Tân Triều',
  })
  await page.getByLabel('Nhân dịp gì').fill(occasion)
  await page.getByLabel('Nhận đề nghị đến hết ngày').fill('01/01/2020')
  await page.getByRole('button', { name: 'Mở đợt khen' }).click()
  await expect(page.getByRole('alert')).toContainText('Ngày nhận đề nghị cuối cùng đã qua')
  await expect(page.getByLabel('Nhân dịp gì')).toHaveValue(occasion)
  await page.getByLabel('Nhận đề nghị đến hết ngày').fill('31/12/2030')
  await page.getByRole('button', { name: 'Mở đợt khen' }).click()
  await saved(page)
  round = new URL(page.url()).pathname
  await expect(page.getByRole('main')).toContainText('Điều 80 Luật Thi đua, khen thưởng')
  await page.getByRole('link', { name: 'Ghi hội đồng' }).click()
  for (const [i, post] of ['Chủ tịch UBND phường', 'Trưởng khối dân vận', 'Chủ tịch Mặt trận'].entries())
    await page.getByLabel(`Chức danh ${i + 1}`, { exact: true }).fill(post)
  await page.getByLabel('Tài khoản 1', { exact: true }).fill('khong.co.ai')
  await page.getByRole('button', { name: 'Lưu hội đồng' }).click()
  await expect(page.getByRole('alert')).toContainText('Không có tài khoản “khong.co.ai”')
  await page.getByLabel('Tài khoản 1', { exact: true }).fill('chutich.tantrieu')
  await page.getByLabel('Tài khoản 3', { exact: true }).fill('hatang.tantrieu')
  await page.getByRole('button', { name: 'Lưu hội đồng' }).click()
  await saved(page)
  expect(await faultsOf(page)).toEqual([])
})

test('Hội Phụ nữ đề nghị một người; thiếu gì được nói rõ', async ({ page }) => {
  await as(page, 'phunu.tantrieu', round)
  await page.getByRole('link', { name: 'Đề nghị khen' }).click()
  await page.getByRole('radio', { name: 'Cá nhân' }).check()
  await page.getByLabel(/^Tên như sẽ in/).fill(name)
  await page.getByRole('button', { name: 'Lưu đề nghị' }).click()
  await expect(page.getByRole('alert')).toContainText('Ghi chức danh của cá nhân')
  await expect(page.getByLabel(/^Tên như sẽ in/)).toHaveValue(name)
  await page.getByLabel(/^Chức danh/).fill('Tổ trưởng tổ dân phố')
  await page.getByLabel(/^Đơn vị, nơi làm việc/).fill('Tổ dân phố 3, phường Tân Triều')
  await page.getByLabel('Người trực tiếp làm việc').check()
  await page
    .getByLabel('Thành tích', { exact: false })
    .first()
    .fill('Vận động 200 hộ nhận chăm đường hoa ven kênh; hết ba điểm đổ rác, trẻ con có chỗ chơi.')
  await page.getByLabel('Việc được khen, ghi bằng lời 1').fill('Đường hoa ven kênh năm 2026')
  await page.getByRole('button', { name: 'Lưu đề nghị' }).click()
  await saved(page)
  nominee = new URL(page.url()).pathname
  await move(page, 'Nộp hồ sơ')
  expect(await faultsOf(page)).toEqual([])
})

test('khối thẩm định, lấy ý kiến; chủ tịch bỏ phiếu như trên giấy; trình', async ({ page }) => {
  await as(page, 'khoi.tantrieu', nominee)
  await expect(page.getByRole('main')).toContainText('chưa xác nhận có hay không đơn thư')
  await move(page, 'Xác nhận có hay không đơn thư', {}, 'Không có')
  await move(page, 'Ghi đã thẩm định')
  const days = { 'Từ ngày': '01/11/2026', 'Đến ngày': '15/11/2026', 'Số ý kiến nhận được': '0' }
  await move(page, 'Ghi kết quả lấy ý kiến', { ...days, 'Đã đăng, niêm yết ở đâu': 'Bảng tin trụ sở phường' })
  await as(page, 'chutich.tantrieu', nominee)
  await page.getByRole('link', { name: 'Lấy phiếu' }).click()
  await page.getByRole('button', { name: 'Bỏ phiếu' }).click()
  await expect(page.getByRole('alert')).toContainText('Ý kiến của đồng chí')
  await page.getByLabel('Đồng ý', { exact: true }).check()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Bỏ phiếu' }).click()
  await saved(page)
  await expect(page.getByText('Đồng chí đã bỏ phiếu')).toBeVisible()
  await expect(page.getByText('Kết quả chỉ hiện khi đã khoá phiếu')).toBeVisible()
  await as(page, 'khoi.tantrieu', `${round}/hoi-dong`)
  await page.getByRole('button', { name: 'Lưu hội đồng' }).click()
  await expect(page.getByRole('alert')).toContainText('Hội đồng đã bắt đầu bỏ phiếu')
})

test('chưa đủ người dự thì phiếu vẫn mở', async ({ page }) => {
  await as(page, 'khoi.tantrieu', nominee)
  await page.locator('summary').filter({ hasText: 'Khoá phiếu' }).click()
  await page.getByLabel('Số, ngày biên bản họp hội đồng').fill('04/BB-HĐ ngày 16/11/2026')
  await page.getByRole('button', { name: 'Khoá phiếu' }).click()
  await expect(page.getByRole('alert')).toContainText('Chưa đủ người dự')
  await expect(page.getByLabel('Số, ngày biên bản họp hội đồng')).toHaveValue('04/BB-HĐ ngày 16/11/2026')
})

test('đủ người dự, khoá phiếu, trình; chủ tịch ghi quyết định đã ký; ghi đã trao', async ({ page }) => {
  await as(page, 'hatang.tantrieu', nominee)
  await page.getByRole('link', { name: 'Lấy phiếu' }).click()
  await page.getByLabel('Đồng ý', { exact: true }).check()
  await page.getByRole('button', { name: 'Bỏ phiếu' }).click()
  await saved(page)
  await as(page, 'khoi.tantrieu', nominee)
  await move(page, 'Khoá phiếu', { 'Số, ngày biên bản họp hội đồng': '04/BB-HĐ ngày 16/11/2026' })
  await expect(page.getByText('2 phiếu đồng ý, 0 phiếu không đồng ý.')).toBeVisible()
  await move(page, 'Trình cơ quan khen')
  await as(page, 'chutich.tantrieu', '/khen-thuong/dot')
  await page.getByRole('link', { name: occasion }).click()
  await page.getByRole('link', { name: 'Ghi quyết định, ghi ngày trao' }).click()
  await page.getByLabel('Số quyết định').fill('71/QĐ-UBND')
  await page.getByLabel('Ngày ký').fill('31/12/2030')
  await page.getByLabel('Chức danh người ký').fill('Chủ tịch')
  await page.getByRole('button', { name: 'Ghi quyết định' }).click()
  await expect(page.getByRole('alert')).toContainText('Ngày này ở sau hôm nay')
  await expect(page.getByLabel('Số quyết định')).toHaveValue('71/QĐ-UBND')
  await expect(page.getByRole('checkbox', { name })).toBeChecked()
  await page.getByLabel('Ngày ký').fill('20/11/2026')
  await page.getByRole('button', { name: 'Ghi quyết định' }).click()
  await saved(page)
  await as(page, 'khoi.tantrieu', `${round}/quyet-dinh`)
  await page.getByLabel('Ngày trao').fill('25/11/2026')
  await page.getByRole('button', { name: 'Ghi đã trao' }).click()
  await saved(page)
  await expect(page.getByRole('main')).toContainText('đã trao')
  expect(await faultsOf(page)).toEqual([])
  await page.goto(nominee)
  await move(page, 'Ghi sự đồng ý nêu tên', {
    'Lời đồng ý, chép nguyên': 'Tôi đồng ý cho nêu tên tôi trong sổ khen thưởng.',
    'Ngày đồng ý': '25/11/2026',
  })
  await expect(page.getByText('Đã đồng ý cho nêu tên công khai, ngày 25/11/2026.')).toBeVisible()
})

test('giấy in ra: hình vuông đọc được, dẫn tới trang nói là thật; huỷ thì trang nói ngay', async ({
  page,
  another,
}) => {
  await as(page, 'khoi.tantrieu', round)
  await page.getByRole('link', { name: 'Mọi giấy chứng nhận' }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Cả tệp' }).click()])
  const address = await squareOfPage(await readFile((await file.path())!))
  expect(new URL(address).pathname).toMatch(/^\/khen-thuong\/kiem-tra\/[0-9a-z]{12}$/)

  const anybody = await (await another()).newPage()
  await anybody.setViewportSize({ width: 360, height: 800 })
  await anybody.goto(address)
  await expect(anybody.getByText('Giấy chứng nhận này có thật và còn hiệu lực.')).toBeVisible()
  await expect(anybody.getByRole('main')).toContainText(name)
  const [badge] = await Promise.all([
    anybody.waitForEvent('download'),
    anybody.getByRole('link', { name: 'Tải chứng thư số (.jwt)' }).click(),
  ])
  const { keys } = (await (await anybody.request.get('/api/public/credential-keys')).json()) as JSONWebKeySet
  const token = await readFile((await badge.path())!, 'utf8')
  const { payload } = await jwtVerify(token, await importJWK(keys[0]!, 'EdDSA'))
  expect(JSON.stringify(payload.credentialSubject)).toContain(name)
  expect(await faultsOf(anybody)).toEqual([])

  await as(page, 'chutich.tantrieu', nominee)
  const correct = 'Đính chính tên, chức danh, đơn vị'
  await page.locator('summary').filter({ hasText: correct }).click()
  const panel = page.locator('details', { has: page.locator('summary').filter({ hasText: correct }) })
  await panel.getByLabel(/^Tên như sẽ in/).fill('Lê 漢 Dụ')
  await panel.getByRole('button', { name: correct }).click()
  for (const said of ['không in được: 漢', 'Xác nhận vẫn là người', 'Nêu vì sao phải đính chính'])
    await expect(page.getByRole('alert')).toContainText(said)
  await expect(panel.getByLabel(/^Tên như sẽ in/)).toHaveValue('Lê 漢 Dụ')
  await panel.getByLabel(/^Tên như sẽ in/).fill(rightName)
  await panel.getByLabel('Vẫn là người, tập thể ấy').check()
  await panel.getByLabel(/^Số văn bản đính chính/).fill('74/QĐ-UBND')
  await panel.getByLabel(/^Ngày văn bản đính chính/).fill('27/11/2026')
  await panel.getByLabel(/^Lý do/).fill('Quyết định ghi sai tên.')
  expect(await faultsOf(page)).toEqual([])
  await panel.getByRole('button', { name: correct }).click()
  await saved(page)
  await anybody.reload()
  await expect(anybody.getByRole('main')).toContainText(rightName)
  await expect(anybody.getByText(`Trước đó ghi: ${name}`)).toBeVisible()

  await move(page, 'Huỷ quyết định khen', {
    'Ngày huỷ': '28/11/2026',
    'Số, ngày văn bản huỷ': '75/QĐ-UBND ngày 28/11/2026',
    'Lý do': 'Hồ sơ khai thành tích không đúng sự thật.',
  })
  await anybody.reload()
  await expect(anybody.getByText('Quyết định khen này ĐÃ BỊ HUỶ ngày 28/11/2026')).toBeVisible()
  await expect(anybody.getByRole('link', { name: 'Tải chứng thư số (.jwt)' })).toHaveCount(0)
})
