// Puts the shipped rules into the database at every start: what is new is added, what people wrote stays.
import type { App } from '../app.ts'
import { shippedLaws, type Rule, type ShippedLaw } from './rule.ts'
import { addVersion, lockRules, putRules, rulesOf } from './rule.store.ts'

/** Answers how many versions were added; 0 when everything was there. */
export async function loadLaws(app: App, laws: readonly ShippedLaw[] = shippedLaws): Promise<number> {
  return app.db.transaction().execute(async (tx) => {
    await lockRules(tx)
    await putRules(tx, laws)
    const known = new Map((await rulesOf(tx)).map((rule) => [rule.key, rule]))
    let added = 0
    for (const { key, versions } of laws.flatMap(({ rules }) => rules)) {
      let no = known.get(key)?.versions?.length ?? 0
      for (const { note = null, ...version } of versions) {
        if (isThere(known.get(key), { note, ...version })) continue
        no += 1
        await addVersion(tx, { key, no, ...version, note, shipped: true, by: null, at: app.clock() })
        added += 1
      }
    }
    return added
  })
}

type Shipped = Pick<Rule['versions'][0], 'validFrom' | 'value' | 'unit' | 'article' | 'confidence' | 'note'>

/** The newest shipped one of the same day says the same. */
function isThere(rule: Rule | undefined, wanted: Shipped): boolean {
  const last = rule?.versions?.findLast(({ shipped, validFrom }) => shipped && validFrom === wanted.validFrom)
  const told = ({ value, unit, article, confidence, note }: Shipped) =>
    [value, unit, article, confidence, note].join('\n')
  return last !== undefined && told(last) === told(wanted)
}
