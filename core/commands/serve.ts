// npm run serve: the platform in service, told by the environment what it needs.
import { pino } from 'pino'
import { loopback } from '../config.services.ts'
import { readServe } from '../config.ts'
import { Refusal } from '../db/embedded.ts'
import { credentialKeysAt } from './credential-keys.ts'
import { openPlatform } from './platform.ts'
import { prepareData, sampleRefusal } from './prepare.ts'
import { openProgress } from './progress.ts'
import { runCommand } from './run-command.ts'
import { sealKeysOf } from './seal-keys.ts'

await runCommand(
  readServe(),
  async (
    {
      port,
      host,
      origin,
      secret,
      database,
      filesFolder,
      mail,
      provider,
      seal,
      clamd,
      mailboxes,
      tiles,
      credentialKeys,
    },
    stopping,
  ) => {
    const log = pino(process.stdout)
    const progress = openProgress()
    const { lines } = await openPlatform({
      port,
      host,
      portWords: (other) => `PORT=${other}`,
      origins: originsFor(origin),
      database,
      filesFolder,
      secret: () => secret,
      seal: () => sealKeysOf(seal),
      credentialKeys: () => credentialKeysAt(credentialKeys),
      sample: false,
      mail,
      provider,
      clamd,
      mailboxes,
      tiles,
      log,
      progress,
      stopping,
      prepare: async (app, url) => {
        const refusal = await sampleRefusal(app)
        if (refusal) throw new Refusal(refusal)
        return prepareData({ app, url, sample: false, progress })
      },
    })
    if (stopping.signal.aborted) return
    for (const line of lines) console.error(line)
    if (!mail) log.info('Không đặt SMTP_URL và MAIL_FROM: không gửi thư, lời nhắc chỉ hiện trên bàn làm việc.')
    if (!seal) log.info('Không đặt SEAL_PUBLIC: chưa nhận được đơn thư phải niêm phong.')
    else if (!seal.keyFile) log.info('Không đặt SEAL_KEY_FILE: máy này niêm phong được, không mở được.')
    if (!credentialKeys) log.info('Không đặt CREDENTIAL_KEY_FILE: không cấp chứng thư số của khen thưởng.')
    if (!clamd) log.info('Không đặt CLAMD: tệp người dân gửi không được quét mã độc.')
    else log.info('Trình quét mã độc chép tệp ra TemporaryDirectory của nó: thư mục ấy phải nằm trong bộ nhớ (tmpfs).')
    if (provider) log.info(`Đăng nhập bằng ${provider.name}: ${provider.issuer}, trả về ${origin}/dang-nhap/co-quan/ve`)
    log.info(`Đồng Thuận phục vụ tại ${origin} (nghe ở ${host}:${port})`)
  },
)

/** On one's own machine both names of it are the same address. */
function originsFor(origin: string): string[] {
  const url = new URL(origin)
  if (!loopback.includes(url.hostname)) return [origin]
  return [origin, ...loopback.map((name) => `${url.protocol}//${name}${url.port && `:${url.port}`}`)]
}
