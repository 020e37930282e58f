// What a paper says, read out of its file: the words of the Word file, and all its parts for a search.
import assert from 'node:assert/strict'
import { readZip, partOf } from '../collections/sheet/zip.ts'
import { app, as } from '../cases/case.cast.ts'
import { anonymous } from '../shared/actor.ts'
import { must, sentencesOf, type Result } from '../shared/result.ts'
import { paperOperations } from './index.operations.ts'

type Answer = { [name: string]: any }

export async function ask(who: string, name: string, input: unknown) {
  const operation = paperOperations.find((one) => one.name === name)!
  return operation.ask(app, who === 'lan' ? anonymous : await as(who), input)
}
export const done = async (who: string, name: string, input: unknown): Promise<Answer> =>
  must((await ask(who, name, input)) as Result<Answer>)
export async function refused(who: string, name: string, input: unknown): Promise<{ code: string; said: string }> {
  const result = await ask(who, name, input)
  assert.ok(!result.ok, `${name} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}

/** Every part of a Word file, unpacked: a name in a packed part would not be found in the file's bytes. */
export function unpacked(content: Uint8Array): string {
  const zip = readZip(Buffer.from(content))
  return [...zip.keys()].map((name) => partOf(zip, name)!.toString()).join('\n')
}

/** The words on the paper, in their order. */
export function wordsOf(content: Uint8Array): string {
  const xml = partOf(readZip(Buffer.from(content)), 'word/document.xml')!.toString()
  const lines = xml
    .split('</w:p>')
    .map((line) => [...line.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
  return lines.join('\n').replaceAll('&amp;', '&').replaceAll('&quot;', '"')
}
