-- A point of a conclusion of reception is proven by pictures too, kept among the files of the case it belongs to.
alter table submission_file add column point_id int references conclusion_point;
alter table submission_file add check (point_id is null or (answer_no is null and promise_id is null));
-- So that the number of a document is not the only proof. That there is one or the other, the operation sees to.
alter table conclusion_point drop constraint conclusion_point_proof_check;
