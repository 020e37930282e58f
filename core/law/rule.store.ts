// SQL about rules of the law and their versions; a version is written once and never changed.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Rule, RuleVersion, ShippedLaw } from './rule.ts'

type Tx = Transaction<Tables>

export async function rulesOf(db: ReadDb, key?: string): Promise<Rule[]> {
  const found = await sql<Rule>`
    select r.key, r.law, r.law_title as "lawTitle", r.name, r.starts, r.counts, v.versions
    from law_rule r join lateral (
      select jsonb_agg(jsonb_build_object('id', id, 'no', no, 'validFrom', valid_from, 'value', value, 'unit', unit,
        'article', article, 'confidence', confidence, 'note', note, 'shipped', shipped) order by valid_from, no) as versions
      from law_rule_version where rule_key = r.key) v on true
    where ${key ?? null}::text is null or r.key = ${key ?? null} order by r.position`.execute(db)
  return found.rows
}

/** null: no such rule. */
export async function ruleOf(db: ReadDb, key: string): Promise<Rule | null> {
  return (await rulesOf(db, key))[0] ?? null
}

export interface NewVersion extends Omit<RuleVersion, 'id'> {
  key: string
  by: Id<'person'> | null
  at: Date
}

/** null when somebody added a version with this number at the same moment. */
export async function addVersion(tx: Tx, made: NewVersion): Promise<Id<'law_rule_version'> | null> {
  const { key, no, validFrom, value, unit, article, confidence, note, shipped, by, at } = made
  const found = await sql<{ id: Id<'law_rule_version'> }>`
    insert into law_rule_version (rule_key, no, valid_from, value, unit, article, confidence, note, shipped, added_by, added_at)
    values (${key}, ${no}, ${validFrom}, ${value}, ${unit}, ${article}, ${confidence}, ${note}, ${shipped}, ${by}, ${at})
    on conflict (rule_key, no) do nothing returning id`.execute(tx)
  return found.rows[0]?.id ?? null
}

/** Names and order as shipped; versions are left alone. */
export async function putRules(tx: Tx, laws: readonly ShippedLaw[]): Promise<void> {
  const rows = laws.flatMap(({ law, title, rules }) =>
    rules.map(({ key, name, start, counts }) => ({ key, law, title, name, start, counts })),
  )
  await sql`insert into law_rule (key, law, law_title, position, name, starts, counts)
    select one ->> 'key', one ->> 'law', one ->> 'title', at, one ->> 'name', one ->> 'start', one ->> 'counts'
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality each (one, at)
    on conflict (key) do update set law = excluded.law, law_title = excluded.law_title, position = excluded.position,
      name = excluded.name, starts = excluded.starts, counts = excluded.counts`.execute(tx)
}

/** One writer at a time: two processes that start together seed once. */
export async function lockRules(tx: Tx): Promise<void> {
  await sql`lock table law_rule_version in share row exclusive mode`.execute(tx)
}
