-- A partner without an account opens one referral by a link, answers, asks, and says what was done.

create schema if not exists partnerlinks;

create table partnerlinks.link (
  person_id uuid not null,
  link_id uuid not null,
  referral_id uuid not null,
  digest bytea not null,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  locale text not null check (locale in ('ar', 'fr', 'en')),
  is_sent boolean not null default false,
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  opened_count integer not null default 0,
  opened_at timestamptz,
  primary key (person_id, link_id),
  foreign key (person_id, referral_id) references referrals.referral (person_id, referral_id)
);
comment on table partnerlinks.link is 'An address that opens one referral for the organisation that was asked, and nothing else; only its digest is kept.';
comment on column partnerlinks.link.is_sent is 'Sent to the organisation by the way that it prefers; else whoever made it handed it over.';
comment on column partnerlinks.link.opened_count is 'How often it was opened: a link that went round shows here.';
create index link_digest on partnerlinks.link (digest);
create index link_referral on partnerlinks.link (referral_id);

create table partnerlinks.question (
  person_id uuid not null,
  question_id uuid not null,
  referral_id uuid not null,
  side text not null check (side in ('requester', 'target')),
  words text not null,
  account_id uuid,
  asked_at timestamptz not null,
  primary key (person_id, question_id),
  foreign key (person_id, referral_id) references referrals.referral (person_id, referral_id)
);
comment on table partnerlinks.question is 'What the two organisations of a referral asked each other about it, in order.';
create index question_referral on partnerlinks.question (referral_id, asked_at);

-- The second wall: whoever sent the referral, and whoever holds the link, by its digest.
alter table partnerlinks.link enable row level security;
create policy sent on partnerlinks.link to qantara_app using (exists (
  select from referrals.referral where referral.person_id = link.person_id and referral.referral_id = link.referral_id
    and (referral.from_organisation_id = any ((select people.my_circles())::uuid[])
      or referral.from_account_id = any ((select people.my_circles())::uuid[]))));
create policy held on partnerlinks.link for select to qantara_app
  using (digest = decode(nullif(current_setting('qantara.share', true), ''), 'hex'));
create policy opened on partnerlinks.link for update to qantara_app
  using (digest = decode(nullif(current_setting('qantara.share', true), ''), 'hex'));
create policy system on partnerlinks.link to qantara_system using (true);

alter table partnerlinks.question enable row level security;
create policy party on partnerlinks.question to qantara_app using (exists (
  select from referrals.referral where referral.person_id = question.person_id and referral.referral_id = question.referral_id
    and person_id <> all ((select people.my_circles())::uuid[])));
create policy system on partnerlinks.question to qantara_system using (true);
