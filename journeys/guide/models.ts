// Chapter 23: the gallery and its map, the way of a model that was copied, one whole with its before and after, the figures of a year.
import { picture, type Camera } from './camera.ts'

export async function modelPictures(camera: Camera): Promise<void> {
  const everybody = await camera.window()
  await everybody.goto('/mo-hinh')
  await picture(everybody, '23-danh-sach', {
    from: everybody.locator('.head'),
    to: everybody.locator('main'),
    most: 820,
  })
  await everybody.goto('/mo-hinh?q=da+no+hoa')
  await everybody.getByRole('link', { name: 'Đá nở hoa' }).last().click()
  await everybody.getByRole('heading', { name: 'Đã đi đến đâu' }).waitFor()
  await picture(everybody, '23-duong-di', {
    from: everybody.getByRole('heading', { name: 'Đã đi đến đâu' }),
    to: everybody.locator('main table'),
  })

  const phone = await camera.window(360)
  await phone.goto('/mo-hinh?q=moi+mot+dong+doi')
  await phone.getByRole('link', { name: 'Mỗi hội viên mời một đồng đội' }).first().click()
  await picture(phone, '23-truoc-sau', {
    from: phone.getByRole('heading', { name: 'Trước và sau' }),
    to: phone.getByText('So với:'),
  })

  const desk = await camera.as('khoi.tantrieu')
  await desk.goto('/dan-van-kheo?muc=toInspect')
  await picture(desk, '23-cho-kiem-tra', { from: desk.locator('.head'), to: desk.locator('main table') })
  await desk.goto('/dan-van-kheo/thong-ke?nam=2026')
  await picture(desk, '23-so-lieu', { from: desk.locator('.head'), to: desk.locator('main table').first() })

  const owner = await camera.as('phunu.tantrieu')
  await owner.goto('/dan-van-kheo')
  await owner
    .getByRole('row', { name: /Ngõ sáng, dân gần/ })
    .getByRole('link')
    .click()
  await picture(owner, '23-mo-hinh', {
    from: owner.locator('.head'),
    most: 900,
    to: owner.locator('main section').nth(1),
  })
}
