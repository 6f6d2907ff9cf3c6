-- Tables, committees, coalitions and project teams of the partnership (D3.1, W11 2.1). Nothing about residents is kept here.
create schema if not exists governance;

create table governance.body (
  body_id uuid primary key,
  kind text not null check (kind in ('table', 'advisory', 'steering', 'committee', 'coalition', 'data_resource', 'sector_voice', 'team')),
  name jsonb not null,
  purpose jsonb not null,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  parent_body_id uuid references governance.body (body_id),
  charter_id uuid references agreements.agreement (agreement_id),
  meets_every_months smallint check (meets_every_months between 1 and 24),
  quorum_percent smallint not null default 50 check (quorum_percent between 1 and 100),
  secretary_id uuid references identity.account (account_id),
  feed_number integer not null default 1,
  last_decision integer not null default 0,
  created_at timestamptz not null
);
comment on table governance.body is 'Somewhere that organisations sit together: what for, who hosts it, how often it meets.';
comment on column governance.body.quorum_percent is 'Of the seats that are filled, so many in a hundred must be there for a decision to stand.';
comment on column governance.body.feed_number is 'A new number makes the address of its calendar another one: the old address opens nothing any more.';
comment on column governance.body.last_decision is 'The number of its last decision; they are counted without a gap.';

create table governance.seat (
  seat_id uuid primary key,
  body_id uuid not null references governance.body (body_id),
  stands_for text not null check (stands_for in ('sector', 'population', 'area', 'role')),
  name jsonb not null,
  is_required boolean not null,
  closed_on date,
  created_at timestamptz not null
);
comment on table governance.seat is 'A place in a body, and whom it stands for. The law names the required ones of an advisory committee.';
create index seat_body on governance.seat (body_id);

create table governance.holding (
  holding_id uuid primary key,
  seat_id uuid not null references governance.seat (seat_id),
  organisation_id uuid not null references organisations.organisation (organisation_id),
  sitter_name text not null,
  sitter_function text not null,
  starts_on date not null,
  last_day date,
  check (last_day is null or starts_on <= last_day)
);
comment on table governance.holding is 'Who sits in a seat, and for how long: a name and a function of an organisation, and nothing more. One person may sit in several.';
create index holding_seat on governance.holding (seat_id, starts_on);
create index holding_organisation on governance.holding (organisation_id);

create view governance.published_seat_coverage as
select seat.body_id, count(*) filter (where seat.is_required)::integer as required,
  count(*) filter (where seat.is_required and exists (select from governance.holding
    where holding.seat_id = seat.seat_id and holding.starts_on <= current_date
      and (holding.last_day is null or current_date <= holding.last_day)))::integer as filled
from governance.seat
where seat.closed_on is null
group by seat.body_id;
comment on view governance.published_seat_coverage is 'Of each body, how many seats must be filled and how many of those somebody sits in today.';
