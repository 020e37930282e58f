// The district gives a target down to its communes; Phú Lý finds it on its desk, takes it up, lowers it and says why.
import { faultsOf } from './accessible.ts'
import { Effort, Hand } from './hand.ts'
import { signIn } from './people.ts'
import { expect, test } from './story.ts'

const target = 'Đoàn viên, hội viên sinh hoạt thường xuyên'

test('huyện giao chỉ tiêu xuống xã, xã đưa vào chương trình của mình, chỗ lệch nào cũng có lý do', async ({
  page,
  another,
}) => {
  test.setTimeout(240_000)
  const effort = new Effort()
  const hand = new Hand(page, effort)
  await signIn(page, 'chuyenvien')
  await hand.link('Chương trình')
  await hand.link(/42-CTr\/HU/)
  await hand.link('Sửa chương trình')
  await hand.click(page.getByRole('row', { name: target }).getByRole('link', { name: 'Giao xuống' }))
  await hand.open('Điền nhanh cả cột')
  await hand.press('Nơi nào cũng bằng chỉ tiêu')
  await expect(page.getByText('Đã điền 12 mức, chưa lưu.')).toBeVisible()
  await hand.fill('Mức giao cho Đảng ủy xã Phú Lý', '75,5')
  await hand.press('Lưu mức giao')
  await expect(page.getByText('Đã lưu mức giao.')).toBeVisible()
  const given = page.locator('.side').filter({ hasText: 'Mức đã giao' })
  await expect(given).toContainText('có chỗ lệch, chưa ghi lý do')
  await expect(given).toContainText('1 đơn vị có mức thấp hơn chỉ tiêu.')
  await hand.fill(/^Lý do: Mức đã giao/, 'Xã rộng, tổ hội ở xa nhau nên giao mức khởi điểm trong năm đầu.')
  await hand.press('Ghi lý do chỗ lệch')
  await expect(given).toContainText('có chỗ lệch, đã ghi lý do')
  await expect(given).toContainText('Chuyên viên Ban Dân vận Huyện ủy')
  console.log(`  giao một chỉ tiêu xuống 12 xã: ${effort}`)
  const upper = page.url()
  expect(await faultsOf(page)).toEqual([])

  const commune = await (await another()).newPage()
  const bloc = new Hand(commune, new Effort())
  await signIn(commune, 'khoi.phuly')
  const waiting = commune.locator('section').filter({ hasText: 'Chỉ tiêu được giao, chưa đưa vào chương trình' })
  await expect(waiting).toContainText('trên 75,5')
  await bloc.click(waiting.getByRole('link', { name: target }))
  await bloc.fill('Năm', '2023')
  await bloc.fill('Tên chương trình', 'Chương trình công tác dân vận năm 2023 của Đảng ủy xã Phú Lý')
  await bloc.choose('Lịch báo cáo', /chốt 14\/12/)
  await bloc.press('Lập chương trình')
  await commune.waitForURL(/\/sua/)
  await bloc.press('Đưa chỉ tiêu 2 vào chương trình')
  await expect(commune.getByText('không thấp hơn mức được giao')).toBeVisible()
  await bloc.link('chỉ tiêu 1: trên 75,5')
  await bloc.fill('Mức giao', '70')
  await bloc.press('Lưu chỉ tiêu')
  const own = commune.locator('.side')
  await expect(own).toContainText('Chỉ tiêu này thấp hơn mức cấp trên giao.')
  await bloc.fill(/^Lý do: So với mức được giao/, 'Hai ấp mới lập lại tổ hội, cần một năm để sinh hoạt đều trở lại.')
  await bloc.press('Ghi lý do chỗ lệch')
  await expect(own).toContainText('có chỗ lệch, đã ghi lý do')
  expect(await faultsOf(commune)).toEqual([])

  await page.goto(upper)
  const row = page.getByRole('row', { name: 'Đảng ủy xã Phú Lý' })
  await expect(row).toContainText('trên 70')
  await expect(row).toContainText('còn là dự thảo, chưa tính')
})
