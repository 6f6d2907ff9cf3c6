-- A key that others may hold is withdrawn at once, for good; what was signed with it since is set aside.

alter table ministry.region
  drop constraint region_state_check,
  add constraint region_state_check check (state in ('asked', 'standing', 'refused', 'withdrawn')),
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_reason text,
  add constraint region_withdrawn check ((withdrawn_at is null) = (withdrawn_reason is null)),
  add constraint region_withdrawn_state check (state <> 'withdrawn' or withdrawn_at is not null);
comment on column ministry.region.withdrawn_reason is 'Why its key before was withdrawn; it stays when the region stands again, by another key.';

alter table ministry.region_key add column withdrawn_at timestamptz;
comment on column ministry.region_key.withdrawn_at is 'A key that was withdrawn is never taken again, from whomever it comes.';

alter table ministry.received
  add column set_aside_at timestamptz,
  drop constraint received_region_id_sequence_key;
comment on column ministry.received.set_aside_at is 'When it was no longer believed, since others may have held the key: kept, and counted nowhere.';
create unique index received_once on ministry.received (region_id, sequence) where set_aside_at is null;
drop index ministry.received_newest;
create index received_newest on ministry.received (region_id, sequence desc) where set_aside_at is null;
