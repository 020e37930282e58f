// The scanner is asked about bytes in memory; what it did not look at is never called clean.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { test } from 'node:test'
import { harmful, itsName, startClamd, withoutClamd } from './scan.cast.ts'
import { scan, verdictSentence, type Verdict } from './scan.ts'

test('Debian’s clamd, over a socket and over a port: clean, found, too large', { skip: withoutClamd }, async () => {
  const { socket, port, stop } = await startClamd()
  try {
    for (const clamd of [socket, port]) {
      const ask = (bytes: Uint8Array) => scan(clamd, bytes)
      assert.deepEqual(await ask(Buffer.from('Cống trước nhà bị nghẹt.')), { kind: 'clean' })
      assert.deepEqual(await ask(Buffer.alloc(0)), { kind: 'clean' })
      assert.deepEqual(await ask(Buffer.alloc(200_000, 'a')), { kind: 'clean' })
      const bad = Buffer.concat([Buffer.alloc(150_000, 'a'), Buffer.from(harmful), Buffer.alloc(90_000, 'b')])
      assert.deepEqual(await ask(bad), { kind: 'found', name: itsName })
      assert.deepEqual(await ask(Buffer.alloc(400_000, 'a')), { kind: 'could-not-scan', why: 'too-large' })
      const far = await ask(Buffer.alloc(12_000_000, 'a')) // it hangs up in the middle, and its last words may be lost
      assert.ok(far.kind === 'could-not-scan' && /^(too-large|hung-up)$/.test(far.why), JSON.stringify(far))
      const many = await Promise.all(
        Array.from({ length: 12 }, (_, i) => ask(Buffer.from(i % 3 === 0 ? harmful : 'x'))),
      )
      assert.deepEqual(
        many.map(({ kind }) => kind),
        many.map((_, i) => (i % 3 === 0 ? 'found' : 'clean')),
      )
    }
  } finally {
    await stop()
  }
  assert.deepEqual(await scan(socket, Buffer.from('x')), { kind: 'could-not-scan', why: 'unreachable' })
  assert.deepEqual(await scan(port, Buffer.from('x')), { kind: 'could-not-scan', why: 'unreachable' })
})

test('no scanner is configured: the caller is told so', async () => {
  assert.deepEqual(await scan(null, Buffer.from('x')), { kind: 'not-scanned' })
})

const odd: [string, (socket: Socket) => void, Verdict & { kind: 'could-not-scan' }][] = [
  ['says nothing', () => {}, { kind: 'could-not-scan', why: 'late' }],
  ['hangs up', (socket) => socket.end(), { kind: 'could-not-scan', why: 'hung-up' }],
  ['hangs up in the middle of a word', (socket) => socket.end('stream: O'), { kind: 'could-not-scan', why: 'hung-up' }],
  [
    'says something else',
    (socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n\0'),
    { kind: 'could-not-scan', why: 'unclear' },
  ],
  ['says more than OK', (socket) => socket.end('stream: OKAY\0'), { kind: 'could-not-scan', why: 'unclear' }],
  ['talks without end', (socket) => socket.write('x'.repeat(100_000)), { kind: 'could-not-scan', why: 'unclear' }],
  [
    'reports an error',
    (socket) => socket.end('stream: Can’t allocate memory ERROR\0'),
    { kind: 'could-not-scan', why: 'unclear' },
  ],
]

for (const [name, behave, verdict] of odd)
  test(`a scanner that ${name}: could not scan, never clean`, async () => {
    const sockets = new Set<Socket>()
    const server = createServer((socket) => {
      sockets.add(socket.on('error', () => {}))
      socket.once('data', () => behave(socket))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    assert.deepEqual(await scan({ host: '127.0.0.1', port }, Buffer.alloc(300_000), 0.5), verdict)
    for (const socket of sockets) socket.destroy()
    server.close()
  })

test('every verdict has its sentence; only one of them says that nothing was found', () => {
  const failed = (['unreachable', 'hung-up', 'late', 'too-large', 'unclear'] as const).map((why) => ({
    kind: 'could-not-scan' as const,
    why,
  }))
  const verdicts: Verdict[] = [{ kind: 'clean' }, { kind: 'found', name: 'X.Y' }, { kind: 'not-scanned' }, ...failed]
  const told = verdicts.map(verdictSentence)
  assert.equal(new Set(told.map(({ vi }) => vi)).size, verdicts.length)
  assert.equal(told.filter(({ vi }) => /không thấy mã độc/.test(vi)).length, 1)
  assert.match(told[1]!.vi, /X\.Y.*báo người gửi/)
  assert.ok(told.every(({ en }) => en))
})
