// What a database needs before people come: places, and for a trial the sample year.
import type { App } from '../app.ts'
import type { Progress } from './progress.ts'

export interface Preparation {
  app: App
  /** The database's address, for work that does not go through the app's own connections. */
  url: string
  sample: boolean
  progress: Progress
}

/** Brings the data up to what this start promises; doing it again changes nothing. Answers lines to print at the end. */
export async function prepareData({ progress }: Preparation): Promise<string[]> {
  await progress.step('Chuẩn bị dữ liệu', async () => {})
  return []
}

/** Why this database must not be served to the public, or null: it holds invented people whose passwords are printed. */
export async function sampleRefusal(_app: App): Promise<string | null> {
  return null
}

/** The one-time address where the first administrator sets a password; null when there is one already. */
export async function setupLink(_app: App): Promise<string | null> {
  return null
}
