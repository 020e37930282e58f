// Do all kept files still lie where they should, with the bytes they had?
import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { App } from '../../app.ts'
import { keptFiles } from './scan.store.ts'

export interface FileFault {
  sha256: string
  fault: 'missing' | 'changed'
}

export async function verifyFiles(app: App): Promise<{ checked: number; faults: FileFault[] }> {
  const names = await keptFiles(app.readDb)
  const faults: FileFault[] = []
  for (const sha256 of names) {
    if (!app.files || (await app.files.size(sha256)) === null) {
      faults.push({ sha256, fault: 'missing' })
      continue
    }
    const hash = createHash('sha256')
    await pipeline(app.files.stream(sha256), hash)
    if (hash.digest('hex') !== sha256) faults.push({ sha256, fault: 'changed' })
  }
  return { checked: names.length, faults }
}
