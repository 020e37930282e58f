// A million submissions of one province: 168 desks and the city's, each with an office that handles; words made of phrases.
import { sql } from 'kysely'
import type { App } from '../core/app.ts'
import { loadLaws } from '../core/law/law.load.ts'
import { loadPlaces } from '../core/places/place.load.ts'
import { placeAt } from '../core/places/place.read.ts'
import { insertPerson } from '../core/people/person.write.store.ts'
import { actorOfPerson } from '../core/people/sign-in.ts'
import type { Actor, Role } from '../core/shared/actor.ts'
import type { Id } from '../core/shared/id.ts'
import { searchKey } from '../core/shared/text.ts'
import { step } from './measure.ts'

/** Hồ Chí Minh City of July 2025: 168 communes and wards. */
const province = '79'
const today = '2026-11-20'
export const officials = 20

export interface BenchCases {
  desks: number[]
  receivers: Actor[]
  handlers: Actor[]
  submissions: number
}

export async function makeCases(app: App, submissions: number): Promise<BenchCases> {
  await step('địa bàn, quy định về thời hạn', async () => {
    await loadPlaces(app)
    await loadLaws(app)
  })
  const desks = await step('nơi nhận và phòng chuyên môn', () => makeDesks(app))
  const [receivers, handlers] = await step('cán bộ', () => makePeople(app, desks))
  await step(`${submissions} đơn thư, phản ánh`, () => makeSubmissions(app, submissions))
  await step('thống kê', () => sql`vacuum analyze`.execute(app.db))
  return { desks, receivers: receivers!, handlers: handlers!, submissions }
}

/** Desks first, their offices behind them in the same order: an office is its desk's id and `desks.length`. */
async function makeDesks({ db }: App): Promise<number[]> {
  const { placeId } = (await placeAt(db, province, today))!
  await sql`create table bench_place as
    select ${placeId}::int as place_id, 0 as no union all
    select place_id, row_number() over (order by place_id)::int from place_version
    where parent_id = ${placeId} and level = 'commune' and daterange(valid_from, valid_to, '[]') @> ${today}::date`.execute(
    db,
  )
  const { rows } = await sql<{ id: number }>`insert into body (organisation)
    select 'peoplesCommittee' from bench_place order by no returning id`.execute(db)
  const desks = rows.map(({ id }) => id)
  await sql`insert into body (organisation) select 'stateAgency' from bench_place`.execute(db)
  await sql`insert into body_version (body_id, name, short_name, place_id, parent_id, search_key)
    select b.id, case b.organisation when 'stateAgency' then 'Phòng chuyên môn ' else 'Ủy ban nhân dân ' end || b.id, 'ĐV',
      p.place_id, case when b.organisation = 'stateAgency' then b.id - ${desks.length}
        when p.no > 0 then ${desks[0]!}::int end, 'dv'
    from body b join bench_place p on p.no = (b.id - ${desks[0]!}) % ${desks.length}`.execute(db)
  await sql`insert into body_function (body_id, function)
    select id, 'citizenReception' from body where organisation = 'peoplesCommittee'`.execute(db)
  return desks
}

/** Of the first desks after the city's: who receives, and who handles in their offices. */
async function makePeople(app: App, desks: readonly number[]): Promise<Actor[][]> {
  const make = async (role: Role, bodyId: number) => {
    const username = `${role}${bodyId}`
    const roles = [{ role, bodyId: bodyId as Id<'body'>, validFrom: '2026-01-01' }]
    await app.db.transaction().execute((tx) => {
      return insertPerson(tx, { username, name: username, passwordHash: 'x', roles, at: app.clock() })
    })
    return actorOfPerson(app, username)
  }
  const some = desks.slice(1, officials + 1)
  const receivers = await Promise.all(some.map((desk) => make('receiver', desk)))
  return [receivers, await Promise.all(some.map((desk) => make('handler', desk + desks.length)))]
}

const things = [
  ...['Nắp cống vỡ, nước thối tràn ra đường', 'Đèn đường tắt cả tuần nay', 'Rác xây dựng đổ thành đống', 'Ổ gà sâu'],
  ...['Hàng quán lấn hết vỉa hè', 'Loa kẹo kéo mở quá to', 'Cây xanh nghiêng sắp đổ', 'Dây điện võng xuống sát đầu'],
  ...[
    'Hồ sơ cấp giấy chứng nhận chậm ba tháng',
    'Xin xác nhận tạm trú phải đi lại nhiều lần',
    'Nước máy đục và có mùi',
  ],
  ...[
    'Quyết định thu hồi đất đo sai ranh giới',
    'Chó thả rông cắn người',
    'Xe tải chạy giờ cấm',
    'Bãi đất trống nhiều muỗi',
  ],
]
const wheres = [
  ...['trước cổng chợ', 'gần trường mầm non Hoa Sen', 'cạnh nhà văn hoá khu phố', 'đầu hẻm', 'trước trạm y tế'],
  ...['ở ngã ba', 'dọc bờ kênh', 'sau chung cư', 'trên đường liên xã', 'trước sân đình', 'ở bến đò', 'gần nhà thờ'],
]
const asks = [
  ...['Đề nghị sửa sớm.', 'Bà con mong được trả lời.', 'Đã gọi điện hai lần chưa ai đến.', 'Xin hỏi bao giờ làm xong?'],
  ...[
    'Trẻ con đi học qua đây rất nguy hiểm.',
    'Ai chịu trách nhiệm việc này?',
    'Kính mong cơ quan xem xét giải quyết.',
  ],
]

/** Of a hundred: five to sort, one waiting, seven open, three answered, the rest done. */
async function makeSubmissions({ db }: App, count: number): Promise<void> {
  const phrases = (all: string[]) => sql`(select row_number() over () - 1 as no, text, key
    from unnest(${all}::text[], ${all.map(searchKey)}::text[]) u(text, key))`
  const [{ first, desks }] = (
    await sql<{ first: number; desks: number }>`select min(id) as first, count(*)::int as desks from body
      where organisation = 'peoplesCommittee'`.execute(db)
  ).rows as [{ first: number; desks: number }]
  await sql`insert into submission (desk_id, code, secret_hash, once_hash, place_id, channel, door, received_at, stage, outcome,
      kind, topic, lead_id)
    select d.desk, lpad(upper(to_hex(n)), 8, '0'), 'x', 'mark' || n, p.place_id, 'web',
      case when n % 5 = 0 then 'petition' else 'fieldReport' end, '2026-11-20 08:00+07'::timestamptz - (${count} - n) * interval '1 minute',
      d.stage, case d.stage when 'ended' then 'guided' end,
      case when d.stage in ('received', 'waiting') then null when n % 5 = 0 then 'petition' else 'fieldReport' end,
      case when d.stage in ('received', 'waiting') then null else t.key end,
      case when d.stage in ('open', 'answered', 'closed') then d.desk + case when n % 4 = 0 then 0 else ${desks} end end
    from (select n, ${first} + ((n::bigint * 7919) % ${desks})::int as desk, case
        when n % 100 < 5 then 'received' when n % 100 < 6 then 'waiting' when n % 100 < 13 then 'open'
        when n % 100 < 16 then 'answered' when n % 100 < 30 then 'ended' else 'closed' end as stage
      from generate_series(1, ${count}) n) d
    join bench_place p on p.no = d.desk - ${first}
    join (select key, row_number() over (order by position) - 1 as no, count(*) over () as all from topic) t on t.no = n % t.all
    order by n`.execute(db)
  await sql`insert into desk_line (desk_id, year, number, submission_id, at)
    select desk_id, extract(year from received_at), row_number() over (partition by desk_id, extract(year from received_at) order by id),
      id, received_at from submission`.execute(db)
  await sql`insert into desk_count (desk_id, year, last) select desk_id, year, max(number) from desk_line group by 1, 2`.execute(
    db,
  )
  await sql`insert into submission_letter (submission_id, sender, text, search_key)
    select s.id, '{"name": "Người gửi giả định"}', a.text || ' ' || b.text || ' số ' || s.id % 997 || '. ' || c.text,
      a.key || ' ' || b.key || ' so ' || s.id % 997 || ' ' || c.key
    from submission s join ${phrases(things)} a on a.no = s.id % ${things.length}
    join ${phrases(wheres)} b on b.no = s.id / 7 % ${wheres.length} join ${phrases(asks)} c on c.no = s.id / 3 % ${asks.length}
    where s.stage not in ('received', 'waiting')`.execute(db)
  await makeLimits(db)
}

/** To sort, and when sorted to solve; of what is finished both were met. */
async function makeLimits(db: App['db']): Promise<void> {
  const limit = (name: string, days: number, met: string, which: string) =>
    sql`insert into legal_deadline (noun, noun_id, limit_name, rule_version_id, started_on, original_due, due, due_at, met_at,
        calendar_mark)
      select 'submission', s.id, ${name}, v.id, d.on_day, (d.on_day + ${days}::int)::text, (d.on_day + ${days}::int)::text,
        (d.on_day + ${days}::int + 1)::timestamptz, case when ${sql.raw(met)} then s.received_at end, 0
      from (select *, received_at::date as on_day from submission) d join submission s on s.id = d.id
      join (select id from law_rule_version where rule_key = 'petition.answer' order by valid_from limit 1) v on true
      where ${sql.raw(which)}`.execute(db)
  await limit('sort', 2, `s.stage <> 'received'`, 'true')
  await limit('solve', 14, `s.stage <> 'open'`, `s.stage not in ('received', 'waiting')`)
}
