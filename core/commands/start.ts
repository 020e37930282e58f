// npm start: tries the platform on this machine, with its own database and, unless told otherwise, a sample year.
import { join } from 'node:path'
import { pino } from 'pino'
import { credentialKeysOf, filesIn, readStart } from '../config.ts'
import { credentialKeysAt } from './credential-keys.ts'
import { keptSecret } from './kept-secret.ts'
import { openPlatform } from './platform.ts'
import { prepareData } from './prepare.ts'
import { openProgress } from './progress.ts'
import { runCommand } from './run-command.ts'
import { trialKeyFile, trialSealKeys } from './seal-keys.ts'

await runCommand(readStart(), async ({ port, dataFolder, sample }, stopping) => {
  const started = performance.now()
  const progress = openProgress()
  const { origin, lines } = await openPlatform({
    port,
    host: '127.0.0.1',
    portWords: (other) => `npm start -- --port ${other}`,
    database: { folder: dataFolder },
    filesFolder: filesIn(dataFolder),
    secret: () => keptSecret(join(dataFolder, 'secret')),
    seal: () => trialSealKeys(dataFolder),
    credentialKeys: () => credentialKeysAt({ file: credentialKeysOf(dataFolder), own: true }),
    sample,
    mail: null,
    provider: null,
    clamd: null,
    mailboxes: [],
    tiles: null,
    log: pino({ level: 'warn' }, process.stderr),
    progress,
    stopping,
    prepare: (app, url) => prepareData({ app, url, sample, progress }),
  })
  if (stopping.signal.aborted) return
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',')
  console.log(`\nĐồng Thuận đã sẵn sàng sau ${seconds} giây: ${origin}\n${lines.map((line) => `${line}\n`).join('')}`)
  console.log(
    `Khoá niêm phong của bản chạy thử: ${trialKeyFile(dataFolder)} (chỉ chủ tệp đọc được, không vào bản sao lưu).`,
  )
  console.log('Bản chạy thử không gửi thư: lời nhắc nằm ở hàng chờ, xem ở Quản trị → Gửi thư. Dừng bằng Ctrl-C.')
})
