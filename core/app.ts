// Composition root: everything that comes from outside (database, clock, log) enters here and nowhere else.
import type { Kysely } from 'kysely'
import { pino, type Logger } from 'pino'
import { faultForLog } from './db/fault.ts'
import { openDatabase } from './db/open.ts'
import { openFiles, type Files } from './files/files.ts'
import type { Tables } from './db/schema.ts'

/** One mail, ready to go. */
export interface Letter {
  to: string
  subject: string
  text: string
  html: string
  /** The same for every try, so that a receiving server knows a repeat. */
  messageId: string
  /** Where the person says how he wants to be told. */
  settings: string
}

/** What became of a letter: taken, refused for good, or to be tried again later; with what the server said. */
export interface Outcome {
  kind: 'sent' | 'refused' | 'later'
  reply: string
}

/** The way out for mail; null in an app: none is configured, and mail waits. */
export interface Mailer {
  from: string
  send(letter: Letter): Promise<Outcome>
}

/** The organisation's own provider of identities (OpenID Connect), where people sign in with the account of their office. */
export interface Provider {
  issuer: string
  clientId: string
  clientSecret: string
  /** As the button calls it: “Đăng nhập bằng …”. */
  name: string
  /** The claim by which an administrator names people there: sub, email (verified only), preferred_username … */
  claim: string
}

/** Seals what citizens send (seal/key.ts). A process that only takes letters in has no `open`. */
export interface SealKeys {
  /** To which everything is sealed from now on: age1… */
  public: string
  seal(plain: Uint8Array): Promise<Uint8Array>
  /** Throws when it was sealed to another key, or changed since. null: the secret key is not on this machine. */
  open: ((sealed: Uint8Array) => Promise<Uint8Array>) | null
}

/** The public part of a key, as RFC 8037 writes it. */
export interface PublicJwk {
  kty: 'OKP'
  crv: 'Ed25519'
  x: string
  kid: string
  alg: 'EdDSA'
  use: 'sig'
}

/** Sign what outsiders check (commendations/credentials/key.ts): the first key signs, all of them verify. */
export interface CredentialKeys {
  publics: readonly PublicJwk[]
  /** A JWT; `address` makes the name of the key one that can be looked up. */
  sign(payload: object, address: (kid: string) => string): string
}

/** A mailbox of a desk: imap(s)://user:password@host/INBOX. */
export interface Mailbox {
  deskId: number
  url: string
}

/** Where the operator's virus scanner (clamd) listens. */
export type Clamd = { path: string } | { host: string; port: number }

export interface App {
  db: Kysely<Tables>
  /** The handle of reads; may be a replica. */
  readDb: Kysely<Tables>
  /** Counts tries of passwords and codes, on connections of its own: whoever asks may hold one of `db` open meanwhile. */
  triesDb: Kysely<Tables>
  mailer: Mailer | null
  /** null: people sign in here only. */
  provider: Provider | null
  /** Scans and other kept files; null: this app was given no folder for them. */
  files: Files | null
  /** null: nothing that must be sealed is taken. */
  seal: SealKeys | null
  /** null: no credentials are given. */
  credentialKeys: CredentialKeys | null
  /** null: files are not scanned for malware, and whoever asks is told so. */
  clamd: Clamd | null
  /** Pictures below drawn maps; null: outlines alone. */
  tiles: { folder: string; credit: string } | null
  /** Read for the desks; none: mails come by hand. */
  mailboxes: readonly Mailbox[]
  clock: () => Date
  log: Logger
  /** True when this installation runs on the invented sample year: every page and export says so. */
  sample: boolean
  /** The address people type, as https://danvan.example.vn; used in links and against foreign origins. */
  origin: string
  /** Key material for sign-in cookies and set-up links. */
  secret: string
  close(): Promise<void>
}

export interface AppOptions {
  databaseUrl: string
  poolSize?: number
  /** Milliseconds to wait for a free connection. */
  connectionWait?: number
  mailer?: Mailer | null
  provider?: Provider | null
  filesFolder?: string | null
  seal?: SealKeys | null
  credentialKeys?: CredentialKeys | null
  clamd?: Clamd | null
  mailboxes?: readonly Mailbox[]
  tiles?: App['tiles']
  clock?: () => Date
  log?: Logger
  sample?: boolean
  origin?: string
  secret?: string
}

export function openApp(options: AppOptions): App {
  const database = openDatabase(options.databaseUrl, options.poolSize, options.connectionWait)
  const tries = openDatabase(options.databaseUrl, 2, options.connectionWait)
  return {
    db: database.db,
    readDb: database.db,
    triesDb: tries.db,
    mailer: options.mailer ?? null,
    provider: options.provider ?? null,
    files: options.filesFolder ? openFiles(options.filesFolder) : null,
    seal: options.seal ?? null,
    credentialKeys: options.credentialKeys ?? null,
    clamd: options.clamd ?? null,
    mailboxes: options.mailboxes ?? [],
    tiles: options.tiles ?? null,
    clock: options.clock ?? (() => new Date()),
    log: (options.log ?? pino({ level: 'silent' })).child({}, { serializers: { error: faultForLog } }),
    sample: options.sample ?? false,
    origin: options.origin ?? 'http://127.0.0.1',
    secret: options.secret ?? '',
    close: async () => void (await Promise.all([database.close(), tries.close()])),
  }
}

let current: App | undefined

/** The running platform hands its app to the pages, which are built apart from core. */
export function provideApp(app: App): void {
  current = app
}

export function providedApp(): App {
  if (!current) throw new Error('provideApp was not called before the first page')
  return current
}
