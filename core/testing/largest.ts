// Prints the ten largest files of code, so that nobody is surprised by what grew.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const tracked = execFileSync('git', ['ls-files', '--', '*.ts', '*.svelte', '*.sql', '*.js'], { encoding: 'utf8' })
const sized = tracked
  .split('\n')
  .filter((path) => path && path !== 'core/db/schema.ts')
  .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length }))
  .sort((a, b) => b.lines - a.lines)

console.log('Mười tệp dài nhất:')
for (const { path, lines } of sized.slice(0, 10)) console.log(String(lines).padStart(5), path)
