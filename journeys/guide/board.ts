// Chapter 4: the officer of the district reads the board, walks a figure back, reminds, consolidates.
import { openPanel, picture, type Camera } from './camera.ts'

export async function boardPictures(camera: Camera): Promise<void> {
  const page = await camera.as('chuyenvien')
  await page.getByRole('link', { name: /42-CTr\/HU/ }).click()
  await page.waitForURL(/\/bang/)
  const board = page.url()
  const rows = page.getByRole('table').first().locator('tbody')
  await picture(page, '04-bang', { from: page.locator('.head'), to: rows.nth(2) })
  await picture(page, '04-rieng', { from: rows.filter({ hasText: 'Lực lượng nòng cốt' }) })
  const regular = rows.filter({ hasText: 'sinh hoạt thường xuyên' })
  await regular.locator('summary').click()
  await picture(page, '04-tung-xa', { from: regular, to: regular.getByRole('table').getByRole('row').nth(5) })
  await picture(page, '04-da-thay-doi', { from: page.locator('.after') })
  await openPanel(page, 'Tổng hợp số đã nhận')
  await picture(page, '04-tong-hop', { from: page.locator('details[open] form'), narrow: true })

  await page.goto(board)
  await page.locator('tbody').filter({ hasText: 'sinh hoạt thường xuyên' }).locator('td.value a').first().click()
  await page.waitForURL(/so-lieu/)
  const inputs = page.getByRole('table').last().getByRole('row')
  await picture(page, '04-vi-sao', { from: page.locator('.head'), to: inputs.nth(4) })

  await page.goto(board)
  await page.getByRole('link', { name: 'Ai đã gửi' }).click()
  await picture(page, '04-ai-da-gui', {
    from: page.locator('.head'),
    to: page.getByRole('table').getByRole('row').nth(8),
  })
  await picture(page, '04-loi-nhac', {
    from: page.getByRole('heading', { name: 'Lời nhắc' }),
    to: page.locator('button[data-copy]'),
  })
  await page.getByRole('link', { name: /^Chưa gửi/ }).click()
  await page.getByRole('link', { name: 'Ghi đã nhắc' }).first().click()
  await picture(page, '04-da-nhac', { from: page.locator('#nhac'), narrow: true })

  await page.goto(board)
  await page.getByRole('link', { name: 'Theo địa bàn ngày khác' }).click()
  await page.getByLabel('Theo địa bàn ngày').fill('01/07/2025')
  await page.getByRole('button', { name: 'Xem' }).click()
  await page.getByText('Như khi báo cáo').first().waitFor()
  await picture(page, '04-ngay-khac', { from: page.locator('.head'), to: page.getByRole('table').first() })

  const phone = await camera.as('chuyenvien', { width: 360 })
  await phone.goto(board)
  await picture(phone, '04-dien-thoai', { height: 1000 })
  const bloc = await camera.as('khoi.tanan')
  await bloc.goto(new URL(board).pathname)
  await picture(bloc, '04-bang-xa', {
    from: bloc.locator('.head'),
    to: bloc.getByRole('table').first().locator('tbody').nth(1),
  })
}
