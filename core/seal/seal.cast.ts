// A desk that uses the store as a slice of cases will, and a pair of keys in a folder of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { z } from 'zod'
import type { SealKeys } from '../app.ts'
import { idOf, type Id } from '../shared/id.ts'
import { writing, type WriteContext } from '../shared/operation.ts'
import { ok, type Result } from '../shared/result.ts'
import { makeKeyFile, openSealKeys } from './key.ts'
import { handleSchema } from './seal.ts'
import { destroySealed, handOnSealed, keepSealed, lookToSort, release, seal, type Letter } from './sealing.ts'

export const keyFolder = mkdtempSync(join(tmpdir(), 'dt-seal-'))
after(() => rmSync(keyFolder, { recursive: true, force: true }))

/** A new key file; `keys` as a machine that holds it reads them. */
export async function newKeys(name: string): Promise<{ file: string; keys: SealKeys; publicOnly: SealKeys }> {
  const file = join(keyFolder, name)
  const publicKey = await makeKeyFile(file, new Date())
  const publicOnly = await opened({ public: publicKey, keyFile: null })
  return { file, keys: await opened({ public: null, keyFile: file }), publicOnly }
}

export async function opened(told: Parameters<typeof openSealKeys>[0]): Promise<SealKeys> {
  const read = await openSealKeys(told)
  if ('fault' in read) throw new Error(read.fault)
  return read.keys
}

export const what = 'letter'

/** As it would stand in a case's operations: whatever the caller checks is its own. */
export function desk(letter: Letter) {
  const take = writing({
    ...{ name: 'letters.take', summary: 'nhận đơn thư', http: { method: 'POST', path: '/letters' }, who: 'anyone' },
    input: z.object({ bodyId: idOf('body') }),
    output: z.object({ handle: z.string() }),
    run: (context, { bodyId }) => seal(context, { what, bodyId: bodyId as Id<'body'>, letter }),
  })
  const moved = (name: string, run: (context: WriteContext, handle: string) => Promise<Result<unknown>>) =>
    writing({
      ...{ name: `letters.${name}`, summary: name, http: { method: 'POST', path: '/letters/{handle}' }, who: 'anyone' },
      input: z.object({ handle: handleSchema }),
      output: z.unknown(),
      run: (context, { handle }) => run(context, handle),
    })
  const handOn = (bodyId: Id<'body'>) =>
    moved('handOn', async (context, handle) => {
      const gone = await handOnSealed(context, { handle, bodyId })
      return gone.ok ? ok(null) : gone
    })
  return {
    ...{ take, handOn, look: moved('look', lookToSort), keep: moved('keep', keepSealed) },
    ...{ release: moved('release', release), destroy: moved('destroy', destroySealed) },
  }
}
