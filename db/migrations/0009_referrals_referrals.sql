create schema if not exists referrals;

create table referrals.referral (
  person_id uuid not null,
  referral_id uuid not null,
  screening_id uuid,
  consent_id uuid,
  need_code text not null references directory.need (need_code),
  service_id uuid not null references directory.service (service_id),
  organisation_id uuid not null references organisations.organisation (organisation_id),
  from_organisation_id uuid not null references organisations.organisation (organisation_id),
  from_account_id uuid not null,
  follows_referral_id uuid,
  status text not null check (status in ('draft', 'requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error')),
  reason_code text,
  priority text not null check (priority in ('routine', 'this_week', 'tonight')),
  note text,
  outcome_code text,
  area_id uuid references territory.area (area_id),
  created_at timestamptz not null,
  sent_at timestamptz,
  due_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  confirmation text check (confirmation in ('helped', 'partly_helped', 'not_helped')),
  confirmed_at timestamptz,
  version integer not null default 1,
  primary key (person_id, referral_id)
);
comment on table referrals.referral is 'One request to one service for one need (FHIR Task, SDOH Clinical Care 3.0.0).';
comment on column referrals.referral.reason_code is 'Why it was rejected, held, failed or cancelled: a coded reason, not a state.';
comment on column referrals.referral.area_id is 'Where the person lived when it was sent, so that figures by area do not move with them.';
comment on column referrals.referral.due_at is 'When silence becomes overdue.';
create index referral_id on referrals.referral (referral_id);
create index referral_inbox on referrals.referral (organisation_id, sent_at desc, referral_id desc)
  where status in ('requested', 'accepted', 'in-progress', 'on-hold');
create index referral_sent on referrals.referral (from_organisation_id, sent_at desc, referral_id desc)
  where status in ('requested', 'accepted', 'in-progress', 'on-hold');
create index referral_due_inbox on referrals.referral (organisation_id, due_at) where status in ('requested', 'accepted', 'in-progress', 'on-hold');
create index referral_due_sent on referrals.referral (from_organisation_id, due_at) where status in ('requested', 'accepted', 'in-progress', 'on-hold');
create index referral_new_inbox on referrals.referral (organisation_id, sent_at desc, referral_id desc) where status = 'requested';
create index referral_new_sent on referrals.referral (from_organisation_id, sent_at desc, referral_id desc) where status = 'requested';
create index referral_period on referrals.referral (sent_at) where sent_at is not null;

create table referrals.referral_step (
  person_id uuid not null,
  referral_id uuid not null,
  step_id uuid not null,
  step text not null,
  from_status text not null,
  to_status text not null,
  reason_code text,
  note text,
  account_id uuid,
  organisation_id uuid,
  side text not null check (side in ('requester', 'target', 'person')),
  at timestamptz not null,
  primary key (person_id, referral_id, step_id),
  foreign key (person_id, referral_id) references referrals.referral (person_id, referral_id)
);
comment on table referrals.referral_step is 'Every step of a referral, in order: replaying them gives its state.';

create view referrals.published_referral as
select referral_id, need_code, service_id, organisation_id, from_organisation_id, area_id, status, reason_code, sent_at, answered_at,
  ended_at, due_at, confirmation, confirmed_at
from referrals.referral
where status not in ('draft', 'entered-in-error');
comment on view referrals.published_referral is 'Referrals as figures count them: nobody''s name or identifier.';
