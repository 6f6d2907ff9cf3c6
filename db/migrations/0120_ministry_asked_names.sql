-- Another name of a region that is asked for again holds once the second person agrees, like its key.
alter table ministry.region add column asked_name jsonb;
update ministry.region set asked_name = name where state = 'asked';
alter table ministry.region add constraint region_asked_name check ((asked_name is not null) = (state = 'asked'));
comment on column ministry.region.asked_name is 'The name by which it is asked for, until somebody answers.';
