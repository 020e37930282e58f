// What the operator typed, and what is said when it cannot be right.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { checkout, readCli, readServe, readStart } from './config.ts'

const secret = 'x'.repeat(32)
const service = {
  ...{ ORIGIN: 'https://danvan.example.vn', SECRET: secret },
  ...{ DATABASE_URL: 'postgresql://u:p@127.0.0.1/db', FILES: '/var/lib/dt-tep' },
}

test('npm start alone uses port 3000, the folder .data of the checkout and the sample', () => {
  assert.deepEqual(readStart([], {}), { config: { port: 3000, dataFolder: join(checkout, '.data'), sample: true } })
})

test('the options are taken in both spellings; a relative folder is meant from where the person stands', () => {
  const config = { port: 3100, dataFolder: '/home/lan/thu', sample: false }
  assert.deepEqual(readStart(['--port', '3100', '--data', 'thu', '--empty'], { INIT_CWD: '/home/lan' }), { config })
  assert.deepEqual(readStart(['--port=3100', '--data=/home/lan/thu', '--empty'], {}), { config })
})

test('every fault of the command line is said at once', () => {
  assert.deepEqual(readStart(['--prot', '3', '--port', '99999', 'x', '--data'], {}), {
    faults: [
      'Không có tuỳ chọn --prot. Xem các tuỳ chọn: npm start -- --help',
      'Không hiểu “3”. Xem các tuỳ chọn: npm start -- --help',
      'Không hiểu “x”. Xem các tuỳ chọn: npm start -- --help',
      '--port cần một số từ 1 đến 65535, ví dụ --port 3001.',
      '--data cần tên một thư mục, ví dụ --data /var/lib/dong-thuan.',
    ],
  })
  assert.ok('help' in readStart(['--help', '--port', 'x'], {}))
})

test('an option is not swallowed as the value of the one before it', () => {
  assert.ok('faults' in readStart(['--data', '--empty'], {}))
})

test('service says everything that is missing, each with its remedy', () => {
  const read = readServe({})
  assert.ok('faults' in read)
  assert.equal(read.faults.length, 3)
  assert.match(read.faults.join(' '), /ORIGIN.*SECRET.*openssl rand -hex 32.*DATABASE_URL.*DATA/)
})

test('service takes a database by address or by folder, never both', () => {
  const { DATABASE_URL, ...rest } = service
  const common = {
    port: 3000,
    host: '127.0.0.1',
    origin: 'https://danvan.example.vn',
    secret,
    mail: null,
    provider: null,
    seal: null,
    clamd: null,
    tiles: null,
    mailboxes: [],
    credentialKeys: null,
    filesFolder: '/var/lib/dt-tep',
  }
  assert.deepEqual(readServe(service), { config: { ...common, database: { url: DATABASE_URL } } })
  const { FILES: _, ...noFiles } = service
  const faulty = readServe(noFiles)
  assert.ok('faults' in faulty && faulty.faults.length === 1)
  assert.match(faulty.faults[0]!, /Thiếu FILES.*FILES=/)
  const byFolder = readServe({
    ...rest,
    FILES: undefined,
    DATA: '/var/lib/dt',
    PORT: '8080',
    HOST: '10.0.0.2',
    ORIGIN: service.ORIGIN + '/',
  })
  assert.deepEqual(byFolder, {
    config: {
      ...{ ...common, port: 8080, host: '10.0.0.2' },
      ...{ database: { folder: '/var/lib/dt' }, filesFolder: '/var/lib/dt/files' },
      credentialKeys: { file: '/var/lib/dt/credential.key', own: true },
    },
  })
  const told = readServe({ ...service, CREDENTIAL_KEY_FILE: '/etc/dt/chung-thu.key' })
  assert.deepEqual('config' in told && told.config.credentialKeys, { file: '/etc/dt/chung-thu.key', own: false })
  assert.ok('faults' in readServe({ ...service, DATA: '/var/lib/dt' }))
})

test('service refuses an address that would send passwords in the clear, and a guessable secret', () => {
  const faultOf = (change: object) => {
    const read = readServe({ ...service, ...change })
    return 'faults' in read ? read.faults.join(' ') : 'taken'
  }
  assert.match(faultOf({ ORIGIN: 'http://danvan.example.vn' }), /https:\/\//)
  assert.match(faultOf({ ORIGIN: 'https://danvan.example.vn/app' }), /không có đường dẫn/)
  assert.match(faultOf({ ORIGIN: 'danvan.example.vn' }), /ORIGIN/)
  assert.equal(faultOf({ ORIGIN: 'http://127.0.0.1:3000' }), 'taken')
  assert.match(faultOf({ SECRET: 'ngắn' }), /quá ngắn \(4 ký tự\)/)
  assert.match(faultOf({ DATABASE_URL: 'mysql://x' }), /postgresql:\/\//)
  assert.match(faultOf({ PORT: '0' }), /PORT/)
})

test('the provider of the office is set whole or not at all, and every missing part is named', () => {
  const provider = {
    OIDC_ISSUER: 'https://dangnhap.example.vn/realms/canbo',
    OIDC_CLIENT_ID: 'dong-thuan',
    OIDC_CLIENT_SECRET: 'mật',
    OIDC_NAME: 'tài khoản công vụ',
  }
  const faultsOf = (change: object) => {
    const read = readServe({ ...service, ...provider, ...change })
    return 'faults' in read ? read.faults.join(' ') : 'taken'
  }
  const read = readServe({ ...service, ...provider })
  assert.ok('config' in read)
  assert.deepEqual(read.config.provider, {
    issuer: provider.OIDC_ISSUER,
    clientId: 'dong-thuan',
    clientSecret: 'mật',
    name: 'tài khoản công vụ',
    claim: 'sub',
  })
  const half = readServe({ ...service, OIDC_NAME: 'tài khoản công vụ' })
  assert.ok('faults' in half && half.faults.length === 3)
  assert.match(half.faults.join(' '), /OIDC_ISSUER.*OIDC_CLIENT_ID.*OIDC_CLIENT_SECRET/)
  assert.match(faultsOf({ OIDC_NAME: '' }), /thiếu OIDC_NAME/)
  assert.match(faultsOf({ OIDC_ISSUER: 'http://dangnhap.example.vn' }), /https:\/\//)
  assert.match(faultsOf({ OIDC_ISSUER: 'dangnhap' }), /OIDC_ISSUER/)
  assert.match(faultsOf({ OIDC_CLAIM: 'e mail' }), /OIDC_CLAIM/)
  assert.equal(faultsOf({ OIDC_ISSUER: 'http://127.0.0.1:9000', OIDC_CLAIM: 'email' }), 'taken')
})

test('the command line looks where it is told, else where the service or the trial keeps its data', () => {
  assert.deepEqual(readCli('thu', { INIT_CWD: '/home/lan', DATABASE_URL: 'postgresql://h/d' }).database, {
    folder: '/home/lan/thu',
  })
  assert.deepEqual(readCli(undefined, service).database, { url: service.DATABASE_URL })
  assert.deepEqual(readCli(undefined, { DATA: '/var/lib/dong-thuan' }).database, { folder: '/var/lib/dong-thuan' })
  assert.deepEqual(readCli(undefined, {}), {
    database: { folder: join(checkout, '.data') },
    filesFolder: join(checkout, '.data', 'files'),
    secret: undefined,
    origin: undefined,
    mail: null,
    provider: null,
    seal: null,
    clamd: null,
  })
})

test('the seal is set by its public part, its key file, or both; a secret key put in its place is not repeated', () => {
  const publicKey = `age1${'q'.repeat(58)}`
  const sealOf = (change: object) => {
    const read = readServe({ ...service, INIT_CWD: '/etc', ...change })
    return 'config' in read ? read.config.seal : 'faults' in read ? read.faults.join(' ') : null
  }
  assert.deepEqual(sealOf({ SEAL_PUBLIC: publicKey }), { public: publicKey, keyFile: null })
  assert.deepEqual(sealOf({ SEAL_KEY_FILE: 'niem-phong.key' }), { public: null, keyFile: '/etc/niem-phong.key' })
  assert.match(String(sealOf({ SEAL_PUBLIC: 'age1' })), /SEAL_PUBLIC.*seal keygen/)
  const pasted = String(sealOf({ SEAL_PUBLIC: 'AGE-SECRET-KEY-1XYZ' }))
  assert.match(pasted, /nhầm khoá riêng/)
  assert.doesNotMatch(pasted, /XYZ/)
})

test('the virus scanner is a socket or a port of this very machine', () => {
  const clamdOf = (CLAMD: string) => {
    const read = readServe({ ...service, CLAMD })
    return 'config' in read ? read.config.clamd : 'faults' in read ? read.faults.join(' ') : null
  }
  assert.deepEqual(clamdOf('/run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' })
  assert.deepEqual(clamdOf('127.0.0.1:3310'), { host: '127.0.0.1', port: 3310 })
  assert.deepEqual(clamdOf('[::1]:3310'), { host: '::1', port: 3310 })
  assert.equal(clamdOf(''), null)
  for (const wrong of ['clamd', '127.0.0.1', '10.0.0.5:3310', '127.0.0.1:0', '127.0.0.1:99999', 'tcp://x:1'])
    assert.match(String(clamdOf(wrong)), /CLAMD phải là .*127\.0\.0\.1:3310.*đang là/)
})

test('the mailboxes of desks: encrypted, or on this machine; a wrong one is told without its password', () => {
  const read = (IMAP_MAILBOXES: string) => readServe({ ...service, IMAP_MAILBOXES })
  const given = read('12=imaps://dan:b%C3%AD@thu.tinh.example.vn/INBOX 15=imap://dan:x@127.0.0.1:1143/INBOX')
  assert.deepEqual('config' in given && given.config.mailboxes.map(({ deskId }) => deskId), [12, 15])
  for (const wrong of [
    'imaps://a:b@c/INBOX',
    'x=imaps://a:matkhau@c',
    '12=imap://a:matkhau@thu.example.vn',
    '12=imaps://c/INBOX',
  ]) {
    const faulty = read(wrong)
    assert.ok('faults' in faulty && /IMAP_MAILBOXES phải/.test(faulty.faults.join(' ')), wrong)
    assert.doesNotMatch(JSON.stringify(faulty), /matkhau/)
  }
})

test('map pictures lie in a folder of this machine, and their source is named', () => {
  const tilesOf = (MAP_TILES: string, MAP_TILES_CREDIT: string) => {
    const read = readServe({ ...service, MAP_TILES, MAP_TILES_CREDIT })
    return 'config' in read ? read.config.tiles : 'faults' in read ? read.faults.join(' ') : null
  }
  assert.equal(tilesOf('', ''), null)
  assert.deepEqual(tilesOf('/var/nen', 'Nguồn'), { folder: '/var/nen', credit: 'Nguồn' })
  assert.match(String(tilesOf('https://nen.example/{z}/{x}/{y}.png', 'Nguồn')), /thư mục trên máy này/)
  assert.match(String(tilesOf('/var/nen', '')), /MAP_TILES_CREDIT/)
  assert.match(String(tilesOf('', 'Nguồn')), /thiếu MAP_TILES/)
})
