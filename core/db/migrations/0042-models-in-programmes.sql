-- Models that live in programmes: effective ones drawn too, and a model's before and after resting on figures its body reported.

alter table count_source drop constraint count_source_check1;
alter table count_source add constraint count_source_of_models check (source <> 'models' or (what in ('guide', 'owner')
  and part in ('registered', 'recognised', 'effective', 'fresh', 'maintained', 'replicated', 'ended')));

-- As in 0039; “effective” is beside the others: recognised and found good or fair by the review of the year.
create or replace view drawn_unit as
  select d.body_id, d.period_id, d.cell_id, s.id as origin_id, u.name, coalesce(s.class, '') as result
  from drawn_cell d
  join period p on p.id = d.period_id
  join scoresheet s on d.source = 'assessment' and s.assessment_id = d.source_id and s.stage <> 'excused'
    and (d.sector is null or d.sector = s.of_kind)
    and (d.part = 'due' or (s.stage = 'decided'
      and (d.part = 'graded' or (d.part = 'passed' and s.passes) or (d.part = 'best' and s.best))))
  join body_version u on u.body_id = s.body_id
    and p.ends_on between coalesce(u.valid_from, '-infinity') and coalesce(u.valid_to, 'infinity')
  union all
  select d.body_id, d.period_id, d.cell_id, t.id,
    case m.kind when 'exemplarPerson' then m.code else m.code || ' · ' || m.name end, ''
  from drawn_cell d
  join period p on p.id = d.period_id
  cross join lateral model_counted(extract(year from p.ends_on)::int, '{good,fair}') t
  join model m on m.id = t.id
  where d.source = 'models'
    and ((d.what = 'guide' and t.guide_id = d.body_id) or (d.what = 'owner' and t.owner_id = d.body_id))
    and case d.part when 'registered' then t.registered when 'recognised' then t.recognised when 'effective' then t.effective
      when 'fresh' then t.fresh when 'maintained' then t.maintained when 'replicated' then t.replicated else t.ended end;

-- Whoever moves a model asks what its bodies have sent.
create index entry_by_body on entry (body_id);

-- Before and after: a figure that lies there as evidence instead of a typed one, never both.
alter table model_evidence add unique (model_id, id);
alter table model add column effect_before_evidence int;
alter table model add column effect_after_evidence int;
alter table model add foreign key (id, effect_before_evidence) references model_evidence (model_id, id);
alter table model add foreign key (id, effect_after_evidence) references model_evidence (model_id, id);
alter table model drop constraint model_check1;
alter table model add constraint model_effect_measured check (effect = 'notMeasured' or (effect_against <> ''
  and (effect_before is not null or effect_before_evidence is not null)
  and (effect_after is not null or effect_after_evidence is not null)));
alter table model add constraint model_effect_one_origin check (
  (effect_before is null or effect_before_evidence is null) and (effect_after is null or effect_after_evidence is null));
