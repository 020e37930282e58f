-- Joins look versions up by what they are versions of; the exclusion's index does that ten times slower.
create index body_version_of_body on body_version (body_id);
create index place_version_of_place on place_version (place_id);
