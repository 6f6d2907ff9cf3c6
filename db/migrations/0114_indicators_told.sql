-- What everybody may read of a source is decided when it is approved, and kept: what was told once hides nobody afterwards, so that what is
-- approved later is judged beside it, whatever order it comes in. What was approved before this is judged with the next publication.
alter table indicators.observation
  add column is_told boolean not null default false,
  add column told_as jsonb;
comment on column indicators.observation.is_told is 'Whether everybody may read it while it is approved.';
comment on column indicators.observation.told_as is 'The numbers that everybody could read last, as [numerator, denominator, value, ends_on]; a corrected number is judged anew.';
alter table indicators.former_observation add column ends_on date;
update indicators.former_observation as former set ends_on = observation.ends_on
from indicators.observation where observation.indicator_id = former.indicator_id and observation.area_id = former.area_id
  and observation.starts_on = former.starts_on and observation.cut = former.cut;
alter table indicators.former_observation alter column ends_on set not null;
