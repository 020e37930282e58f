// A mail server of its own process for tests: `refused@` is answered 550, `busy@` 450, `slow@` gets its answer late.
// Prints {"port":…} when it listens, then one JSON line for each letter, at the moment it has the whole of it.
import { SMTPServer } from 'smtp-server'

const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo({ address }, _session, done) {
    if (address.startsWith('refused@')) return done(refusal(550, `no such mailbox ${address}`))
    if (address.startsWith('busy@')) return done(refusal(450, 'mailbox is full, come back later'))
    done()
  },
  onData(stream, session, done) {
    const parts: Buffer[] = []
    stream.on('data', (part: Buffer) => parts.push(part))
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      say({ to, raw: Buffer.concat(parts).toString('utf8') })
      setTimeout(done, to.some((address) => address.startsWith('slow@')) ? 3000 : 0)
    })
  },
})
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () =>
  say({ port: (server.server.address() as { port: number }).port }),
)
