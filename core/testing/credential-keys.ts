// Keys that sign credentials, new for each test file.
import { join } from 'node:path'
import type { CredentialKeys } from '../app.ts'
import { addKey, openCredentialKeys } from '../commendations/credentials/key.ts'

export function testCredentialKeys(folder: string): CredentialKeys {
  const file = join(folder, 'credential.key')
  addKey(file)
  const read = openCredentialKeys(file)
  if ('fault' in read) throw new Error(read.fault)
  return read.keys
}
