create schema if not exists screening;

create table screening.screening (
  person_id uuid not null,
  screening_id uuid not null,
  response_id uuid not null,
  channel text not null check (channel in ('self', 'navigator', 'telephone', 'paper')),
  status text not null check (status in ('waiting', 'taken', 'closed')),
  is_urgent boolean not null,
  organisation_id uuid references organisations.organisation (organisation_id),
  account_id uuid,
  area_id uuid references territory.area (area_id),
  received_at timestamptz not null,
  taken_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (person_id, screening_id)
);
comment on table screening.screening is 'One time that somebody was asked, or said, what they need. Waiting until a navigator takes it.';
create index screening_waiting on screening.screening (is_urgent desc, received_at) where status = 'waiting';
create index screening_taken on screening.screening (account_id, taken_at) where status = 'taken';

create table screening.finding (
  person_id uuid not null,
  screening_id uuid not null,
  need_code text not null references directory.need (need_code),
  has_need boolean,
  wants_help boolean,
  primary key (person_id, screening_id, need_code),
  foreign key (person_id, screening_id) references screening.screening (person_id, screening_id)
);
comment on table screening.finding is 'Need and want apart: a need is not a wish for help. Null is a question that was not answered.';

create view screening.published_finding as
select screening.screening_id, finding.need_code, finding.has_need, finding.wants_help, screening.area_id, screening.channel,
  screening.received_at
from screening.finding
join screening.screening on screening.person_id = finding.person_id and screening.screening_id = finding.screening_id;
comment on view screening.published_finding is 'Needs as figures count them: nobody''s name or identifier.';
