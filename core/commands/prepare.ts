// What a database needs before people come: places, the starting catalogue, and for a trial the sample year.
import type { App } from '../app.ts'
import { migrate } from '../db/migrate.ts'
import { anythingHappened, emptyDatabase, readSetting } from '../db/setting.store.ts'
import { setupLink } from '../people/setup.operations.ts'
import { anySamplePerson } from '../people/person.store.ts'
import { loadForms } from '../commendations/form.load.ts'
import { loadCriteria } from '../criteria/criteria.load.ts'
import { loadLaws } from '../law/law.load.ts'
import { loadPlaces } from '../places/place.load.ts'
import { verifyBoards } from '../programmes/boards/verify.ts'
import { loadCatalogue } from '../programmes/forms/catalogue.load.ts'
import { districtCast, samplePassword } from '../sample/cast.ts'
import { begunKey, completeKey, makeSample } from '../sample/sample.ts'
import type { Progress } from './progress.ts'

export interface Preparation {
  app: App
  /** The database's address, for work that does not go through the app's own connections. */
  url: string
  sample: boolean
  progress: Progress
}

/** Brings the data up to what this start promises; doing it again changes nothing. Answers lines to print at the end. */
export async function prepareData(preparation: Preparation): Promise<string[]> {
  const { app, progress } = preparation
  const sample = preparation.sample && (await readyForSample(preparation))
  app.sample = sample || (await readSetting(app.db, completeKey)) === true
  const added = await progress.step('Địa bàn cả nước, trước và sau 01/7/2025', () => loadPlaces(app))
  await loadLaws(app)
  await loadCriteria(app)
  await loadForms(app)
  // Figures entered before the country was a place: its boards read sums that nobody has kept yet.
  if (added.country !== null && added.places === 1)
    await progress.step('Cộng số liệu đã có cho cả nước', () => verifyBoards(app, { repair: true }))
  if (sample) {
    if ((await readSetting(app.db, completeKey)) !== true)
      await progress.step('Năm mẫu Vĩnh Cửu 2023', (say) => makeSample(app, say))
    return sampleLines()
  }
  const year = app.clock().getFullYear()
  await loadCatalogue(app, [year - 1, year, year + 1])
  const link = await setupLink(app)
  return link ? [`Chưa có quản trị viên. Mở địa chỉ này một lần để đặt người quản trị đầu tiên: ${link}`] : []
}

/** A sample cut off half-way is made again from nothing; a database that somebody works in is never touched. */
async function readyForSample({ app, url, progress }: Preparation): Promise<boolean> {
  if ((await readSetting(app.db, completeKey)) === true || !(await anythingHappened(app.db))) return true
  if ((await readSetting(app.db, begunKey)) !== true) {
    progress.line('Thư mục dữ liệu này đã có dữ liệu riêng, nên không thêm năm mẫu.')
    return false
  }
  progress.line('Lần trước năm mẫu chưa làm xong; làm lại từ đầu.')
  await emptyDatabase(app.db)
  await migrate(url)
  return true
}

function sampleLines(): string[] {
  return [
    '',
    'Người của năm mẫu (giả định, chỉ nêu chức danh), mật khẩu chung: ' + samplePassword,
    ...districtCast.map(({ username, name }) => `  ${username.padEnd(16)} ${name}`),
    '  khoi.tanan       Trưởng khối dân vận xã Tân An (mỗi xã một người: khoi.phuly, khoi.trian …)',
    '  nongdan.tanan    Chủ tịch Hội Nông dân xã Tân An (cũng vậy: mttq., doan., phunu., ccb.)',
    '  danvan.dongha    Chuyên viên Ban Dân vận Thành ủy Đông Hà (cũng vậy: danvan.hue, danvan.thixa, danvan.hoangmai;',
    '                   truongban., thuongtruc., vanthu.; đầu mối đánh số: phunu.dongha.1, khoi.thixa.1 …)',
    '  tiepdan.tantrieu Cán bộ tiếp công dân phường Tân Triều (đơn thư, phản ánh; cũng vậy: tiepdan.tanan, tiepdan.dongnai;',
    '                   hatang.tantrieu giải quyết, chutich.tantrieu quyết định, niemphong.tantrieu mở niêm phong)',
  ]
}

/** Why this database must not be served to the public, or null: it holds invented people whose passwords are printed. */
export async function sampleRefusal(app: App): Promise<string | null> {
  if (!(await anySamplePerson(app.db))) return null
  return (
    'Cơ sở dữ liệu này có người của năm mẫu, mật khẩu của họ được in ra cho ai cũng thấy, nên không phục vụ được. ' +
    'Hãy dùng một cơ sở dữ liệu mới (DATABASE_URL hoặc DATA khác), hoặc chạy thử bằng npm start.'
  )
}
