-- Meetings of the partnership's bodies: agenda, who was there, what was decided, and minutes that a second person approves.

create table governance.meeting (
  meeting_id uuid primary key,
  body_id uuid not null references governance.body (body_id),
  state text not null default 'planned' check (state in ('planned', 'held', 'approved', 'published', 'cancelled')),
  title jsonb not null,
  starts_at timestamptz not null,
  lasts_minutes smallint not null check (lasts_minutes between 15 and 600),
  place text,
  link text,
  minutes jsonb,
  seats_filled integer,
  minutes_by uuid,
  approved_by uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  check (state not in ('approved', 'published') or (minutes is not null and approved_by <> minutes_by))
);
comment on table governance.meeting is 'One meeting of a body. Its minutes are written by one person and approved by another.';
comment on column governance.meeting.seats_filled is 'How many seats somebody sat in on that day: the quorum is judged by it, whatever changes afterwards.';
create index meeting_body on governance.meeting (body_id, starts_at desc);

create table governance.agenda_item (
  item_id uuid primary key,
  meeting_id uuid not null references governance.meeting (meeting_id),
  title jsonb not null,
  organisation_id uuid references organisations.organisation (organisation_id),
  lasts_minutes smallint check (lasts_minutes between 1 and 600),
  position smallint not null,
  unique (meeting_id, position)
);
comment on table governance.agenda_item is 'What a meeting speaks of, who brings it, and for how long.';

create table governance.attendance (
  meeting_id uuid not null references governance.meeting (meeting_id),
  holding_id uuid not null references governance.holding (holding_id),
  standing text not null check (standing in ('present', 'excused', 'absent')),
  primary key (meeting_id, holding_id)
);
comment on table governance.attendance is 'Who of those that sit was there.';

create table governance.guest (
  meeting_id uuid not null references governance.meeting (meeting_id),
  organisation_id uuid not null references organisations.organisation (organisation_id),
  primary key (meeting_id, organisation_id)
);
comment on table governance.guest is 'Organisations that were there without a seat.';

create table governance.decision (
  decision_id uuid primary key,
  meeting_id uuid not null references governance.meeting (meeting_id),
  body_id uuid not null references governance.body (body_id),
  number integer not null,
  wording jsonb not null,
  votes_for smallint check (votes_for between 0 and 999),
  votes_against smallint check (votes_against between 0 and 999),
  votes_abstained smallint check (votes_abstained between 0 and 999),
  unique (body_id, number),
  check (num_nulls(votes_for, votes_against, votes_abstained) in (0, 3))
);
comment on table governance.decision is 'What a meeting decided, numbered through the life of its body; without votes where none were counted.';
create index decision_meeting on governance.decision (meeting_id);
