// The shape of the house: which folder may use which, and what may be written only in one kind of file.
import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { test } from 'node:test'
import { importsOf, sourcesIn, type Import, type Source } from './testing/sources.ts'

/** Each may use those before it; a file of one slice uses another slice's words, reads and operations, never its store. */
const slices = [
  ...[
    'places',
    'bodies',
    'acts',
    'people',
    'law',
    'deadlines',
    'seal',
    'media',
    'topics',
    'documents',
    'programmes',
    'collections',
    'tasks',
    'conferences',
    'dialogues',
    'cases',
  ],
  ...[
    'criteria',
    'models',
    'commendations',
    'democracy',
    'calls',
    'reports',
    'papers',
    'reception',
    'mail',
    'portal',
    'open311',
  ],
]
/** What stands below the slices (types of the tables and of the app are named everywhere), and what stands above. */
const frame: Record<string, readonly string[]> = {
  shared: ['db/schema.ts', 'app.ts'],
  files: [],
  db: ['shared', 'files'],
  'app.ts': ['shared', 'db', 'files'],
  'config.ts': ['config.services.ts'],
  'config.services.ts': [],
  sample: ['shared', 'db/schema.ts', 'db/setting.store.ts', 'app.ts', ...slices],
  http: ['shared', 'db/schema.ts', 'db/migrate.ts', 'app.ts', ...slices],
  jobs: ['shared', 'db/schema.ts', 'db/kept-names.store.ts', 'app.ts', ...slices],
  commands: ['shared', 'db', 'files', 'app.ts', 'config.ts', 'config.services.ts', ...slices, 'sample', 'http', 'jobs'],
  testing: ['shared', 'db', 'app.ts', ...slices, 'sample', 'http'],
}

/** Each with its reason. */
const exceptions = new Set([
  'core/commands/prepare.ts → core/people/person.store.ts', // is anybody there yet, asked before anybody can sign in
])

const isTest = (path: string) => /\.(test|cast)\.ts$/.test(path)
const core = sourcesIn('core', isTest)
const web = sourcesIn('web/src', isTest)

test('the arrows between folders point one way', () => {
  assert.deepEqual(core.flatMap(importsOf).filter(isForbidden).map(asLine), [])
})

function isForbidden({ from, to }: Import): boolean {
  if (exceptions.has(asLine({ from, to }))) return false
  const [here, there] = [partOf(from), partOf(to)]
  if (here === there) return false
  const inSlices = slices.indexOf(here)
  const may = inSlices < 0 ? frame[here] : ['shared', 'db/schema.ts', 'app.ts', ...slices.slice(0, inSlices)]
  if (!may?.some((each) => there === each || to === `core/${each}`)) return true
  return slices.includes(there) && to.endsWith('.store.ts') && here !== 'sample' // which plays the past
}

/** core/places/load/plan.ts is part of places, core/app.ts of app.ts. */
function partOf(path: string): string {
  return path.split('/')[1]!
}

const asLine = ({ from, to }: Pick<Import, 'from' | 'to'>) => `${from} → ${to}`

test('pages use operations, the frame they need to ask, pure rules, and types', () => {
  const open = new Set([
    ...['core/app.ts', 'core/http/operations.ts', 'core/http/openapi.ts', 'core/http/kept-file.ts'],
    ...['core/people/sign-in.ts', 'core/people/kept-form.ts'], // asked before anybody is signed in
  ])
  const holdsOperations = (to: string) => /= (reading|writing)\(/.test(textOf.get(to) ?? '')
  const may = (to: string) => open.has(to) || to.startsWith('core/shared/') || holdsOperations(to) || isPure(to)
  const used = web.flatMap(importsOf).filter(({ to, typeOnly }) => to.startsWith('core/') && !typeOnly)
  assert.deepEqual(used.filter(({ to }) => !may(to)).map(asLine), [])
})

const textOf = new Map(core.map(({ path, text }) => [path, text]))

/** Neither the file nor what it uses touches the database. */
function isPure(path: string, seen = new Set<string>()): boolean {
  if (seen.has(path)) return true
  seen.add(path)
  const text = textOf.get(path)
  if (text === undefined || /\.store\.ts$|^core\/db\//.test(path) || /from '(kysely|pg|node:\w+)'/.test(text))
    return false
  return importsOf({ path, text }).every(({ to, typeOnly }) => typeOnly || isPure(to, seen))
}

test('SQL is written only in stores, migrations and their tools', () => {
  const mayWrite = /\.store\.ts$|^core\/(db|testing)\//
  const exceptions = new Set([
    'core/shared/event.ts',
    'core/shared/outbox.ts', // the event of a save, whatever it is about
    'core/http/health.ts', // is the schema up to date?
    'core/http/server.ts', // does the database answer?
    'core/sample/bodies.ts', // which code is whose, as no operation tells it for many
    'core/sample/others.ts', // the ids of many places by their codes
  ])
  const writing = /\bsql(<[^`]*>)?`|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bpg\.(Client|Pool)\b/
  assert.deepEqual(breaking(writing, mayWrite, exceptions), [])
})

test('the environment is read only in config.ts', () => {
  const exceptions = new Set(['core/commands/platform.ts']) // tells SvelteKit's adapter, which reads nothing else
  assert.deepEqual(breaking(/process\.env\b|import\.meta\.env\b/, /^core\/(config\.ts|testing\/)/, exceptions), [])
})

function breaking(pattern: RegExp, allowed: RegExp, exceptions: ReadonlySet<string>): string[] {
  const files = [...core, ...web].filter(({ path }) => !allowed.test(path) && !exceptions.has(path))
  return files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
}

test('a stage is written only in its noun’s store', () => {
  const written = core.flatMap((source) => stagesWritten(source).map((table) => ({ path: source.path, table })))
  assert.ok(written.some(({ table }) => table === 'programme') && written.some(({ table }) => table === 'entry'))
  const isHome = (path: string, table: string) => basename(path).startsWith(`${table}.`) && path.endsWith('.store.ts')
  assert.deepEqual(
    written.filter(({ path, table }) => !isHome(path, table)),
    [],
  )
})

test('the search for written stages finds both ways of writing', () => {
  const text = `
    await tx.updateTable('task').set({ stage: 'done' }).where('id', '=', id).execute()
    await sql\`insert into entry (id, stage) values (1, 'draft')\`.execute(tx)
    await sql\`update report set note = 1, stage = 'issued' where id = 1\`.execute(tx)
    await sql\`update letter set note = 1 where stage = 'issued'\`.execute(tx)
    await tx.insertInto('letter').values({ note }).execute()`
  assert.deepEqual(stagesWritten({ path: '', text }), ['task', 'entry', 'report'])
})

/** The tables whose stage this source writes. */
function stagesWritten({ text }: Source): string[] {
  const chains = text.matchAll(/\.(?:updateTable|insertInto|mergeInto)\('(\w+)'\)([\s\S]*?)\.execute/g)
  const statements = text.matchAll(/\b(?:insert into|update)\s+(\w+)(?: \w+)?\s*((?:\(|set\b)[^`]*)/g)
  return [
    ...[...chains].filter(([, , rest]) => /\b(set|values|doUpdateSet)\([\s\S]*?\bstage\b/.test(rest!)),
    ...[...statements].filter(([, , rest]) =>
      /^\([^)]*\bstage\b|^set\b[\s\S]*?\bstage\s*=(?![\s\S]*\bset\b)/.test(beforeWhere(rest!)),
    ),
  ].map(([, table]) => table!)
}

function beforeWhere(statement: string): string {
  return statement.split(/\bwhere\b/)[0]!
}
