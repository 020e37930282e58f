// Chapter 16: a target given down with its gap, the shares of the communes, a commune's desk and its given targets.
import { picture, type Camera } from './camera.ts'

export async function cascadePictures(camera: Camera): Promise<void> {
  const officer = await camera.as('chuyenvien')
  await officer.goto('/chuong-trinh/1/chi-tieu/1/giao-xuong')
  await picture(officer, '16-cho-lech', { from: officer.locator('.head'), to: officer.locator('.sides') })
  await officer.locator('summary').filter({ hasText: 'Điền nhanh cả cột' }).click()
  await picture(officer, '16-dien-nhanh', {
    from: officer.getByText('Các nơi làm nên chỉ tiêu bằng cách nào').first(),
    to: officer.getByRole('button', { name: 'Điền theo cột đã dán' }),
  })
  await picture(officer, '16-muc-giao', { from: officer.getByRole('table').first() })
  const waiting = await camera.as('khoi.phuly')
  await picture(waiting, '16-ban-lam-viec', {
    from: waiting.getByRole('heading', { name: 'Chỉ tiêu được giao, chưa đưa vào chương trình' }),
    to: waiting.getByRole('table').first(),
  })
  const bloc = await camera.as('khoi.mada')
  await bloc.goto('/chuong-trinh')
  await bloc.getByRole('link', { name: 'Đảng ủy xã Mã Đà' }).click()
  await bloc.getByRole('link', { name: 'Sửa chương trình' }).click()
  await picture(bloc, '16-duoc-giao', { from: bloc.locator('#given') })
}
