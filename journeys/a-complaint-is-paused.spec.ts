// A complaint on paper: accepted, suspended, gone on with, lengthened as complex, decided and sent; each day explained to its sender.
import { faultsOf } from './accessible.ts'
import { follow, makeMove, openCase, openToSort, readReceipt, type Receipt } from './cases.ts'
import { signIn } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

let receipt: Receipt
/** Today, as it is typed: 30/11/2026. */
const day = () => new Date().toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' })

test('Tâm vào sổ đơn khiếu nại bằng giấy, in biên nhận, phân loại', async ({ page }) => {
  await signIn(page, 'tiepdan.tantrieu')
  await page.goto('/don-thu')
  await page.getByRole('link', { name: 'Vào sổ đơn mới' }).click()
  await page.getByLabel('đơn giấy nộp trực tiếp').check()
  await page.getByLabel('Đây là').selectOption({ label: 'Khiếu nại' })
  await page
    .getByLabel('Nội dung')
    .fill('Tôi khiếu nại quyết định thu hồi 120 m² đất của gia đình, vì đo sai ranh giới.')
  await page.getByLabel('Họ tên').fill('Người khiếu nại giả định')
  await page.getByLabel('Địa chỉ').fill('Khu phố Bình Thạnh')
  await page.getByRole('button', { name: 'Vào sổ' }).click()
  receipt = await readReceipt(page)
  await openToSort(page, receipt)
  await page.getByLabel('Khiếu nại').check()
  await page.getByRole('button', { name: 'Phân loại và giao' }).click()
  await expect(page.locator('.head')).toContainText('đang kiểm tra điều kiện thụ lý')
})

test('chủ tịch thụ lý, tạm đình chỉ, tiếp tục, ghi là phức tạp', async ({ page }) => {
  await signIn(page, 'chutich.tantrieu')
  await openCase(page, receipt)
  await makeMove(page, 'Thụ lý', { 'Số, ngày văn bản': '05/TB-UBND ngày 30/11/2026' })
  const decision = { 'Ngày của quyết định': day(), 'Số, ngày văn bản': '21/QĐ-UBND' }
  await makeMove(page, 'Tạm đình chỉ', {
    ...decision,
    'Viết cho người gửi': 'Chờ kết quả đo đạc lại ranh giới thửa đất.',
  })
  await expect(page.locator('.head')).toContainText('tạm đình chỉ')
  await makeMove(page, 'Tiếp tục giải quyết', { ...decision, 'Viết cho người gửi': 'Đã có kết quả đo đạc lại.' })
  const why = { 'Viết cho người gửi': 'Hai bản đo cho kết quả khác nhau.', 'Số, ngày văn bản': '30/QĐ-UBND' }
  await makeMove(page, 'Ghi là vụ việc phức tạp', why, 'Chứng cứ mâu thuẫn nhau')
})

test('người khiếu nại đọc vì sao là ngày này: hạn ban đầu, lúc tạm dừng, điều luật, từng bước', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await follow(page, receipt)
  const main = page.getByRole('main')
  for (const said of [
    'hạn ban đầu',
    'Chờ kết quả đo đạc lại',
    'Luật Khiếu nại',
    '30/QĐ-UBND',
    'Hai bản đo cho kết quả khác nhau',
  ])
    await expect(main).toContainText(said)
  expect(await faultsOf(page)).toEqual([])
})

test('chủ tịch ra quyết định, cán bộ ghi đã gửi; người khiếu nại đọc quyết định', async ({ page, another }) => {
  await signIn(page, 'chutich.tantrieu')
  await openCase(page, receipt)
  await answer(page, '')
  await expect(page.getByRole('alert')).toContainText('Ghi số và ngày của quyết định')
  await answer(page, 'Quyết định 45/QĐ-UBND ngày 30/11/2026')
  await expect(page.locator('.head')).toContainText('đã trả lời')
  const tam = await (await another()).newPage()
  await signIn(tam, 'tiepdan.tantrieu')
  await openCase(tam, receipt)
  await makeMove(tam, 'Đã gửi kết quả', {})
  await follow(tam, receipt)
  await expect(tam.getByRole('main')).toContainText('trả lại 35 m²')
  await expect(tam.getByRole('main')).toContainText('Gửi kết quả')
})

async function answer(page: Page, document: string): Promise<void> {
  await page
    .getByRole('textbox', { name: 'Trả lời' })
    .fill('Công nhận khiếu nại: đo lại ranh giới, trả lại 35 m² đã thu hồi vượt.')
  const form = page.locator('form[action="?/answer"]')
  await form.getByLabel('Số, ngày văn bản').fill(document)
  await form.getByRole('button', { name: 'Trả lời', exact: true }).click()
}
