// Chapter 8: an act from its first change to the hand-over, and a key of a ward that was divided.
import type { Page } from 'playwright-core'
import { addMerger, beginAct, prepareMerger, saveAct } from '../merger.ts'
import { operatorAsks } from '../operator.ts'
import { picture, type Camera } from './camera.ts'

export async function actPictures(camera: Camera): Promise<void> {
  await prepareMerger()
  const page = await camera.as('quantri')
  await beginAct(page, '15/NQ-HĐND')
  await page.getByRole('link', { name: 'Nhập nhiều đơn vị thành một' }).click()
  await page.getByLabel(/Phường Trị An/).check()
  await page.getByLabel(/Xã Phú Lý/).check()
  await picture(page, '08-them-thay-doi', { from: page.locator('.head'), to: page.getByLabel('Tên mới'), most: 900 })
  await page.goBack()
  await addMerger(page)
  await picture(page, '08-truoc-sau', {
    from: page.getByText('Không còn điều gì phải sửa').first(),
    to: page.locator('main section').nth(1),
  })
  await saveAct(page)
  await page.getByRole('link', { name: 'Sắp xếp tổ chức' }).click()
  await picture(page, '08-to-chuc', { from: page.locator('.head'), most: 1000, to: page.locator('main form') })
  await page.getByRole('button', { name: 'Lưu mọi dòng' }).click()
  await page.getByText('Các tổ chức đã sắp xếp theo văn bản.').waitFor()
  await page.getByRole('link', { name: 'Bàn giao việc còn dở' }).last().click()
  await page.getByLabel('Số biên bản').fill('03/BB-BG')
  const union = page.locator('main form section').filter({ hasText: 'Hội Nông dân xã Phú Lý' })
  await picture(page, '08-ban-giao', { from: page.locator('.head'), to: page.getByLabel('Ghi chú') })
  await picture(page, '08-viec-con-do', { from: union })
  await keyPicture(camera)
}

/** Officials of Hà Nội write the keys of its wards. */
async function keyPicture(camera: Camera): Promise<void> {
  const since = '2025-07-01'
  const place = await operatorAsks('places.show', { code: '01', on: '2026-06-30' })
  const made = { organisation: 'partyCommittee', name: 'Thành ủy Hà Nội', placeId: place.id, validFrom: since }
  const body = (await operatorAsks('bodies.create', made)).id
  const name = 'Chuyên viên Văn phòng Thành ủy Hà Nội (giả định)'
  const person = await operatorAsks('people.create', { name, role: 'officer', bodyId: body, from: since })
  const page = await firstSignIn(camera, person)
  await page.goto('/quan-tri/khoa-chia')
  await page.getByRole('link', { name: 'Phường Cống Vị' }).click()
  await page.getByRole('link', { name: 'Theo dân số' }).click()
  await page.getByLabel('Căn cứ', { exact: true }).fill('Biên bản bàn giao dân cư giữa hai phường')
  await picture(page, '08-khoa', { from: page.locator('.head'), to: page.getByLabel('Căn cứ', { exact: true }) })
}

async function firstSignIn(camera: Camera, { username, password }: { username?: string; password?: string }) {
  const page: Page = await camera.as(username!, { password: password! })
  await page.goto('/tai-khoan/mat-khau')
  await page.getByLabel('Mật khẩu hiện nay').fill(password!)
  await page.getByLabel('Mật khẩu mới').fill('mot-cau-de-nho-2026')
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await page.getByText('Đã đổi mật khẩu.').waitFor()
  return page
}
