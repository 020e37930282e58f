// Debian's dovecot as a child process, on the loopback, with one mailbox in a folder of its own; it goes with the test.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'

const program = '/usr/sbin/dovecot'

/** Why there is none here; null: there is one. */
export const noDovecot = existsSync(program) ? null : 'dovecot is not installed (apt-get install dovecot-imapd)'

export interface Dovecot {
  /** imap://dan:mat-khau@127.0.0.1:…/INBOX */
  url: string
  deliver(mail: string | Buffer): void
  /** Mails that lie in the inbox, with their flags. */
  inbox(): string[]
}

export async function openDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'dt-imap-'))
  const port = await freePort()
  const maildir = join(folder, 'mail')
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(maildir, part), { recursive: true })
  const user =
    process.getuid!() === 0
      ? { name: 'mail', group: 'mail', uid: 8, gid: 8 }
      : { name: idOf('-un'), group: idOf('-gn'), uid: process.getuid!(), gid: process.getgid!() }
  writeFileSync(join(folder, 'users'), `dan:{PLAIN}mat-khau:${user.uid}:${user.gid}::${folder}::\n`)
  const config = join(folder, 'dovecot.conf')
  writeFileSync(config, settings({ folder, port, maildir, user }))
  if (process.getuid!() === 0)
    for (const path of [folder, maildir, ...['new', 'cur', 'tmp'].map((part) => join(maildir, part))])
      chownSync(path, user.uid, user.gid)
  const child = spawn(program, ['-F', '-c', config], { stdio: ['ignore', 'ignore', 'inherit'] })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  after(async () => {
    child.kill('SIGTERM')
    await gone
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  await answers(port)
  let delivered = 0
  return {
    url: `imap://dan:mat-khau@127.0.0.1:${port}/INBOX`,
    deliver(mail) {
      const file = join(maildir, 'new', `${Date.now()}.${++delivered}.test`)
      writeFileSync(file, mail)
      if (process.getuid!() === 0) chownSync(file, user.uid, user.gid)
    },
    inbox: () => ['new', 'cur'].flatMap((part) => readdirSync(join(maildir, part))),
  }
}

/** Of whoever runs the test, whatever his environment says he is called. */
const idOf = (what: '-un' | '-gn') => execFileSync('id', [what]).toString().trim()

interface Settings {
  folder: string
  port: number
  maildir: string
  user: { name: string; group: string }
}

/** Everything as one user, who need not be root. */
const settings = ({ folder, port, maildir, user: { name, group } }: Settings) => `
base_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
default_internal_user = ${name}
default_internal_group = ${group}
default_login_user = ${name}
first_valid_uid = 1
mail_location = maildir:${maildir}
listen = 127.0.0.1
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
passdb {
  driver = passwd-file
  args = ${folder}/users
}
userdb {
  driver = passwd-file
  args = ${folder}/users
}
`

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('data', () => (socket.destroy(), resolve(true)))
      socket.once('error', () => resolve(false))
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('dovecot does not answer')
}
