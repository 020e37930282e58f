// The keys that sign credentials as this machine was told them, or its own in its data folder, made once.
import { existsSync } from 'node:fs'
import type { CredentialKeys } from '../app.ts'
import { addKey, openCredentialKeys } from '../commendations/credentials/key.ts'
import { Refusal } from '../db/embedded.ts'

/** null: none are set, and no credentials are given. */
export function credentialKeysAt(config: { file: string; own: boolean } | null): CredentialKeys | null {
  if (config === null) return null
  if (config.own && !existsSync(config.file)) addKey(config.file)
  const read = openCredentialKeys(config.file)
  if ('fault' in read) throw new Refusal(read.fault)
  return read.keys
}
