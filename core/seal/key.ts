// Keys of the seal: pairs of the age format (X25519). The public part seals; the secret part lies in a file outside the database.
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { SealKeys } from '../app.ts'
import { largeBytes, sealBeside } from './sealer.ts'

export type ReadKeys = { keys: SealKeys } | { fault: string }

/** `public` alone seals and cannot read. Of several secret keys in the file the first is in use, the others still open. */
export async function openSealKeys(told: { public: string | null; keyFile: string | null }): Promise<ReadKeys> {
  if (told.keyFile === null) return { keys: keysOf(told.public!, []) }
  const read = readKeyFile(told.keyFile)
  if ('fault' in read) return read
  const publics = await publicsOf(read.secrets)
  if (publics === null) return { fault: `${told.keyFile} có dòng khoá hỏng: hãy lấy lại tệp khoá từ nơi cất.` }
  if (told.public !== null && !publics.includes(told.public))
    return { fault: `SEAL_PUBLIC không phải phần công khai của khoá nào trong ${told.keyFile}.` }
  return { keys: keysOf(told.public ?? publics[0]!, read.secrets) }
}

function keysOf(publicKey: string, secrets: readonly string[]): SealKeys {
  return {
    public: publicKey,
    async seal(plain) {
      if (plain.length >= largeBytes) return sealBeside(publicKey, plain)
      const encrypter = new Encrypter()
      encrypter.addRecipient(publicKey)
      return encrypter.encrypt(plain)
    },
    open: secrets.length === 0 ? null : (sealed) => openWith(secrets, sealed),
  }
}

async function openWith(secrets: readonly string[], sealed: Uint8Array): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  for (const secret of secrets) decrypter.addIdentity(secret)
  return decrypter.decrypt(sealed)
}

async function publicsOf(secrets: readonly string[]): Promise<string[] | null> {
  return Promise.all(secrets.map((secret) => identityToRecipient(secret))).catch(() => null)
}

function readKeyFile(path: string): { secrets: string[] } | { fault: string } {
  try {
    if ((statSync(path).mode & 0o077) !== 0)
      return { fault: `Người khác trên máy đọc được tệp khoá niêm phong ${path}. Hãy chạy: chmod 600 ${path}` }
    const lines = readFileSync(path, 'utf8').split(/\r?\n/)
    const secrets = lines.map((line) => line.trim()).filter((line) => line.startsWith('AGE-SECRET-KEY-1'))
    return secrets.length > 0
      ? { secrets }
      : { fault: `${path} không có khoá niêm phong nào (dòng AGE-SECRET-KEY-1…).` }
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'Không có' : 'Không đọc được'
    return { fault: `${why} tệp khoá niêm phong ${path} (SEAL_KEY_FILE).` }
  }
}

/** Writes a new pair as `age-keygen` does, readable by its owner only; answers the public part. Throws node's EEXIST. */
export async function makeKeyFile(path: string, now: Date): Promise<string> {
  const secret = await generateX25519Identity()
  const publicKey = await identityToRecipient(secret)
  const text = `# created: ${now.toISOString()}\n# public key: ${publicKey}\n${secret}\n`
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
  return publicKey
}
