-- An account of openings that an outsider can trust: openings in the chain, checkpoints, a second person, and the room of the privacy officer.

alter table identity.account drop constraint account_role_check;
alter table identity.account add constraint account_role_check
  check (role in ('navigator', 'partner', 'planner', 'administrator', 'inspector', 'librarian', 'privacy_officer'));

create table platform.opening (
  opening_id uuid primary key,
  kind text not null,
  channel text not null check (channel in ('page', 'api', 'export', 'offline', 'system', 'older')),
  actor_kind text not null check (actor_kind in ('anyone', 'account', 'resident', 'system')),
  account_id uuid,
  organisation_id uuid,
  call_ref uuid not null,
  rules text[] not null,
  whose text[] not null,
  at timestamptz not null,
  stream smallint not null,
  position bigint not null,
  ordinal integer not null,
  digest bytea not null,
  hash bytea not null,
  unique (stream, position, ordinal)
);
create index opening_at on platform.opening (at);
create index opening_account on platform.opening (account_id, at);
comment on table platform.opening is 'Every opening of records, a link of the chain as every change is: who, what kind, when, by which channel and rule. Never changed, never deleted.';
comment on column platform.opening.channel is 'older: an entry from before openings were chained, sealed as it was found when they began to be.';
comment on column platform.opening.call_ref is 'The call that opened it; events of the same call have it as their command_ref.';
comment on column platform.opening.rules is 'For each person, in order, the rule that let them be reached: own, looks_after, intake, shared, or one that the use case names; none where nothing does.';
comment on column platform.opening.whose is 'For each person, in order, the salted digest of their row in access_entry; a search that found nobody has none.';
comment on column platform.opening.digest is 'SHA-256 of this opening, as platform.digest_of_opening writes it down.';

create function platform.rule_of(person uuid, circles uuid[]) returns table (rule text, basis_id uuid) language sql stable parallel safe
begin atomic
  select case when reach.circle_id = '00000000-0000-7000-8000-00000000001e' then 'intake' else reach.kind end,
    case when reach.kind = 'shared' then reach.basis_id end
  from people.reach
  where reach.person_id = person and reach.circle_id = any (circles) and (reach.until is null or reach.until > now())
  order by case reach.kind when 'own' then 0 when 'looks_after' then 1 else 2 end, reach.circle_id = '00000000-0000-7000-8000-00000000001e', reach.basis_id
  limit 1;
end;
comment on function platform.rule_of(uuid, uuid[]) is 'By which rule these circles reach a person at this moment: the word of the second wall, not of the use case.';

create function platform.digest_of_opened(salt bytea, person uuid, subject uuid, basis uuid, reason text) returns text language sql immutable parallel safe
  return encode(sha256(salt || convert_to(person::text || '|' || coalesce(subject::text, '') || '|' || coalesce(basis::text, '') || '|' || coalesce(reason, ''), 'UTF8')), 'hex');
comment on function platform.digest_of_opened(bytea, uuid, uuid, uuid, text) is 'The salted digest of whose record was opened: it stays in the chain when the row is erased.';

create function platform.digest_of_opening(facts text[], rules text[], whose text[]) returns bytea language sql stable parallel safe
  return sha256(convert_to(array_to_string(facts, '|', '') || '|' || array_to_string(rules, ',') || '|' || array_to_string(whose, ','), 'UTF8'));
comment on function platform.digest_of_opening(text[], text[], text[]) is 'Identifier, kind, channel, kind of actor, account, organisation, call and moment (UTC, milliseconds), then rules, then digests. Changing it breaks every chain already written.';

alter table platform.access_entry rename to older_access_entry;
alter table platform.older_access_entry rename constraint access_entry_pkey to older_access_entry_pkey;

create table platform.access_entry (
  person_id uuid not null,
  opening_id uuid not null,
  ordinal integer not null,
  subject_id uuid,
  basis_id uuid,
  reason text,
  salt bytea not null,
  primary key (person_id, opening_id, ordinal)
);
create index access_entry_opening on platform.access_entry (opening_id);
comment on table platform.access_entry is 'Whose record an opening opened, beside the chain: erasing a row leaves the chain whole.';
comment on column platform.access_entry.ordinal is 'Which of the people of the opening this is, from 1: its place in whose and rules.';
comment on column platform.access_entry.basis_id is 'The consent that let the reader reach the person, where one did.';

-- Entries from before: put into the chain as they are found, five hundred a link, so that from here on they cannot be changed either.
do $$
declare links bigint; summed bytea; head platform.chain_head;
begin
  create temporary table older on commit drop as
    select entry.*, gen_random_uuid() as call_ref, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')) as salt,
      (row_number() over (order by entry.at, entry.access_id, entry.person_id) - 1) / 500 as link,
      (row_number() over (order by entry.at, entry.access_id, entry.person_id) - 1) % 500 as ordinal
    from platform.older_access_entry as entry;
  select coalesce(max(link) + 1, 0) into links from older;
  for one in 0 .. links - 1 loop
    create temporary table linked as
      select older.*, array[platform.digest_of_opened(salt, person_id, subject_id, null, reason)] as whose,
        platform.digest_of_opening(array[access_id::text, kind, 'older', case when account_id is null then 'resident' else 'account' end,
          account_id::text, organisation_id::text, call_ref::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')],
          array['older'], array[platform.digest_of_opened(salt, person_id, subject_id, null, reason)]) as digest
      from older where link = one;
    select sha256(string_agg(digest, ''::bytea order by ordinal)) into summed from linked;
    update platform.chain_head set position = position + 1, hash = sha256(hash || summed) where stream = one % 64 returning * into head;
    insert into platform.opening (opening_id, kind, channel, actor_kind, account_id, organisation_id, call_ref, rules, whose, at, stream, position, ordinal, digest, hash)
    select access_id, kind, 'older', case when account_id is null then 'resident' else 'account' end, account_id, organisation_id, call_ref,
      array['older'], whose, at, head.stream, head.position, ordinal, digest, head.hash from linked;
    insert into platform.access_entry (person_id, opening_id, ordinal, subject_id, reason, salt)
    select person_id, access_id, 1, subject_id, reason, salt from linked;
    drop table linked;
  end loop;
end $$;
drop table platform.older_access_entry;

create table platform.checkpoint (
  number bigint primary key,
  at timestamptz not null,
  body text not null,
  digest bytea not null,
  signature bytea not null
);
comment on table platform.checkpoint is 'The heads of all streams at one moment, signed, and joined to the checkpoint before. What is kept outside proves what stood here.';
comment on column platform.checkpoint.body is 'What is signed, to the letter: number, moment, heads, how much they account for, digest of the one before, key.';
comment on column platform.checkpoint.digest is 'SHA-256 of the body.';
comment on column platform.checkpoint.signature is 'Ed25519 over the body, by a key derived from the region''s secret.';

create table platform.checkpoint_copy (
  number bigint not null,
  keeper text not null,
  at timestamptz not null,
  primary key (number, keeper)
);
comment on table platform.checkpoint_copy is 'Which checkpoint has reached which place outside.';

create table platform.assent (
  assent_id uuid primary key,
  kind text not null,
  about jsonb not null,
  reason text not null,
  state text not null check (state in ('asked', 'agreed', 'refused', 'used')),
  asked_by uuid not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer_note text,
  used_at timestamptz,
  check (answered_by <> asked_by)
);
create index assent_asked on platform.assent (kind, asked_at);
comment on table platform.assent is 'A step that needs two people: one asks, another agrees, the first uses it once, all within a day.';
comment on column platform.assent.about is 'What was asked and agreed to, to the letter; identifiers and codes only.';

alter table platform.opening enable row level security;
create policy told on platform.opening for insert to qantara_app with check (true);
create policy oversight on platform.opening for select to qantara_app using ('00000000-0000-7000-8000-00000000003e' = any ((select people.my_circles())::uuid[]));
create policy reached on platform.opening for select to qantara_app using (exists (select from platform.access_entry where access_entry.opening_id = opening.opening_id));
create policy system on platform.opening to qantara_system using (true);

alter table platform.access_entry enable row level security;
create policy told on platform.access_entry for insert to qantara_app with check (true);
create policy oversight on platform.access_entry for select to qantara_app using ('00000000-0000-7000-8000-00000000003e' = any ((select people.my_circles())::uuid[]));
create policy reached on platform.access_entry for select to qantara_app using (
  exists (select from people.reach where reach.person_id = access_entry.person_id and reach.kind <> 'shared'));
create policy system on platform.access_entry to qantara_system using (true);

create function people.ids_by_name(first text, others text[]) returns setof uuid language sql stable security definer set search_path = pg_catalog
begin atomic
  select name_token.person_id from people.name_token
  where name_token.token = first
    and (select count(*) from people.name_token as other where other.person_id = name_token.person_id and other.token = any (others)) = cardinality(others)
    and '00000000-0000-7000-8000-00000000003e' = any (people.my_circles())
  limit 200;
end;
comment on function people.ids_by_name(text, text[]) is 'Who is called so, for the one who asks who opened their record: identifiers alone, and to that role alone.';

create schema if not exists oversight;

create table oversight.finding (
  person_id uuid not null,
  finding_id uuid not null,
  pattern text not null check (pattern in ('same_name', 'after_hours', 'no_relation', 'many_openings', 'searches_without_opening', 'own_record')),
  account_id uuid not null,
  organisation_id uuid,
  on_day date not null,
  openings integer not null,
  measured double precision not null,
  threshold double precision not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  state text not null check (state in ('open', 'fine', 'follow_up', 'misuse')),
  note text,
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  found_at timestamptz not null,
  primary key (person_id, finding_id),
  unique (person_id, account_id, pattern, on_day),
  check (decided_by <> account_id)
);
create index finding_open on oversight.finding (found_at, finding_id) where state = 'open';
create index finding_id on oversight.finding (finding_id);
comment on table oversight.finding is 'Openings worth a look, as the rules of the domain found them, and what a privacy officer decided.';
comment on column oversight.finding.person_id is 'Whose record; zeros where the pattern is about an account and no one person.';
comment on column oversight.finding.measured is 'What was counted, and beside it the threshold that it passed, as they were that night.';

create table oversight.export (
  export_id uuid primary key,
  assent_id uuid not null unique references platform.assent (assent_id),
  made_by uuid not null,
  made_at timestamptz not null,
  rows integer not null,
  digest bytea not null
);
comment on table oversight.export is 'Each file of the log that left: who fetched it, who agreed, how many rows, and its SHA-256. The file itself is not kept.';

create table oversight.legal_hold (
  person_id uuid not null,
  hold_id uuid not null,
  reason text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (person_id, hold_id)
);
comment on table oversight.legal_hold is 'While one stands, nothing about the person is removed by the clock.';

create table oversight.retention_run (
  run_id uuid primary key,
  is_trial boolean not null,
  at timestamptz not null,
  report jsonb not null
);
comment on table oversight.retention_run is 'What the rules of retention removed, or would have: counts by class.';

alter table oversight.finding enable row level security;
create policy oversight on oversight.finding to qantara_app using ('00000000-0000-7000-8000-00000000003e' = any ((select people.my_circles())::uuid[]));
create policy system on oversight.finding to qantara_system using (true);
alter table oversight.legal_hold enable row level security;
create policy oversight on oversight.legal_hold to qantara_app using ('00000000-0000-7000-8000-00000000003e' = any ((select people.my_circles())::uuid[]));
create policy system on oversight.legal_hold to qantara_system using (true);
