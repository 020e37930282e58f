-- Which evidence shows what a body gave itself points for; kept with the score, whatever becomes of the evidence later.
alter table model_score add column evidence int[] not null default '{}';
alter table model_score add check (round = 'self' or evidence = '{}');
