// At two in the afternoon the province sends an Excel due at four: marked, sent round, filled three ways, given back as it came.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faultsOf } from './accessible.ts'
import { differences, fillIn, makeSuperiors, whyNoOpenpyxl } from './excel.ts'
import { Effort, Hand } from './hand.ts'
import { openPanel, signIn } from './people.ts'
import { expect, test, type Page } from './story.ts'

test.describe.configure({ mode: 'serial' })

const folder = mkdtempSync(join(tmpdir(), 'dt-excel-'))
const original = join(folder, 'Biểu 01 rà soát.xlsx')
const places = ['Thị trấn Vĩnh An', 'Xã Bình Lợi', 'Xã Phú Lý', 'Xã Mã Đà']
const title = 'Rà soát tổ tự quản, nhà văn hoá'

test('tệp của tỉnh do một chương trình khác làm ra', () => {
  expect(whyNoOpenpyxl()).toBeNull()
  makeSuperiors(original, places)
  expect(differences(original, original)).toEqual({ ...same, cells: {} })
})

test('Hoa đánh dấu ô bằng cách bấm trên bảng rồi gửi đi, chưa hết mười phút', async ({ page }) => {
  const effort = new Effort()
  const hand = new Hand(page, effort)
  await signIn(page, 'chuyenvien')
  await hand.link('Thu thập')
  await hand.link('Lập đợt thu thập')
  await page.getByLabel('Tệp Excel (.xlsx)').setInputFiles(original)
  await hand.fill('Tên đợt thu thập', title)
  await hand.fill('Hạn gửi: ngày', tomorrow())
  await hand.fill('Hạn gửi: giờ', '16:00')
  await hand.press('Tiếp: đánh dấu ô cần điền')

  await expect(page.getByRole('cell', { name: 'RÀ SOÁT TỔ TỰ QUẢN' })).toBeVisible()
  await hand.click(page.locator('[data-ref="C5"]'))
  await expect(page.getByText('Đã chọn ô đầu C5')).toBeVisible()
  await hand.click(page.locator('[data-ref="F8"]'))
  await expect(page.getByLabel('Vùng 1: ô đầu và ô cuối')).toHaveValue('C5:F8')
  await hand.click(page.locator('[data-ref="H5"]'))
  await hand.click(page.locator('[data-ref="H8"]'))
  await expect(page.getByLabel('Vùng 2: ô đầu và ô cuối')).toHaveValue('H5:H8')
  await hand.choose('Vùng 2: điền gì', 'chữ')
  await hand.tick(/^một dòng trong bảng/)
  await hand.open('chọn từng đơn vị: Khối dân vận')
  for (const name of ['thị trấn Vĩnh An', 'xã Bình Lợi', 'xã Phú Lý', 'xã Mã Đà'])
    await hand.tick(`Khối dân vận ${name}`)
  await hand.press('Lưu và xem lại')

  await expect(page.getByText('20 ô, 4 đơn vị.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.reload() // looking opened every panel
  await hand.click(await openPanel(page, 'Gửi đến 4 đơn vị'))
  await expect(page.getByText('Đã gửi 0/4 đơn vị.')).toBeVisible()
  console.log(`  từ tệp đến lúc gửi đi: ${effort}`)
  expect(effort.minutes()).toBeLessThan(10)
})

test('Bình Lợi điền bằng chương trình bảng tính rồi tải lên; tệp sai thì được nói, chưa lưu gì', async ({ page }) => {
  await openForm(page, 'khoi.binhloi')
  const pdf = join(folder, 'Biểu.xlsx')
  writeFileSync(pdf, '%PDF-1.7\n')
  await upload(page, pdf)
  await expect(page.getByRole('alert')).toContainText('PDF')

  const mine = await download(page, 'Tải biểu của đơn vị')
  fillIn(mine, { C6: '9', D6: 'tám', E6: '-2', F6: '1,5' })
  await upload(page, mine)
  await expect(page.getByRole('alert')).toContainText('D6')
  fillIn(mine, { C6: '9', D6: '8', E6: '2', F6: '120,5', H6: 'Một nhà đang sửa' })
  await upload(page, mine)
  await expect(page.getByText('Đã đọc tệp và lưu thành bản nháp')).toBeVisible()
  await expect(page.getByRole('textbox', { name: /\(F6\)/ })).toHaveValue('120,5')
  await page.getByRole('button', { name: /^Gửi / }).click()
  await expect(page.getByText(/Đã gửi .*Trưởng khối dân vận xã Bình Lợi/)).toBeVisible()
})

test('Phú Lý dán cả khối ô chép từ bảng tính; chữ dán vào ô số bị báo tại ô', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openForm(page, 'khoi.phuly')
  await paste(page, 'C7', '12\tmười\t3\t1.250,25\r\n')
  await page.getByRole('button', { name: 'Lưu nháp' }).click()
  await expect(page.getByRole('alert')).toContainText('D7: “mười” không phải số')
  await expect(page.getByRole('textbox', { name: /\(F7\)/ })).toHaveValue('1.250,25')
  await paste(page, 'D7', '12\t10\t3\t1.250,25\r\n')
  await expect(page.getByText('1 ô của khối vừa dán rơi ra ngoài')).toBeVisible()
  await paste(page, 'C7', '12\t10\t3\t1.250,25\r\n')
  await expect(page.getByText('rơi ra ngoài')).toHaveCount(0)
  await page.getByRole('button', { name: /^Gửi / }).click()
  await expect(page.getByText(/Đã gửi .*Trưởng khối dân vận xã Phú Lý/)).toBeVisible()
})

test('Mã Đà gõ trên điện thoại', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openForm(page, 'khoi.mada')
  for (const [cell, value] of Object.entries({ C8: '7', D8: '7', E8: '0', F8: '0' }))
    await page.getByRole('textbox', { name: new RegExp(`\\(${cell}\\)`) }).fill(value)
  await page.getByRole('button', { name: 'Lưu nháp' }).click()
  expect(await faultsOf(page)).toEqual([])
  await page.reload()
  await page.getByRole('button', { name: /^Gửi / }).click()
  await expect(page.getByText(/Đã gửi .*Trưởng khối dân vận xã Mã Đà/)).toBeVisible()
})

test('tệp trả về chỉ khác tệp của tỉnh ở các ô đã điền', async ({ page }) => {
  await signIn(page, 'chuyenvien')
  await page.getByRole('link', { name: title }).first().click()
  await expect(page.getByText('Đã gửi 3/4 đơn vị.')).toBeVisible()
  const result = await download(page, 'Tải tệp đã điền')
  expect(differences(original, result)).toEqual({
    ...same,
    cells: {
      ...{ 'Biểu 01!C6': 9, 'Biểu 01!D6': 8, 'Biểu 01!E6': 2, 'Biểu 01!F6': 120.5, 'Biểu 01!H6': 'Một nhà đang sửa' },
      ...{ 'Biểu 01!C7': 12, 'Biểu 01!D7': 10, 'Biểu 01!E7': 3, 'Biểu 01!F7': 1250.25 },
      ...{ 'Biểu 01!C8': 7, 'Biểu 01!D8': 7, 'Biểu 01!E8': 0, 'Biểu 01!F8': 0 },
    },
    // formulas of both sheets are told to count anew
    changed: ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'],
  })
})

const same = { restyled: [], elsewhere: [], parts: false, changed: [] as string[] }

function tomorrow(): string {
  const [year, month, day] = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10).split('-')
  return `${day}/${month}/${year}`
}

async function openForm(page: Page, who: string): Promise<void> {
  await signIn(page, who)
  await page.getByRole('link', { name: title }).first().click()
  await expect(page.getByRole('main')).toContainText(title)
  await expect(page.getByRole('button', { name: 'Lưu nháp' })).toBeVisible()
}

async function upload(page: Page, file: string): Promise<void> {
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Tải lên' }) })
  await form.locator('input[type=file]').setInputFiles(file)
  await form.getByRole('button', { name: 'Tải lên' }).click()
}

async function download(page: Page, link: string): Promise<string> {
  const began = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  const got = await began
  const file = join(folder, `${Date.now()}.xlsx`)
  await got.saveAs(file)
  return file
}

async function paste(page: Page, cell: string, block: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(block)})`)
  await page.getByRole('textbox', { name: new RegExp(`\\(${cell}\\)`) }).focus()
  await page.keyboard.press('Control+v')
}
