-- Consent as a policy: texts by version, who gave it, refusals, receipts, sharing without consent by a lawful basis, and corrections
-- that the person asks for.

create table people.setting (
  is_only boolean primary key default true check (is_only),
  setting_id uuid not null default gen_random_uuid(),
  age_of_majority smallint not null default 18 check (age_of_majority between 12 and 25)
);
comment on table people.setting is 'What the law of the region sets for people and their consents; one row.';
insert into people.setting default values;

create table people.consent_text (
  purpose text not null check (purpose in ('referral', 'follow_up')),
  number integer not null check (number > 0),
  text_id uuid not null default gen_random_uuid(),
  state text not null check (state in ('drafted', 'published', 'superseded')),
  words jsonb not null,
  version integer not null default 1,
  written_by uuid,
  written_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  superseded_at timestamptz,
  primary key (purpose, number),
  check ((state = 'drafted') = (published_at is null)),
  check ((state = 'superseded') = (superseded_at is not null))
);
comment on table people.consent_text is 'What is read to a person before they agree, by purpose and version; a published one is never changed.';
create unique index consent_text_published on people.consent_text (purpose) where state = 'published';
create unique index consent_text_drafted on people.consent_text (purpose) where state = 'drafted';

create function people.keep_published_text() returns trigger language plpgsql as $$
begin
  if old.state <> 'drafted' and (tg_op = 'DELETE' or new.state = 'drafted' or new.words is distinct from old.words
    or new.number <> old.number or new.purpose <> old.purpose or new.published_at <> old.published_at) then
    raise exception 'a published consent text is never changed' using errcode = '55000';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger published_stays before update or delete on people.consent_text
  for each row execute function people.keep_published_text();

-- The first version is what the page had people read out before texts had versions.
insert into people.consent_text (purpose, number, state, words, written_at, published_at) values
('referral', 1, 'published', jsonb_build_object(
  'ar', 'نريد أن نخبر جهة أخرى لتساعدك. سنقول لك اسمها وما سنقوله لها بالضبط. لا نقول شيئًا غير ذلك ولا لأحد غيرها. لك أن تقول لا، وستبقى مساعدتنا كما هي. ولك أن تتراجع متى شئت، فلا يعود بإمكانها أن تعرف من أنت. هل توافق؟',
  'fr', 'Nous voudrions parler de vous à une autre organisation pour qu’elle vous aide. Nous vous dirons son nom, et exactement ce que nous lui dirons. Rien d’autre, et à personne d’autre. Vous pouvez dire non : nous continuerons à vous aider. Vous pouvez changer d’avis quand vous voulez : elle ne pourra plus voir qui vous êtes. Êtes-vous d’accord ?',
  'en', 'We would like to tell another organisation about you so that they can help. We will tell you its name, and exactly what we will say. Nothing else, and to nobody else. You can say no: we will go on helping you. You can change your mind whenever you like: then they can no longer see who you are. Do you agree?'), now(), '2024-01-01T00:00:00Z'),
('follow_up', 1, 'published', jsonb_build_object(
  'ar', 'بعد أن تنال المساعدة نودّ أن نسأل الجهة التي ساعدتك كيف سارت الأمور، وأن نخبرها بما تقوله لنا. نسمّي لك الجهة قبل أن نسألها. لك أن تقول لا، وستبقى مساعدتنا كما هي. ولك أن تتراجع متى شئت. هل توافق؟',
  'fr', 'Une fois l’aide reçue, nous voudrions demander à l’organisation qui vous a aidé comment cela s’est passé, et lui dire ce que vous nous en dites. Nous vous disons son nom avant de lui demander. Vous pouvez dire non : nous continuerons à vous aider. Vous pouvez changer d’avis quand vous voulez. Êtes-vous d’accord ?',
  'en', 'Once you have had help, we would like to ask the organisation that helped you how it went, and to tell it what you say about it. We tell you its name before we ask. You can say no: we will go on helping you. You can change your mind whenever you like. Do you agree?'), now(), '2024-01-01T00:00:00Z');

alter table people.consent
  add column text_number integer,
  add column direction text not null default 'both' check (direction in ('to_partners', 'from_partners', 'both')),
  add column minority text not null default 'unknown' check (minority in ('adult', 'minor', 'perhaps', 'unknown')),
  add column proxy_relation text
    check (proxy_relation in ('parent', 'guardian', 'child_protection', 'legal_representative', 'mandate_holder')),
  add column proxy_name text,
  add column child_assent text check (child_assent in ('agreed', 'too_young', 'unable')),
  add column alone_reason text check (alone_reason in ('best_interest', 'mature_minor')),
  add constraint consent_of_text foreign key (purpose, text_number) references people.consent_text (purpose, number),
  add constraint consent_proxy check ((proxy_relation is null) = (proxy_name is null)),
  add constraint consent_assent check (child_assent is null or proxy_relation is not null),
  add constraint consent_alone check (alone_reason is null or proxy_relation is null);
comment on column people.consent.text_number is 'The version of the text that was read, in the language of locale; null before texts had versions.';
comment on column people.consent.direction is 'Whether the organisation tells the partners, they tell it, or both.';
comment on column people.consent.minority is 'Whether the person was of age on that day, as far as their birth was known.';
comment on column people.consent.proxy_relation is 'Who gave it in the person''s place; null where the person did.';
comment on column people.consent.proxy_name is 'In whose name it was given, where the person did not give it themselves.';
comment on column people.consent.child_assent is 'The child''s own word, beside that of whoever decides for them.';
comment on column people.consent.alone_reason is 'Why somebody under age decided alone.';
create index consent_withdrawn on people.consent (withdrawn_at) where withdrawn_at is not null;

create table people.consent_refusal (
  person_id uuid not null references people.person (person_id),
  refusal_id uuid not null,
  purpose text not null check (purpose in ('referral', 'follow_up')),
  categories text[] not null check (cardinality(categories) > 0),
  recipients uuid[] not null check (cardinality(recipients) > 0),
  text_number integer not null,
  locale text not null check (locale in ('ar', 'fr', 'en')),
  given_how text not null check (given_how in ('spoken', 'written')),
  said_by text not null check (said_by in ('person', 'proxy', 'child')),
  reason_code text check (reason_code in ('distrust', 'privacy', 'safety', 'no_need', 'later', 'other')),
  reason text,
  asked_by uuid,
  asked_by_organisation_id uuid references organisations.organisation (organisation_id),
  refused_at timestamptz not null,
  primary key (person_id, refusal_id),
  foreign key (purpose, text_number) references people.consent_text (purpose, number)
);
comment on table people.consent_refusal is 'A person said no: who asked, for what, with which text. It is never a consent, and nobody asks again at once.';
comment on column people.consent_refusal.recipients is 'The partners that were asked for.';
comment on column people.consent_refusal.reason is 'In the person''s words, where they gave any.';

create table people.consent_receipt (
  person_id uuid not null,
  consent_id uuid not null,
  receipt_id uuid not null,
  form text not null check (form in ('named', 'discreet', 'none')),
  why_none text check (why_none in ('not_safe', 'not_wanted')),
  locale text not null check (locale in ('ar', 'fr', 'en')),
  link_digest bytea,
  shown jsonb,
  ends_at timestamptz not null,
  made_by uuid,
  made_at timestamptz not null,
  primary key (person_id, consent_id),
  foreign key (person_id, consent_id) references people.consent (person_id, consent_id),
  check ((form = 'none') = (why_none is not null)),
  check (form <> 'none' or link_digest is null)
);
comment on table people.consent_receipt is 'What a person took home of what they agreed to: paper that names nobody and an address, or neither where it is not safe.';
comment on column people.consent_receipt.link_digest is 'The keyed digest of the address''s secret; none once the consent is withdrawn.';
comment on column people.consent_receipt.shown is 'What the receipt holds, as it was given: no name of the person, no need.';
create unique index consent_receipt_link on people.consent_receipt (link_digest) where link_digest is not null;

create table people.sharing_override (
  person_id uuid not null references people.person (person_id),
  override_id uuid not null,
  purpose text not null check (purpose in ('referral', 'follow_up')),
  basis text not null check (basis in ('imminent_harm', 'child_at_risk', 'court_order', 'duty_to_report', 'cannot_consent')),
  reason text not null,
  categories text[] not null check (cardinality(categories) > 0),
  telling text not null check (telling in ('tell', 'endangers_person', 'endangers_other', 'court_forbids')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  recorded_by uuid,
  recorded_by_organisation_id uuid references organisations.organisation (organisation_id),
  primary key (person_id, override_id),
  check (starts_at < ends_at)
);
comment on table people.sharing_override is 'Sharing without consent, by a lawful basis: for named partners, some data and a short time, counted and told.';
comment on column people.sharing_override.telling is 'Whether the person is told of it, or why telling would endanger somebody.';
create index sharing_override_recent on people.sharing_override (starts_at desc);

create table people.sharing_override_recipient (
  person_id uuid not null,
  override_id uuid not null,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  primary key (person_id, override_id, organisation_id),
  foreign key (person_id, override_id) references people.sharing_override (person_id, override_id)
);
comment on table people.sharing_override_recipient is 'The named partners that may receive it.';

create table people.correction_request (
  person_id uuid not null references people.person (person_id),
  correction_id uuid not null,
  field text not null check (field in ('name', 'birth', 'language', 'contact', 'other')),
  what_is_wrong text not null,
  what_is_right text not null,
  status text not null check (status in ('waiting', 'accepted', 'declined')),
  record_version integer not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decline_reason text,
  primary key (person_id, correction_id),
  check ((status = 'waiting') = (decided_at is null)),
  check ((status = 'declined') = (decline_reason is not null))
);
comment on table people.correction_request is 'What a person says is wrong in their record; whoever looks after them writes it, or says why not.';
comment on column people.correction_request.record_version is 'The version of the record when it was asked.';
create index correction_waiting on people.correction_request (asked_at) where status = 'waiting';

alter table people.consent_refusal enable row level security;
create policy reached on people.consent_refusal for select to qantara_app using (exists (select from people.reach where reach.person_id = consent_refusal.person_id and reach.kind <> 'shared'));
create policy added on people.consent_refusal for insert to qantara_app with check (exists (select from people.reach where reach.person_id = consent_refusal.person_id and reach.kind <> 'shared'));
create policy system on people.consent_refusal to qantara_system using (true);

alter table people.consent_receipt enable row level security;
create policy reached on people.consent_receipt for select to qantara_app using (exists (select from people.reach where reach.person_id = consent_receipt.person_id and reach.kind <> 'shared'));
create policy added on people.consent_receipt for insert to qantara_app with check (exists (select from people.reach where reach.person_id = consent_receipt.person_id and reach.kind <> 'shared'));
create policy changed on people.consent_receipt for update to qantara_app using (exists (select from people.reach where reach.person_id = consent_receipt.person_id and reach.kind <> 'shared'));
create policy linked on people.consent_receipt for select to qantara_app
  using (link_digest = decode(nullif(current_setting('qantara.share', true), ''), 'hex'));
create policy system on people.consent_receipt to qantara_system using (true);

-- Of one that must not be told the person themselves sees nothing; a partner sees it only where it names them.
alter table people.sharing_override enable row level security;
create policy reached on people.sharing_override for select to qantara_app using (exists (
  select from people.reach where reach.person_id = sharing_override.person_id
    and (reach.kind <> 'shared' or reach.basis_id = sharing_override.override_id) and (reach.kind <> 'own' or sharing_override.telling = 'tell')));
create policy added on people.sharing_override for insert to qantara_app with check (exists (
  select from people.reach where reach.person_id = sharing_override.person_id and reach.kind not in ('shared', 'own')));
create policy changed on people.sharing_override for update to qantara_app using (exists (
  select from people.reach where reach.person_id = sharing_override.person_id and reach.kind not in ('shared', 'own')));
create policy system on people.sharing_override to qantara_system using (true);

alter table people.sharing_override_recipient enable row level security;
create policy reached on people.sharing_override_recipient for select to qantara_app using (exists (
  select from people.sharing_override where sharing_override.person_id = sharing_override_recipient.person_id
    and sharing_override.override_id = sharing_override_recipient.override_id));
create policy added on people.sharing_override_recipient for insert to qantara_app with check (exists (
  select from people.reach where reach.person_id = sharing_override_recipient.person_id and reach.kind not in ('shared', 'own')));
create policy system on people.sharing_override_recipient to qantara_system using (true);

alter table people.correction_request enable row level security;
create policy reached on people.correction_request for select to qantara_app using (exists (select from people.reach where reach.person_id = correction_request.person_id and reach.kind <> 'shared'));
create policy added on people.correction_request for insert to qantara_app with check (exists (select from people.reach where reach.person_id = correction_request.person_id and reach.kind = 'own'));
create policy changed on people.correction_request for update to qantara_app using (exists (select from people.reach where reach.person_id = correction_request.person_id and reach.kind not in ('shared', 'own')));
create policy system on people.correction_request to qantara_system using (true);

create function people.withdrawn_to_me(since timestamptz) returns table (consent_id uuid, withdrawn_at timestamptz)
language sql stable security definer set search_path = pg_catalog
begin atomic
  select consent.consent_id, consent.withdrawn_at
  from people.consent join people.consent_recipient as recipient
    on recipient.person_id = consent.person_id and recipient.consent_id = consent.consent_id
  where consent.withdrawn_at > since and recipient.organisation_id = any (people.my_circles());
end;
comment on function people.withdrawn_to_me(timestamptz) is 'The consents that named my organisation and were taken back: which and when, and nobody''s name.';

create function people.untold_overrides(person uuid) returns table (override_id uuid, organisation_id uuid)
language sql stable security definer set search_path = pg_catalog
begin atomic
  select one.override_id, recipient.organisation_id
  from people.sharing_override as one join people.sharing_override_recipient as recipient
    on recipient.person_id = one.person_id and recipient.override_id = one.override_id
  where one.person_id = person and one.telling <> 'tell' and person = any (people.my_circles());
end;
comment on function people.untold_overrides(uuid) is 'What must not be told to the person, for the server to leave out of what it shows them.';

create function people.overrides_for_oversight(since timestamptz) returns table (
  person_id uuid, override_id uuid, basis text, reason text, categories text[], telling text, starts_at timestamptz, ends_at timestamptz,
  ended_at timestamptz, recorded_by uuid, recorded_by_organisation_id uuid, recipients uuid[])
language sql stable security definer set search_path = pg_catalog
begin atomic
  select one.person_id, one.override_id, one.basis, one.reason, one.categories, one.telling, one.starts_at, one.ends_at, one.ended_at,
    one.recorded_by, one.recorded_by_organisation_id,
    array(select recipient.organisation_id from people.sharing_override_recipient as recipient
      where recipient.person_id = one.person_id and recipient.override_id = one.override_id)
  from people.sharing_override as one
  where one.starts_at > since and '00000000-0000-7000-8000-00000000003e' = any (people.my_circles())
  order by one.starts_at desc
  limit 1000;
end;
comment on function people.overrides_for_oversight(timestamptz) is 'Every sharing without consent, for the one who watches over it: no name, an identifier.';

create function people.count_consents(since timestamptz) returns table (word text, purpose text, text_number integer, reason_code text, count bigint)
language sql stable security definer set search_path = pg_catalog
begin atomic
  select counted.word, counted.purpose, counted.text_number, counted.reason_code, count(*) from (
    select 'agreed' as word, consent.purpose, consent.text_number, null as reason_code from people.consent where consent.created_at > since
    union all select 'withdrawn', consent.purpose, consent.text_number, null from people.consent where consent.withdrawn_at > since
    union all select 'refused', refusal.purpose, refusal.text_number, refusal.reason_code from people.consent_refusal as refusal where refusal.refused_at > since
  ) as counted
  where '00000000-0000-7000-8000-00000000003e' = any (people.my_circles())
  group by 1, 2, 3, 4;
end;
comment on function people.count_consents(timestamptz) is 'How often people agreed, took back and said no, by text and reason: figures alone.';

-- A referral goes by a consent or by a basis in its place.
alter table referrals.referral add column override_id uuid, add constraint referral_basis check (consent_id is null or override_id is null);
comment on column referrals.referral.override_id is 'The sharing without consent that let it pass, where no consent did.';
create index referral_consent on referrals.referral (consent_id) where consent_id is not null;
