// Every example of every component renders, in both languages, and keeps the plain facts of accessible HTML.
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { render } from 'svelte/server'
import { languageKey } from '#words'
import './svelte-in-node.ts'
import { faultsOf } from './html-facts.ts'

interface Example {
  name: string
  props: Record<string, unknown>
}

const folder = import.meta.dirname
const components = globSync('*/*.svelte', { cwd: folder }).filter((file) => /^(\w+)[/\\]\1\.svelte$/.test(file))

test('every component has examples', () => {
  const without = components.filter(
    (file) => !globSync(file.replace('.svelte', '.examples.ts'), { cwd: folder }).length,
  )
  assert.deepEqual(without, [])
})

for (const file of components) {
  const name = basename(file, '.svelte')
  test(`${name} renders`, async () => {
    const { default: component } = await import(join(folder, file))
    const { examples } = (await import(join(folder, file.replace('.svelte', '.examples.ts')))) as {
      examples: Example[]
    }
    assert.ok(examples.length > 0)
    for (const [example, language] of examples.flatMap((each) => [[each, 'vi'] as const, [each, 'en'] as const])) {
      const { body } = render(component, { props: example.props, context: new Map([[languageKey, () => language]]) })
      assert.ok(body.includes('<'), `${name}: ${example.name} draws nothing`)
      assert.deepEqual(faultsOf(body), [], `${name}: ${example.name}`)
    }
  })
}
