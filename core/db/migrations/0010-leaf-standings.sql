-- Standings are kept at the reporting places too, not only above them: a board reads one row a form instead of every duty.
insert into standing_cached (place_id, period_id, form_id, expected, submitted, accepted)
select b.place_id, p.id, d.form_id, count(*),
       count(*) filter (where e.stage in ('submitted', 'accepted') or e.counted_id is not null),
       count(*) filter (where e.stage = 'accepted')
from duty d join form f on f.id = d.form_id
join reporting_calendar c on c.id = f.calendar_id
join period p on p.calendar_id = c.id and p.kind = c.entry_kind
  and p.ends_on between coalesce(d.valid_from, '-infinity') and coalesce(d.valid_to, 'infinity')
join body_version b on b.body_id = d.body_id
  and p.ends_on between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
left join entry e on e.duty_id = d.id and e.period_id = p.id
where not exists (
  select 1 from place_version below where below.parent_id = b.place_id
    and p.ends_on between coalesce(below.valid_from, '-infinity') and coalesce(below.valid_to, 'infinity'))
group by b.place_id, p.id, d.form_id
on conflict do nothing;
