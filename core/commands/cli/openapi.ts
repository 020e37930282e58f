// openapi: the document of the API, printed from the operations; with --check, compared with the committed one.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApiDocument } from '../../http/openapi.ts'
import { operations } from '../../http/operations.ts'
import type { Command } from './command.ts'

const committed = join(import.meta.dirname, '..', '..', 'http', 'openapi.json')

/** As it is committed: two spaces, a line end. */
export function printedDocument(): string {
  return `${JSON.stringify(openApiDocument(operations), null, 2)}\n`
}

export function committedDocument(): string {
  return readFileSync(committed, 'utf8')
}

export const openApiCommands: readonly Command[] = [
  {
    name: 'openapi',
    summary: 'In tài liệu OpenAPI của nền tảng',
    options: { check: { about: 'chỉ so với core/http/openapi.json' } },
    tell({ options }) {
      const printed = printedDocument()
      if (options.check === undefined) return { json: JSON.parse(printed), text: printed.trimEnd() }
      const same = printed === committedDocument()
      const text = same
        ? 'core/http/openapi.json đúng với mã nguồn.'
        : `core/http/openapi.json đã cũ. Ghi lại: ${rewrite}`
      return { json: { same }, text, exit: same ? 0 : 1 }
    },
  },
]

const rewrite = 'npm run -s cli -- openapi > core/http/openapi.json'
