// The table types are those of the migrated database, and no table keeps what nobody may keep about people.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { openTestDatabase } from '../testing/open-test-db.ts'
import { schemaFile, schemaOf } from '../testing/write-schema.ts'

const { url } = await openTestDatabase('empty')
const printed = await schemaOf(url)

test('core/db/schema.ts is what the migrations make; otherwise: npm run schema', () => {
  assert.equal(readFileSync(schemaFile, 'utf8'), printed)
})

/** Sensitive by Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, and of no use to the work: refused as any part of a name. */
const never = new Set(
  `religion religious faith belief beliefs ton_giao tin_nguong ethnic ethnicity dan_toc race racial attitude attitudes
  thai_do political politics chinh_tri ideology tu_tuong loyalty stance lap_truong sentiment sexual sexuality`.split(
    /\s+/,
  ),
)
/** Refused wherever a row is about one person. */
const neverOfAPerson = new Set('view views opinion opinions quan_diem y_kien vote votes voted'.split(' '))

test('no table or column is named by a person’s views, religion, ethnicity or attitude', () => {
  const tables = tablesOf(printed)
  assert.ok(tables.length > 20 && tables.some(({ columns }) => columns.includes('person_id')))
  assert.deepEqual(tables.flatMap(refusedNames), [])
})

test('the refusal itself works', () => {
  const asked = (name: string, columns: string[]) => refusedNames({ name, columns })
  assert.deepEqual(asked('member', ['id', 'ton_giao', 'is_ethnic_minority']), [
    'member.ton_giao',
    'member.is_ethnic_minority',
  ])
  assert.deepEqual(asked('person_view', ['person_id', 'ballot', 'opinion']), ['person_view', 'person_view.opinion'])
  assert.deepEqual(asked('attitude_of_household', ['id']), ['attitude_of_household'])
  assert.deepEqual(asked('page', ['views', 'embrace']), [])
})

interface Table {
  name: string
  columns: string[]
}

function tablesOf(schema: string): Table[] {
  const names = new Map([...schema.matchAll(/^ {2}(\w+): (\w+Table)$/gm)].map(([, name, type]) => [type!, name!]))
  return [...schema.matchAll(/^interface (\w+) \{\n([^}]*)\}/gm)].map(([, type, body]) => ({
    name: names.get(type!)!,
    columns: [...body!.matchAll(/^ {2}(\w+):/gm)].map((match) => match[1]!),
  }))
}

function refusedNames({ name, columns }: Table): string[] {
  const ofAPerson = columns.some((column) => /(^|_)person_id$/.test(column)) || /(^|_)person(_|$)/.test(name)
  const refused = (text: string) =>
    partsOf(text).some((part) => never.has(part) || (ofAPerson && neverOfAPerson.has(part)))
  return [name, ...columns.map((column) => `${name}.${column}`)].filter((path) => refused(path.split('.').at(-1)!))
}

/** “is_ton_giao” has the parts is, ton, giao, is_ton, ton_giao. */
function partsOf(name: string): string[] {
  const words = name.split('_')
  return [...words, ...words.slice(1).map((word, at) => `${words[at]}_${word}`)]
}
