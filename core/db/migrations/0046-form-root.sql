-- A form written from another is the same honour by other rules: given once only, or after years, holds across them.
alter table commendation_form add column root text;
update commendation_form set root = key;
alter table commendation_form alter column root set not null;
