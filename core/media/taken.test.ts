// Days as cameras write them into JPEG, PNG and WebP; and files that have none, or no day at all.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { takenOn } from './taken.ts'

const plain = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#889' } })
const dated = (time: string) => plain().withExif({ IFD0: { DateTime: time }, IFD2: { DateTimeOriginal: time } })

test('the day of the camera, whatever the kind of the file', async () => {
  for (const format of ['jpeg', 'png', 'webp'] as const)
    assert.equal(takenOn(await dated('2031:02:03 10:20:30').toFormat(format).toBuffer()), '2031-02-03', format)
})

test('none, or one that is no day', async () => {
  assert.equal(takenOn(await plain().jpeg().toBuffer()), null)
  assert.equal(takenOn(await dated('2031:02:30 10:20:30').jpeg().toBuffer()), null)
  assert.equal(takenOn(new Uint8Array()), null)
  assert.equal(takenOn(Buffer.from('Họp lúc 2031:02:03 10:20:30 ở đình')), null)
})
