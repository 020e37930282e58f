// Lets plain Node import .svelte files on the server side, so that tests render components without a build.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { compile } from 'svelte/compiler'

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.svelte')) return nextLoad(url, context)
    const filename = fileURLToPath(url)
    const { js } = compile(readFileSync(filename, 'utf8'), { filename, generate: 'server', css: 'external' })
    return { format: 'module', source: js.code, shortCircuit: true }
  },
})
