// The keys of the seal as this machine was told them: the operator's, or those of a trial in its own data folder.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SealKeys } from '../app.ts'
import type { SealConfig } from '../config.services.ts'
import { Refusal } from '../db/embedded.ts'
import { makeKeyFile, openSealKeys } from '../seal/key.ts'

/** null: none are set, and nothing that must be sealed is taken. */
export async function sealKeysOf(config: SealConfig | null): Promise<SealKeys | null> {
  if (config === null) return null
  const read = await openSealKeys(config)
  if ('fault' in read) throw new Refusal(read.fault)
  return read.keys
}

export const trialKeyFile = (dataFolder: string) => join(dataFolder, 'seal.key')

/** A trial's own, made once; outside the database, so that no backup has it. */
export async function trialSealKeys(dataFolder: string): Promise<SealKeys> {
  const keyFile = trialKeyFile(dataFolder)
  if (!existsSync(keyFile)) await makeKeyFile(keyFile, new Date())
  return (await sealKeysOf({ public: null, keyFile }))!
}
