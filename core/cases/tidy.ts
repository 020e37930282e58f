// Kept files are looked at once by the virus scanner, where there is one, and pictures are made anew without what a camera writes into
// them. One file a transaction, so that a cut-off run goes on where it stopped and two workers never take the same.
import type { App } from '../app.ts'
import { isFault } from '../media/faults.ts'
import { scan } from '../media/scan.ts'
import { reencode } from '../media/workshop.ts'
import { lockFileToTidy, setTidied, type KeptFile } from './letter.store.ts'

export async function tidyFiles(app: App, signal?: AbortSignal): Promise<{ tidied: number; held: number }> {
  const done = { tidied: 0, held: 0 }
  if (!app.files) return done
  let after = 0
  while (!signal?.aborted) {
    const outcome = await app.db.transaction().execute(async (tx) => {
      const file = await lockFileToTidy(tx, after)
      if (!file) return null
      after = file.id
      const tidied = await tidy(app, file)
      if (tidied !== 'later') await setTidied(tx, file.id, tidied)
      return tidied
    })
    if (outcome === null) break
    if (outcome === 'later' || outcome.verdict === 'found') done.held++
    else done.tidied++
  }
  return done
}

interface Tidied {
  verdict: 'clean' | 'found' | 'notScanned'
  clean: { sha256: string; bytes: number } | null
  /** The picture cannot be made anew: nobody outside the office gets it. */
  spoilt: boolean
}

async function tidy({ clamd, files }: App, { sha256, mediaType }: KeptFile): Promise<Tidied | 'later'> {
  const bytes = await files!.read(sha256)
  const { kind } = await scan(clamd, bytes)
  if (kind === 'could-not-scan') return 'later'
  const verdict = kind === 'not-scanned' ? 'notScanned' : kind
  if (verdict === 'found' || !mediaType.startsWith('image/')) return { verdict, clean: null, spoilt: false }
  const made = await reencode(bytes)
  if (isFault(made)) return made.code === 'busy' ? 'later' : { verdict, clean: null, spoilt: true }
  const clean = { sha256: await files!.keep([made.picture.bytes]), bytes: made.picture.bytes.length }
  return { verdict, clean, spoilt: false }
}
