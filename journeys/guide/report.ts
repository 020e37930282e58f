// Chapter 6: the issued report whose figures moved, and its successor from draft to number.
import type { Page } from 'playwright-core'
import { openPanel, picture, type Camera } from './camera.ts'

export async function reportPictures(camera: Camera): Promise<void> {
  const page = await camera.as('chuyenvien')
  await page.goto('/bao-cao')
  await picture(page, '06-danh-sach', { height: 420 })
  await page.getByRole('link', { name: 'Lập báo cáo mới' }).click()
  await picture(page, '06-lap-moi', { from: page.locator('.head'), to: page.locator('main form') })
  await page.goto('/bao-cao/1')
  await picture(page, '06-da-thay-doi', { from: page.locator('.head'), to: page.locator('.moves') })
  await page.locator('.paper').getByRole('link', { name: '80,0 %' }).first().click()
  await page.waitForURL(/so=/)
  await picture(page, '06-vi-sao', { from: page.locator('#vi-sao'), narrow: true, most: 520 })
  const panel = await openPanel(page, 'Lập báo cáo thay thế')
  await panel.getByRole('button').click()
  await page.waitForURL(/\/bao-cao\/\d+$/)
  await draftPictures(page)
  await lifePictures(camera, page)
}

async function draftPictures(page: Page): Promise<void> {
  await picture(page, '06-tren-giay', { height: 900 })
  await page.locator('.tool a').filter({ hasText: 'Nguyên nhân' }).click()
  await picture(page, '06-sua-muc', { from: page.locator('form.write') })
  await page.getByRole('button', { name: 'Lưu mục này' }).click()
}

async function lifePictures(camera: Camera, officer: Page): Promise<void> {
  const at = new URL(officer.url()).pathname
  const submit = async () => {
    await officer.goto(at)
    const panel = await openPanel(officer, 'Trình lãnh đạo ban')
    return panel
  }
  const first = await submit()
  await picture(officer, '06-trinh', { from: officer.locator('.moves') })
  await first.getByRole('button').click()
  await officer.getByText('Đã trình, chờ lãnh đạo ban duyệt.').waitFor()

  const head = await camera.as('truongban')
  await head.goto(at)
  const back = await openPanel(head, 'Trả lại kèm lý do')
  await back.getByRole('textbox').fill('Đề nghị nêu rõ vì sao số hội viên phụ nữ xã Thạnh Phú thay đổi.')
  await picture(head, '06-duyet', { from: head.locator('.moves') })
  await back.getByRole('button').click()
  await head.getByText('Được trả lại để sửa.').waitFor()
  await officer.goto(at)
  await picture(officer, '06-bi-tra-lai', { from: officer.locator('.head'), to: officer.getByText('Đề nghị nêu rõ') })
  await (await submit()).getByRole('button').click()
  await officer.getByText('Đã trình, chờ lãnh đạo ban duyệt.').waitFor()
  await head.goto(at)
  await (await openPanel(head, 'Duyệt, chuyển ký')).getByRole('button').click()
  await head.getByText('Đã duyệt, chờ ký.').first().waitFor()
  await standFor(camera, at)
  await signAndIssue(camera, at)
}

/** The office initials and records how the standing board approved. */
async function standFor(camera: Camera, at: string): Promise<void> {
  const clerk = await camera.as('vanthu')
  await clerk.goto(at)
  await (await openPanel(clerk, 'Ký nháy')).getByRole('button').click()
  await clerk.getByText('Ký nháy: Văn thư').waitFor()
  const approve = await openPanel(clerk, 'Ghi việc thông qua')
  await approve.getByLabel('Ngày họp hoặc ngày chốt phiếu').fill('05/01/2024')
  for (const [label, value] of [
    ['Tổng số thành viên', '11'],
    ['Số có mặt hoặc gửi phiếu', '10'],
    ['Số đồng ý', '10'],
    ['Số không đồng ý', '0'],
  ] as const)
    await approve.getByLabel(label, { exact: true }).fill(value)
  await approve.getByLabel('Kết luận').fill('Thống nhất nội dung báo cáo.')
  await picture(clerk, '06-thong-qua', { from: clerk.locator('.moves') })
  await approve.getByRole('button').click()
  await clerk.getByText('Ban Thường vụ thông qua').waitFor()
}

async function signAndIssue(camera: Camera, at: string): Promise<void> {
  const signer = await camera.as('thuongtruc')
  await signer.goto(at)
  const sign = await openPanel(signer, 'Ký báo cáo')
  await sign.getByLabel('Chức vụ người ký').fill('Phó Bí thư Thường trực')
  await picture(signer, '06-ky', { from: signer.locator('.moves') })
  await sign.getByRole('button').click()
  await signer.getByText('chờ văn thư lấy số').first().waitFor()
  const clerk = await camera.as('vanthu')
  await clerk.goto(at)
  const issue = await openPanel(clerk, 'Lấy số và ban hành')
  await picture(clerk, '06-ban-hanh', { from: clerk.locator('.moves') })
  await issue.getByLabel('Ngày văn bản').fill('08/01/2024')
  await issue.getByRole('button').click()
  await clerk.getByText('Đã ban hành số').waitFor()
  await clerk.goto('/van-thu')
  await picture(clerk, '06-so-van-thu', { from: clerk.locator('.head'), to: clerk.getByRole('table').last() })
}
