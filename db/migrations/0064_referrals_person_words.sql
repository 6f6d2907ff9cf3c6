-- The person's own side: what they and who looks after them write to each other, and their word on the help, with its history.

create table referrals.message (
  person_id uuid not null,
  message_id uuid not null,
  side text not null check (side in ('person', 'navigator')),
  words text not null check (length(words) between 1 and 2000),
  account_id uuid,
  organisation_id uuid references organisations.organisation (organisation_id),
  at timestamptz not null,
  read_at timestamptz,
  read_by uuid,
  primary key (person_id, message_id),
  check ((side = 'navigator') = (account_id is not null))
);
comment on table referrals.message is 'What a person and whoever looks after them write to each other. No partner reads it.';
comment on column referrals.message.read_at is 'When somebody who looks after the person said that they have read it, or answered; of what a navigator wrote it stays empty.';
create index message_unread on referrals.message (person_id, at) where side = 'person' and read_at is null;

alter table referrals.message enable row level security;
create policy reached on referrals.message for select to qantara_app using (exists (
  select from people.reach where reach.person_id = message.person_id and reach.kind <> 'shared'
    and (reach.kind = 'own' or 'note' = any ((select people.my_marks('field'))::text[]))));
create policy added on referrals.message for insert to qantara_app with check (exists (
  select from people.reach where reach.person_id = message.person_id and reach.kind <> 'shared'
    and (reach.kind = 'own') = (message.side = 'person')));
create policy changed on referrals.message for update to qantara_app using (exists (
  select from people.reach where reach.person_id = message.person_id and reach.kind not in ('shared', 'own')));
create policy system on referrals.message to qantara_system using (true);

create table referrals.person_word (
  person_id uuid not null,
  referral_id uuid not null,
  word_id uuid not null,
  confirmation text not null check (confirmation in ('helped', 'partly_helped', 'not_helped')),
  rating smallint check (rating between 1 and 5),
  why_not text check (why_not in ('never_called', 'no_place', 'not_for_me', 'too_far', 'had_to_pay', 'papers_missing',
    'hours_do_not_fit', 'no_common_language', 'not_treated_well', 'not_enough', 'found_other_help', 'another_reason')),
  words text check (length(words) between 1 and 1000),
  is_last boolean not null,
  at timestamptz not null,
  primary key (person_id, referral_id, word_id),
  foreign key (person_id, referral_id) references referrals.referral (person_id, referral_id),
  check (rating is null or confirmation <> 'not_helped'),
  check (why_not is null or confirmation <> 'helped')
);
comment on table referrals.person_word is 'What the person said of the help, each time that they said it: the last holds, the others are its history.';
comment on column referrals.person_word.words is 'Their own words: for whoever looks after them, and for no partner.';
create unique index person_word_last on referrals.person_word (person_id, referral_id) where is_last;

alter table referrals.person_word enable row level security;
create policy reached on referrals.person_word for select to qantara_app using (exists (
  select from people.reach where reach.person_id = person_word.person_id and reach.kind <> 'shared'
    and (reach.kind = 'own' or 'need' = any ((select people.my_marks('field'))::text[]))));
create policy added on referrals.person_word for insert to qantara_app with check (exists (
  select from people.reach where reach.person_id = person_word.person_id and reach.kind = 'own'));
create policy changed on referrals.person_word for update to qantara_app using (exists (
  select from people.reach where reach.person_id = person_word.person_id and reach.kind = 'own'));
create policy system on referrals.person_word to qantara_system using (true);

-- Words that were said before there was a history are its beginning.
insert into referrals.person_word (person_id, referral_id, word_id, confirmation, is_last, at)
select person_id, referral_id, gen_random_uuid(), confirmation, true, coalesce(confirmed_at, created_at)
from referrals.referral where confirmation is not null;

create or replace view referrals.published_referral as
select referral.referral_id, referral.need_code, referral.service_id, referral.organisation_id, referral.from_organisation_id, referral.area_id,
  referral.status, referral.reason_code, referral.sent_at, referral.answered_at, referral.ended_at, referral.due_at, referral.confirmation,
  referral.confirmed_at, referral.follows_referral_id, referral.part_of_referral_id, referral.depth, referral.escalated_at,
  said.rating, said.why_not
from referrals.referral
left join referrals.person_word as said
  on said.person_id = referral.person_id and said.referral_id = referral.referral_id and said.is_last
where referral.status not in ('draft', 'entered-in-error');
