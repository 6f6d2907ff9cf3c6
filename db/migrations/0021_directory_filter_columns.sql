-- What searches filter by, on the row of the service itself: no look-up of needs and areas, and few of hours, prices and access.

alter table directory.service
  add column need_codes text[] not null default '{}',
  add column area_ids uuid[] not null default '{}',
  add column may_be_free boolean not null default true,
  add column may_have_access boolean not null default true,
  add column may_be_remote boolean not null default true,
  add column open_week bit(336) not null default ~ repeat('0', 336)::bit(336);

comment on column directory.service.need_codes is 'The needs of service_need, sorted, for searches.';
comment on column directory.service.area_ids is 'The areas of area_served, sorted, for searches; none is the whole region.';
comment on column directory.service.may_be_free is
  'False where no price of nothing and no words on fees could make it free on any day. Never the answer itself: the rule is asked of whatever stays.';
comment on column directory.service.may_have_access is 'False where no open place says what access it has.';
comment on column directory.service.may_be_remote is 'False where it can only be gone to.';
comment on column directory.service.open_week is
  'One bit for each half hour from Monday 00:00: set where some rule may hold then in some week, so that a bit that is not set means closed. Until it is worked out, all are set.';

update directory.service set
  need_codes = array(select need.need_code from directory.service_need as need where need.service_id = service.service_id order by 1),
  area_ids = array(select served.area_id from directory.area_served as served where served.service_id = service.service_id order by 1);

create index service_needs on directory.service using gin (need_codes) with (fastupdate = off);
