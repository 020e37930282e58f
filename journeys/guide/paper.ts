// Chapter 15: the register's document with its scan, replaced with a reason; a correction, and where the report tells it.
import { openPanel, picture, type Camera } from './camera.ts'

export async function paperPictures(camera: Camera): Promise<void> {
  const clerk = await camera.as('vanthu')
  await clerk.goto('/van-thu')
  await clerk.getByRole('link', { name: '12-BC/HU' }).click()
  await picture(clerk, '15-van-ban', {
    from: clerk.locator('.head'),
    to: clerk.getByText('Thay bản quét').first(),
  })
  const panel = await openPanel(clerk, 'Đính chính bằng công văn')
  await panel.getByLabel('Chỗ thứ 1 · Đã in').fill('Ban Dân vận Tỉnh ủy')
  await panel.getByLabel('Nay đọc là').first().fill('Ban Dân vận Tỉnh ủy (để báo cáo)')
  await panel.getByLabel('Lý do').fill('Thiếu ghi chú ở phần nơi nhận; nội dung và số liệu không đổi.')
  await picture(clerk, '15-dinh-chinh', { from: panel })
  const officer = await camera.as('chuyenvien')
  await officer.goto('/bao-cao/1')
  await picture(officer, '15-da-dinh-chinh', {
    from: officer.locator('.head'),
    to: officer.getByText('nay đọc là').first(),
  })
}
