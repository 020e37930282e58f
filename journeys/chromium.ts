// The browser of the stories: Debian's Chromium, and how it is started.
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export const howToGetChromium =
  'Chưa có Chromium để chạy các câu chuyện trong trình duyệt. Hãy cài: apt-get install chromium\n' +
  '(hoặc đặt CHROMIUM là đường dẫn của một trình duyệt Chromium đã có).'

/** --no-sandbox: Chromium as root refuses to start with it. The rest keeps it quiet and off the network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  if (env.CHROMIUM) return isProgram(env.CHROMIUM) ? env.CHROMIUM : null
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/bin']
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
