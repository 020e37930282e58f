// Lan's phone has a wrong clock: her photograph of tomorrow's year is taken, the desk is told, and what everybody gets has no day in it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import { takenOn } from '../media/taken.ts'
import { app, done, onDesk, submitted, works } from './case.cast.ts'
import { tidyFiles } from './tidy.ts'

async function photoOf(time: string) {
  const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#889' } })
  const bytes = await picture
    .withExif({ IFD2: { DateTimeOriginal: time } })
    .jpeg()
    .toBuffer()
  return { name: 'nắp cống.jpg', content: bytes.toString('base64') }
}
async function wordsWith(time: string): Promise<string> {
  const { code } = await submitted({ text: 'Nắp cống trước chợ vỡ.', files: [await photoOf(time)] })
  return (await done('tam', 'look', { id: (await onDesk(code)).id })).letters[0].text
}

test('taken after it was sent: accepted, and the desk reads so below her words; her own day is nobody’s business', async () => {
  assert.equal(
    await wordsWith('2031:02:03 10:20:30'),
    'Nắp cống trước chợ vỡ.\n[Ảnh “nắp cống.jpg”: máy ghi ngày chụp 03/02/2031, sau ngày gửi.]',
  )
  for (const time of ['2026:07:06 08:00:00', '2026:07:07 08:00:00', '2019:01:01 00:00:00'])
    assert.equal(await wordsWith(time), 'Nắp cống trước chợ vỡ.', time)
})

test('what is handed out of it was made anew without the day', async () => {
  const { code } = await submitted({ files: [await photoOf('2031:02:03 10:20:30')] })
  const at = await onDesk(code)
  await done('tam', 'sort', { ...at, kind: 'fieldReport', lead: works })
  await tidyFiles(app)
  const { rows } = await sql<{ came: string; clean: string }>`select sha256 as came, clean_sha256 as clean
    from submission_file where submission_id = ${at.id}`.execute(app.db)
  assert.equal(takenOn(await app.files!.read(rows[0]!.came)), '2031-02-03')
  assert.equal(takenOn(await app.files!.read(rows[0]!.clean)), null)
})
