-- Nobody is lost on the way: deadlines by rules, reminders and escalation, open requests, chains, waiting lists, care plans.

create table referrals.deadline_rule (
  rule_id uuid primary key,
  stage text not null check (stage in ('answer', 'claim', 'help', 'look_again', 'offer')),
  need_code text references directory.need (need_code),
  organisation_id uuid references organisations.organisation (organisation_id),
  priority text check (priority in ('routine', 'this_week', 'tonight')),
  amount integer not null check (amount between 1 and 400),
  unit text not null check (unit in ('hours', 'working_hours', 'working_days')),
  remind_after integer check (remind_after > 0 and remind_after < amount),
  escalate_after integer not null check (escalate_after >= amount),
  updated_at timestamptz not null,
  unique nulls not distinct (stage, need_code, organisation_id, priority)
);
comment on table referrals.deadline_rule is 'Within how long something is expected; the most particular rule holds, and what the field does where there is none.';
comment on column referrals.deadline_rule.remind_after is 'When whoever is to act is reminded, in the same unit from the same beginning; null: not at all.';
comment on column referrals.deadline_rule.escalate_after is 'When the lead of the organisation that asked is told, in the same unit from the same beginning.';

alter table referrals.referral
  alter column service_id drop not null,
  alter column organisation_id drop not null,
  add column due_why jsonb,
  add column next_step text check (next_step in ('remind', 'overdue', 'escalate')),
  add column next_step_at timestamptz,
  add column escalate_at timestamptz,
  add column escalated_at timestamptz,
  add column part_of_referral_id uuid,
  add column depth smallint not null default 0,
  add constraint referral_target check ((service_id is null) = (organisation_id is null)),
  add constraint referral_open check (organisation_id is not null or status in ('requested', 'cancelled', 'entered-in-error')),
  add constraint referral_next_step check ((next_step is null) = (next_step_at is null));
comment on column referrals.referral.organisation_id is 'Who was asked; null while any capable partner may claim it (FHIR Task without an owner).';
comment on column referrals.referral.from_account_id is 'Who looks after it at the organisation that asked: who sent it, until it is handed over.';
comment on column referrals.referral.due_why is 'The rule by which it is due, as it was when the deadline began: codes and identifiers.';
comment on column referrals.referral.next_step is 'What the system does next where nobody acts: remind, tell that it is overdue, escalate.';
comment on column referrals.referral.escalated_at is 'Since when the lead of the organisation that asked knows of it; null again once somebody acted.';
comment on column referrals.referral.part_of_referral_id is 'The request that this one is a part of (FHIR Task.partOf).';
comment on column referrals.referral.depth is 'How often it was referred on: 0 for the first.';
create index referral_next_step on referrals.referral (next_step_at) where next_step_at is not null;
create index referral_escalated on referrals.referral (from_organisation_id, escalated_at) where escalated_at is not null;
create index referral_navigator on referrals.referral (from_account_id) where status in ('requested', 'accepted', 'in-progress', 'on-hold');

update referrals.referral set next_step = 'overdue', next_step_at = due_at, escalate_at = due_at + interval '14 days'
where due_at is not null and status in ('requested', 'accepted', 'in-progress', 'on-hold');

alter table referrals.referral_step drop constraint referral_step_side_check;
alter table referrals.referral_step add constraint referral_step_side_check check (side in ('requester', 'target', 'person', 'system'));

create or replace view referrals.published_referral as
select referral_id, need_code, service_id, organisation_id, from_organisation_id, area_id, status, reason_code, sent_at, answered_at,
  ended_at, due_at, confirmation, confirmed_at, follows_referral_id, part_of_referral_id, depth, escalated_at
from referrals.referral
where status not in ('draft', 'entered-in-error');
