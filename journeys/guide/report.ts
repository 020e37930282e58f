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
  await circulationPictures(camera, page)
  await lifePictures(camera, page)
}

async function draftPictures(page: Page): Promise<void> {
  await picture(page, '06-tren-giay', { height: 900 })
  await page.locator('.tool a').filter({ hasText: 'Nguyên nhân' }).click()
  await picture(page, '06-sua-muc', { from: page.locator('form.write') })
  await page.getByRole('button', { name: 'Lưu mục này' }).click()
}

/** The draft goes to two bodies; one comments on a section; the officer says what became of it. */
async function circulationPictures(camera: Camera, officer: Page): Promise<void> {
  const at = new URL(officer.url()).pathname
  await officer.goto(`${at}/y-kien`)
  await officer.getByLabel('Hạn góp ý').fill('22/12/2027')
  await officer.getByLabel('Đề nghị góp ý những gì').fill('Đề nghị góp ý các mục tồn tại, kiến nghị.')
  for (const name of ['Ban Chỉ đạo', 'Công đoàn'])
    await officer.getByRole('checkbox', { name: `Tất cả ${name}` }).check()
  await picture(officer, '06-lay-y-kien', {
    from: officer.getByRole('heading', { name: 'Gửi dự thảo lấy ý kiến' }),
    to: officer.getByRole('checkbox', { name: 'Tất cả Công đoàn' }),
  })
  await officer.getByRole('button', { name: 'Gửi dự thảo lấy ý kiến' }).click()
  await officer.getByRole('heading', { name: 'Ai đã góp ý' }).waitFor()

  const union = await camera.as('ldld')
  await union.getByRole('link', { name: 'Tổng kết công tác dân vận năm 2023' }).first().click()
  await union.getByRole('link', { name: 'Góp ý mục này' }).nth(1).click()
  await union
    .getByLabel('Ý kiến của đơn vị')
    .fill('Đề nghị nêu thêm việc công nhân làm ca nên khó sinh hoạt đúng lịch.')
  await picture(union, '06-gop-y', {
    from: union.locator('div:has(> .comment form)'),
    narrow: true,
  })
  await union.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await union.getByText('Nơi soạn trả lời').waitFor()

  await officer.goto(at)
  await officer.getByRole('link', { name: 'Xử lý ý kiến này' }).first().click()
  await officer.getByLabel('Tiếp thu', { exact: true }).check()
  await picture(officer, '06-xu-ly-y-kien', { from: officer.locator('.comments').first(), narrow: true })
  await officer.getByRole('button', { name: 'Lưu cách xử lý' }).click()
  await officer.getByRole('link', { name: 'Xử lý lại' }).first().waitFor()
  await officer.goto(at)
}

async function lifePictures(camera: Camera, officer: Page): Promise<void> {
  const at = new URL(officer.url()).pathname
  const submit = async () => {
    await officer.goto(at)
    const panel = await openPanel(officer, 'Trình lãnh đạo duyệt')
    return panel
  }
  const first = await submit()
  await picture(officer, '06-trinh', { from: officer.locator('.moves') })
  await first.getByRole('button').click()
  await officer.getByText('Đã trình, chờ lãnh đạo duyệt.').waitFor()

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
  await officer.getByText('Đã trình, chờ lãnh đạo duyệt.').waitFor()
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
  await dispatchPicture(clerk, at)
  await clerk.goto('/van-thu')
  await picture(clerk, '06-so-van-thu', { from: clerk.locator('.head'), to: clerk.getByRole('table').last() })
}

async function dispatchPicture(clerk: Page, at: string): Promise<void> {
  await clerk.goto(`${at}/phat-hanh`)
  await clerk.getByRole('checkbox', { name: 'Tất cả Công đoàn' }).check()
  await clerk.getByRole('button', { name: 'Ghi đã gửi' }).click()
  await clerk.getByRole('table').waitFor()
  await clerk.getByLabel('bản giấy').check()
  await clerk.getByLabel('Nơi nhận khác').fill('Ban Dân vận Tỉnh ủy Đồng Nai')
  await clerk.getByRole('button', { name: 'Ghi đã gửi' }).click()
  await clerk.getByText('Chưa ghi đã nhận').waitFor()
  await picture(clerk, '06-phat-hanh', { from: clerk.locator('.head'), to: clerk.locator('form.row') })
}
