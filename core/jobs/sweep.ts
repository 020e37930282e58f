// Kept files that no row names are taken from the folder: what a save left that was undone, and letters whose time is over.
import type { App } from '../app.ts'
import { namedNowhere } from '../db/kept-names.store.ts'

/** A save that is still running names its files at its end; none runs as long. */
const oneDay = 24 * 3_600_000
const folders = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'))
/** Hours in which every folder has its turn once. */
const turns = 24

export async function sweepFiles(app: App, signal?: AbortSignal): Promise<{ swept: number }> {
  const hour = Math.floor(app.clock().getTime() / 3_600_000)
  return sweepFolders(app, { folders: folders.filter((_, i) => i % turns === hour % turns), signal })
}

export async function sweepFolders(
  app: App,
  { folders: wanted = folders, signal }: { folders?: readonly string[]; signal?: AbortSignal } = {},
): Promise<{ swept: number }> {
  let swept = 0
  if (!app.files) return { swept }
  const before = new Date(app.clock().getTime() - oneDay)
  for (const folder of wanted) {
    if (signal?.aborted) break
    const names = await app.files.namesIn(folder)
    if (names.length === 0) continue
    // Of the database that is written to: a replica may not have heard of the newest row.
    for (const name of await namedNowhere(app.db, names)) if (await app.files.drop(name, before)) swept++
  }
  return { swept }
}
