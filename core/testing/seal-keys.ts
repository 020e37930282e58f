// The pair of keys of the tests and of nothing else: it stands here for everybody to read.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SealKeys } from '../app.ts'
import { openSealKeys } from '../seal/key.ts'

const secret = 'AGE-SECRET-KEY-1VXEVTXDURFZHAM96Q9KS5HN82Q4H0SEU4J2C2SS4PYCFHMWHKPESFXDTP5'

export async function testSealKeys(): Promise<SealKeys> {
  const folder = mkdtempSync(join(tmpdir(), 'dt-key-'))
  try {
    const keyFile = join(folder, 'key')
    writeFileSync(keyFile, `${secret}\n`, { mode: 0o600 })
    const read = await openSealKeys({ public: null, keyFile })
    if ('fault' in read) throw new Error(read.fault)
    return read.keys
  } finally {
    rmSync(folder, { recursive: true })
  }
}
