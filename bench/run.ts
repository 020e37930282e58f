// npm run bench -- NAME [--months N] [--seconds N] [--count N] [--send-seconds N]: what we promise about speed, each beside a plain baseline.
import { parseArgs } from 'node:util'
import { benchBackup } from './backup.ts'
import { benchCases } from './cases.ts'
import { benchEntry } from './entry.ts'
import { benchLaw } from './law.ts'
import { benchMedia } from './media.ts'
import { benchModels } from './models.ts'
import { benchReports } from './reports.ts'
import { benchRollup } from './rollup.ts'
import { benchTopics } from './topics.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    months: { type: 'string', default: '120' },
    seconds: { type: 'string', default: '20' },
    count: { type: 'string', default: '1000000' },
    'send-seconds': { type: 'string', default: '60' },
  },
})
const benches: Record<string, () => Promise<void>> = {
  rollup: () => benchRollup({ months: Number(values.months), seconds: Number(values.seconds) }),
  entry: benchEntry,
  law: benchLaw,
  reports: () => benchReports({ seconds: Number(values.seconds) }),
  media: () => benchMedia({ seconds: Number(values.seconds) }),
  models: () => benchModels({ seconds: Number(values.seconds) }),
  topics: benchTopics,
  cases: () =>
    benchCases({
      ...{ seconds: Number(values.seconds), count: Number(values.count) },
      sendSeconds: Number(values['send-seconds']),
    }),
  backup: () => benchBackup({ months: Number(values.months) }),
}
const wanted = positionals.length > 0 ? positionals : Object.keys(benches)
const unknown = wanted.filter((name) => !benches[name])
if (unknown.length > 0) {
  console.error(`Không có phép đo “${unknown.join(', ')}”. Có: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
for (const name of wanted) await benches[name]!()
