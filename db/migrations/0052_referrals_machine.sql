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

create table referrals.candidate (
  person_id uuid not null,
  referral_id uuid not null,
  service_id uuid not null references directory.service (service_id),
  organisation_id uuid not null references organisations.organisation (organisation_id),
  from_organisation_id uuid not null references organisations.organisation (organisation_id),
  need_code text not null references directory.need (need_code),
  area_id uuid references territory.area (area_id),
  priority text not null check (priority in ('routine', 'this_week', 'tonight')),
  languages text[] not null default '{}',
  record_class text not null,
  consent_id uuid,
  override_id uuid,
  state text not null check (state in ('offered', 'claimed', 'lost', 'declined', 'withdrawn')),
  reason_code text,
  offered_at timestamptz not null,
  ended_at timestamptz,
  primary key (person_id, referral_id, service_id),
  foreign key (person_id, referral_id) references referrals.referral (person_id, referral_id)
);
comment on table referrals.candidate is 'A service that an open request was offered to: all that its organisation may know before it claims.';
comment on column referrals.candidate.area_id is 'The town, never nearer: nobody is found by it.';
create index candidate_inbox on referrals.candidate (organisation_id, offered_at desc) where state = 'offered';

alter table referrals.candidate enable row level security;
create policy asked on referrals.candidate to qantara_app using (
  (organisation_id = any ((select people.my_circles())::uuid[]) and record_class = any ((select people.my_marks('class'))::text[]))
  or from_organisation_id = any ((select people.my_circles())::uuid[]));
create policy system on referrals.candidate to qantara_system using (true);

create function referrals.claim(which uuid, service uuid, claimed_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  one referrals.candidate;
begin
  select * into one from referrals.candidate
  where candidate.referral_id = which and candidate.service_id = service and candidate.state in ('offered', 'lost')
    and candidate.organisation_id = any (people.my_circles()) and candidate.record_class = any (people.my_marks('class'));
  if not found then
    return 'not_found';
  end if;
  perform 1 from referrals.referral
  where referral.person_id = one.person_id and referral.referral_id = which and referral.status = 'requested'
    and referral.organisation_id is null for update;
  if not found then
    return 'taken';
  end if;
  update referrals.referral set service_id = one.service_id, organisation_id = one.organisation_id, consent_id = one.consent_id,
    override_id = one.override_id, version = version + 1
  where referral.person_id = one.person_id and referral.referral_id = which;
  update referrals.candidate set state = case when candidate.service_id = service then 'claimed' else 'lost' end, ended_at = claimed_at
  where candidate.person_id = one.person_id and candidate.referral_id = which and candidate.state = 'offered';
  return 'claimed';
end $$;
comment on function referrals.claim(uuid, uuid, timestamptz) is
  'A candidate takes an open request, which it could not see before: the first holds, under a lock; whoever comes later is told.';

create table referrals.onward (
  person_id uuid not null,
  referral_id uuid not null,
  onward_id uuid not null,
  from_organisation_id uuid not null,
  kind text not null check (kind in ('refer_on', 'split')),
  service_id uuid not null references directory.service (service_id),
  state text not null check (state in ('asked', 'sent', 'back', 'decided')),
  reason_code text,
  next_referral_id uuid,
  asked_at timestamptz not null,
  decided_at timestamptz,
  primary key (person_id, referral_id, onward_id),
  foreign key (person_id, referral_id) references referrals.referral (person_id, referral_id)
);
comment on table referrals.onward is 'That a request goes on to another service, in its place or for a part of it; back with who asked first where nothing lets it.';
create index onward_back on referrals.onward (from_organisation_id, asked_at) where state = 'back';

alter table referrals.onward enable row level security;
create policy party on referrals.onward to qantara_app using (exists (
  select from referrals.referral where referral.person_id = onward.person_id and referral.referral_id = onward.referral_id));
create policy system on referrals.onward to qantara_system using (true);

create table referrals.wait_entry (
  person_id uuid not null,
  referral_id uuid not null,
  entry_id uuid not null,
  service_id uuid not null references directory.service (service_id),
  organisation_id uuid not null references organisations.organisation (organisation_id),
  rank smallint not null check (rank between 0 and 2),
  place_at timestamptz not null,
  state text not null check (state in ('waiting', 'offered', 'accepted', 'declined', 'expired', 'left')),
  reason_code text,
  joined_at timestamptz not null,
  offered_at timestamptz,
  expires_at timestamptz,
  ended_at timestamptz,
  primary key (person_id, referral_id, entry_id),
  foreign key (person_id, referral_id) references referrals.referral (person_id, referral_id)
);
comment on table referrals.wait_entry is 'Somebody on the waiting list of a service: why their referral is on hold, and in which order they come.';
comment on column referrals.wait_entry.rank is 'By priority: 0 tonight, 1 this week, 2 routine.';
comment on column referrals.wait_entry.place_at is 'The order within a rank: when they joined, unless they were moved, with a reason that the history has.';
create unique index wait_entry_live on referrals.wait_entry (person_id, referral_id) where state in ('waiting', 'offered');
create index wait_entry_order on referrals.wait_entry (service_id, rank, place_at, entry_id) where state in ('waiting', 'offered');
create index wait_entry_expires on referrals.wait_entry (expires_at) where state = 'offered';

alter table referrals.wait_entry enable row level security;
create policy party on referrals.wait_entry to qantara_app using (exists (
  select from referrals.referral where referral.person_id = wait_entry.person_id and referral.referral_id = wait_entry.referral_id));
create policy system on referrals.wait_entry to qantara_system using (true);

create table referrals.wait_rule (
  service_id uuid primary key references directory.service (service_id),
  tells_number boolean not null,
  updated_at timestamptz not null
);
comment on table referrals.wait_rule is 'Whether a service tells people how many come before them; where it says nothing they are told their state alone.';

create function referrals.number_before(whose uuid, which uuid) returns bigint language sql stable security definer set search_path = pg_catalog
begin atomic
  select (select count(*) from referrals.wait_entry as other
    where other.service_id = mine.service_id and other.state in ('waiting', 'offered')
      and (other.rank, other.place_at, other.entry_id) < (mine.rank, mine.place_at, mine.entry_id))
  from referrals.wait_entry as mine join referrals.wait_rule using (service_id)
  where mine.person_id = whose and mine.referral_id = which and mine.state in ('waiting', 'offered') and wait_rule.tells_number
    and whose = any (people.my_circles());
end;
comment on function referrals.number_before(uuid, uuid) is 'How many come before somebody, for themselves alone, and only where the service says so.';

create table referrals.care_plan (
  person_id uuid primary key,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  lead_account_id uuid not null,
  next_review_on date not null,
  started_at timestamptz not null,
  version integer not null default 1
);
comment on table referrals.care_plan is 'Several needs of one person with one navigator who leads (W3): exactly one, of the organisation that looks after the person.';

create table referrals.care_goal (
  person_id uuid not null references referrals.care_plan (person_id),
  goal_id uuid not null,
  need_code text not null references directory.need (need_code),
  words text not null,
  state text not null check (state in ('active', 'reached', 'given_up')),
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (person_id, goal_id)
);
comment on table referrals.care_goal is 'What is to come of one need; the referrals of that need serve it.';
comment on column referrals.care_goal.words is 'Said with the person, who reads it too.';

create table referrals.care_plan_entry (
  person_id uuid not null references referrals.care_plan (person_id),
  entry_id uuid not null,
  kind text not null check (kind in ('started', 'lead_changed', 'reviewed', 'goal_added', 'goal_reached', 'goal_given_up')),
  reason_code text,
  lead_account_id uuid not null,
  account_id uuid,
  at timestamptz not null,
  primary key (person_id, entry_id)
);
comment on table referrals.care_plan_entry is 'What became of a care plan, in order: who led it when, and when it was looked at.';

alter table referrals.care_plan enable row level security;
create policy reached on referrals.care_plan for select to qantara_app using (exists (
  select from people.reach where reach.person_id = care_plan.person_id and reach.kind <> 'shared'));
create policy added on referrals.care_plan for insert to qantara_app with check (exists (
  select from people.reach where reach.person_id = care_plan.person_id and reach.kind not in ('shared', 'own')));
create policy changed on referrals.care_plan for update to qantara_app using (exists (
  select from people.reach where reach.person_id = care_plan.person_id and reach.kind not in ('shared', 'own')));
create policy system on referrals.care_plan to qantara_system using (true);

alter table referrals.care_goal enable row level security;
create policy reached on referrals.care_goal for select to qantara_app using (exists (
  select from people.reach where reach.person_id = care_goal.person_id and reach.kind <> 'shared'));
create policy added on referrals.care_goal for insert to qantara_app with check (exists (
  select from people.reach where reach.person_id = care_goal.person_id and reach.kind not in ('shared', 'own')));
create policy changed on referrals.care_goal for update to qantara_app using (exists (
  select from people.reach where reach.person_id = care_goal.person_id and reach.kind not in ('shared', 'own')));
create policy system on referrals.care_goal to qantara_system using (true);

alter table referrals.care_plan_entry enable row level security;
create policy reached on referrals.care_plan_entry for select to qantara_app using (exists (
  select from people.reach where reach.person_id = care_plan_entry.person_id and reach.kind <> 'shared'));
create policy added on referrals.care_plan_entry for insert to qantara_app with check (exists (
  select from people.reach where reach.person_id = care_plan_entry.person_id and reach.kind not in ('shared', 'own')));
create policy system on referrals.care_plan_entry to qantara_system using (true);
