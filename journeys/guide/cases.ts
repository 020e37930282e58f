// Chapters 18 and 19: a report sent from a phone and followed; the list of the desk, sorting, an answer, a complaint that is paused.
import { follow, openToSort, sendReport } from '../cases.ts'
import { picture, type Camera } from './camera.ts'

export async function casePictures(camera: Camera): Promise<void> {
  const phone = await camera.window(360)
  await phone.goto('/gui')
  await picture(phone, '18-gui', { from: phone.locator('.head'), to: phone.getByLabel('Ở đâu') })
  const receipt = await sendReport(phone)
  await picture(phone, '18-bien-nhan', { from: phone.locator('.head'), to: phone.locator('.both') })

  const desk = await camera.as('tiepdan.tantrieu')
  await desk.goto('/don-thu')
  await picture(desk, '19-danh-sach', { height: 760 })
  await desk.goto('/don-thu/moi')
  await picture(desk, '19-vao-so', { from: desk.locator('.head'), to: desk.getByLabel('Nội dung') })
  await desk.goto('/don-thu/4/mo')
  await picture(desk, '19-goi-y', { from: desk.locator('.head'), to: desk.getByLabel('Phức tạp') })
  await openToSort(desk, receipt)
  await desk.getByLabel('Cơ quan giải quyết').selectOption({ label: works })
  await desk.getByLabel('Những điểm người gửi hỏi').fill('Bao giờ thay nắp cống?')
  await picture(desk, '19-phan-loai', { from: desk.locator('.head'), to: desk.locator('main form').last() })
  await desk.getByRole('button', { name: 'Phân loại và giao' }).click()
  await desk.waitForURL(/don-thu\/\d+$/)
  const address = new URL(desk.url()).pathname

  const office = await camera.as('hatang.tantrieu')
  await office.goto(address)
  await office.getByRole('textbox', { name: 'Trả lời' }).fill(answer)
  await office.getByLabel('Bao giờ thay nắp cống?').check()
  await office.getByLabel('Số, ngày văn bản').fill('Biên bản nghiệm thu số 41/BB-KTHT')
  await picture(office, '19-tra-loi', { from: office.locator('.head'), to: office.locator('form[action="?/answer"]') })
  await office.getByRole('button', { name: 'Trả lời', exact: true }).click()
  await office.getByText('Đã ghi.').waitFor()

  await follow(phone, receipt)
  await picture(phone, '18-theo-doi', { from: phone.locator('.head'), to: phone.locator('.moves').first() })
  const head = await camera.as('chutich.tantrieu')
  await head.goto('/don-thu/6')
  await picture(head, '19-khieu-nai', { from: head.locator('.head'), to: head.locator('.moves').first() })
}

const works = 'Phòng Kinh tế, Hạ tầng và Đô thị phường Tân Triều'
const answer = 'Tổ công trình đã thay nắp cống gang trước nhà văn hoá khu phố, thử tải xong chiều cùng ngày.'
