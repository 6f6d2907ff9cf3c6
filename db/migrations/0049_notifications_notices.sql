-- Notices: what somebody is told, by which way, and what became of it (issue 5, notification channels).
create schema if not exists notifications;

create table notifications.text (
  text_id uuid primary key default gen_random_uuid(),
  template text not null,
  number integer not null check (number > 0),
  state text not null check (state in ('drafted', 'published', 'superseded')),
  words jsonb not null,
  version integer not null default 1,
  written_by uuid,
  written_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  superseded_at timestamptz,
  unique (template, number),
  check ((state = 'drafted') = (published_at is null)),
  check ((state = 'superseded') = (superseded_at is not null))
);
comment on table notifications.text is 'What a template says, as this region wrote it, by version; a published one is never changed. Without one the words that are shipped hold.';
comment on column notifications.text.words is 'For each language: subject, body, short and disguised.';
create unique index text_published on notifications.text (template) where state = 'published';
create unique index text_drafted on notifications.text (template) where state = 'drafted';

create function notifications.keep_published_text() returns trigger language plpgsql as $$
begin
  if old.state <> 'drafted' and (tg_op = 'DELETE' or new.state = 'drafted' or new.words is distinct from old.words
    or new.number <> old.number or new.template <> old.template or new.published_at <> old.published_at) then
    raise exception 'a published text of a notice is never changed' using errcode = '55000';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger published_stays before update or delete on notifications.text
  for each row execute function notifications.keep_published_text();

create table notifications.notice (
  notice_id uuid primary key,
  template text not null,
  recipient text not null check (recipient in ('account', 'organisation', 'person')),
  account_id uuid,
  organisation_id uuid,
  urgency text not null check (urgency in ('now', 'soon')),
  sealed text not null,
  told_by uuid,
  told_by_organisation_id uuid,
  at timestamptz not null,
  read_at timestamptz,
  check ((recipient = 'account') = (account_id is not null)),
  check ((recipient = 'organisation') = (organisation_id is not null))
);
comment on table notifications.notice is 'One thing that somebody is told. Which person it is for stands apart, in addressee.';
comment on column notifications.notice.sealed is 'Sealed under the region''s secret: the values, and what it is about. A link in them opens something.';
comment on column notifications.notice.told_by is 'On whose account it was said; none where the region itself says it.';
create index notice_account on notifications.notice (account_id, at desc) where account_id is not null;
create index notice_unread on notifications.notice (account_id) where read_at is null and account_id is not null;
create index notice_at on notifications.notice (at);

create table notifications.addressee (
  person_id uuid not null references people.person (person_id),
  notice_id uuid not null references notifications.notice (notice_id),
  primary key (person_id, notice_id)
);
comment on table notifications.addressee is 'Which person a notice is for.';
create index addressee_notice on notifications.addressee (notice_id);

create table notifications.message (
  message_id uuid primary key,
  notice_id uuid not null references notifications.notice (notice_id),
  channel text not null check (channel in ('open', 'email', 'sms')),
  state text not null check (state in ('waiting', 'postponed', 'sending', 'sent', 'delivered', 'unsure', 'held', 'failed', 'bounced')),
  why text,
  due_at timestamptz not null,
  attempts integer not null default 0,
  claimed_at timestamptz,
  claim uuid,
  changed_at timestamptz not null,
  provider_id text,
  address_digest bytea,
  text_number integer,
  parts integer
);
comment on table notifications.message is 'One try to reach somebody outside the app, and where it stands.';
comment on column notifications.message.channel is 'open: chosen at the moment of sending, when preferences and safe contact are asked; then the way that it was.';
comment on column notifications.message.why is 'A code, never words: why it is held, postponed, failed or bounced.';
comment on column notifications.message.claim is 'Of the one try that holds it: another server''s answer to an older try changes nothing.';
comment on column notifications.message.address_digest is 'The keyed digest of the address that was used, so that a refusal that comes later marks it. Holds no address.';
comment on column notifications.message.text_number is 'Which version of the words was sent; 0 for those that are shipped.';
create index message_due on notifications.message (due_at) where state in ('waiting', 'postponed');
create index message_sending on notifications.message (claimed_at) where state = 'sending';
create index message_notice on notifications.message (notice_id);
create index message_changed on notifications.message (changed_at desc, message_id desc);

create table notifications.step (
  step_id uuid primary key default gen_random_uuid(),
  message_id uuid not null references notifications.message (message_id),
  state text not null,
  why text,
  at timestamptz not null,
  told_at timestamptz
);
comment on table notifications.step is 'Every state that a message came to. Those that were written outside a transaction are told to the history afterwards.';
create index step_message on notifications.step (message_id, at);
create index step_untold on notifications.step (at) where told_at is null;

create table notifications.said (
  digest bytea primary key,
  at timestamptz not null
);
comment on table notifications.said is 'Keyed digests of template, recipient and subject, so that nobody is told the same thing twice within a time. Names nobody.';

create table notifications.dead_address (
  digest bytea primary key,
  channel text not null check (channel in ('email', 'sms')),
  why text not null,
  at timestamptz not null
);
comment on table notifications.dead_address is 'Keyed digests of addresses that a provider refused for good: not used until they are corrected or tried again. Holds no address.';

create table notifications.receipt (
  digest bytea primary key,
  at timestamptz not null
);
comment on table notifications.receipt is 'Receipts of a provider that were taken, so that none is taken twice.';

create table notifications.captured (
  captured_id uuid primary key default gen_random_uuid(),
  message_id uuid not null references notifications.message (message_id),
  channel text not null check (channel in ('email', 'sms')),
  hint text not null,
  locale text not null check (locale in ('ar', 'fr', 'en')),
  sealed text not null,
  parts integer,
  at timestamptz not null
);
comment on table notifications.captured is 'What the sample region would have sent. The address of a person is never in it, only its last two characters.';
comment on column notifications.captured.sealed is 'Sealed: the subject, the words and the page of the letter.';
create index captured_at on notifications.captured (at desc);

create table notifications.account_preference (
  account_id uuid primary key,
  locale text check (locale in ('ar', 'fr', 'en')),
  channels jsonb not null default '{}',
  sealed_number text,
  quiet_from text,
  quiet_until text,
  on_duty_until timestamptz,
  version integer not null default 1,
  check ((quiet_from is null) = (quiet_until is null))
);
comment on table notifications.account_preference is 'How somebody of the staff wants to be told, beside the list in the app.';
comment on column notifications.account_preference.channels is 'For each topic: app, email or sms.';
comment on column notifications.account_preference.on_duty_until is 'Until then what is urgent passes their quiet hours.';

create table notifications.organisation_preference (
  organisation_id uuid primary key references organisations.organisation (organisation_id),
  channel text not null check (channel in ('email', 'sms', 'none')),
  locale text not null check (locale in ('ar', 'fr', 'en')),
  email text,
  phone text,
  quiet_from text,
  quiet_until text,
  version integer not null default 1,
  written_by uuid,
  written_at timestamptz not null,
  check ((quiet_from is null) = (quiet_until is null))
);
comment on table notifications.organisation_preference is 'Where and how an organisation wants its messages; without one, its published address.';

-- Whom a notice is for: only those who reach the person. Whoever tells them something may know no more of them than that they are there.
alter table notifications.addressee enable row level security;
create policy reached on notifications.addressee for select to qantara_app using (exists (
  select from people.reach where reach.person_id = addressee.person_id and reach.kind <> 'shared'));
create policy told on notifications.addressee for insert to qantara_app with check (true);
create policy system on notifications.addressee to qantara_system using (true);
