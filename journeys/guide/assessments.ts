// Chapter 25: a body scores itself on a phone, the table of an assessment, a sheet entered from paper.
import type { Page } from 'playwright-core'
import { launchForSilent } from '../honours.ts'
import { picture, type Camera } from './camera.ts'

export async function assessmentPictures(camera: Camera): Promise<void> {
  const unit = await camera.as('hnd.huyen', { width: 360 })
  await unit.goto('/cham-diem')
  await unit.getByRole('link', { name: 'Cơ quan đạt tiêu chí “Dân vận khéo”, năm 2023' }).click()
  await picture(unit, '25-tu-cham', { from: unit.locator('.head'), to: unit.locator('main fieldset').nth(1) })

  const leader = await camera.as('truong.bcd')
  await leader.goto('/cham-diem')
  await leader.getByRole('link', { name: 'Cơ quan đạt tiêu chí “Dân vận khéo”, năm 2023' }).click()
  await picture(leader, '25-bang', { from: leader.locator('.head'), to: leader.locator('main tbody tr').nth(5) })

  await paperPicture(await camera.as('khoi.tantrieu'))
}

/** An assessment of its own, with a body nobody signs in for. */
async function paperPicture(page: Page): Promise<void> {
  await page.goto(await launchForSilent(page, { year: '2026', dueOn: '15/12/2026' }))
  await page.getByRole('link', { name: 'Nhập thay theo bản giấy' }).click()
  await page.getByLabel('Số của bản giấy').fill('07/BC-KTHTĐT')
  await page.getByLabel('Ngày trên bản giấy').fill('20/11/2026')
  await picture(page, '25-ban-giay', { from: page.locator('.head'), to: page.locator('main fieldset').first() })
}
