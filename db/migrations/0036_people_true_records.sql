-- A person's record that is true, safe and found once: safe contact as facts, several names, dates known in part, typing errors,
-- records that are not to be found, and two records of one person made one, reversibly.

alter table people.contact_point
  add column is_shared boolean not null default false,
  add column shared_with text,
  add column safe_days smallint[] not null default '{}' check (safe_days <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
  add column safe_from text check (safe_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column safe_until text check (safe_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column say_first text,
  add column ask_for text,
  add column present_as text,
  add column may_leave_message boolean not null default false,
  add column is_disguised boolean not null default false,
  add column contact_key text,
  add constraint contact_point_hours check ((safe_from is null) = (safe_until is null) and safe_from <> safe_until);
comment on column people.contact_point.shared_with is 'Who else answers or reads it.';
comment on column people.contact_point.safe_days is 'Days of the week, 1 is Monday; none named is every day.';
comment on column people.contact_point.safe_from is 'The hour of the region''s clock from which contact is safe; the end is not included, and may lie after midnight.';
comment on column people.contact_point.say_first is 'A word by which the person knows that it is us.';
comment on column people.contact_point.present_as is 'The name under which the caller presents themselves.';
comment on column people.contact_point.is_disguised is 'Whoever sees a message must not learn from it what it is about.';
comment on column people.contact_point.contact_key is 'The last digits of a number, or a mailbox in small letters: equal where two records have one way of contact.';
comment on column people.contact_point.note is 'What else is to be known about it, in plain words.';
update people.contact_point set contact_key = case
  when kind in ('phone', 'message') and length(regexp_replace(value, '\D', '', 'g')) >= 6 then 'number:' || right(regexp_replace(value, '\D', '', 'g'), 8)
  when kind = 'email' then 'mailbox:' || lower(btrim(value)) end;
create index contact_point_key on people.contact_point (contact_key, person_id) where contact_key is not null;

alter table people.person
  add column no_contact_since timestamptz,
  add column no_contact_reason text check (no_contact_reason in ('asked', 'danger', 'order', 'not_said')),
  add column no_contact_by uuid,
  add column birth_month smallint check (birth_month between 1 and 12),
  add column birth_day smallint check (birth_day between 1 and 31),
  add column estimated_age smallint check (estimated_age between 0 and 120),
  add column estimated_on date,
  add column gender text check (gender in ('woman', 'man', 'other')),
  add column gender_words text,
  add column needs_interpreter boolean not null default false,
  add column is_restricted boolean not null default false,
  add column merged_into uuid,
  add constraint person_birth check ((birth_day is null or birth_month is not null) and (birth_month is null or birth_year is not null)
    and (estimated_age is null) = (estimated_on is null) and (estimated_age is null or birth_year is null)),
  add constraint person_not_itself check (merged_into <> person_id);
update people.person set no_contact_since = updated_at, no_contact_reason = 'not_said' where not may_contact;
alter table people.person add constraint person_no_contact check (may_contact = (no_contact_reason is null) and may_contact = (no_contact_since is null));
comment on column people.person.no_contact_reason is 'Why nobody is to write or call: the person asked, danger, an order of a court, or it was not said.';
comment on column people.person.no_contact_by is 'The account that noted it; null where the person did.';
comment on column people.person.estimated_age is 'A guess of the age on a day, where no part of the birth date is known.';
comment on column people.person.gender_words is 'In the person''s own words.';
comment on column people.person.languages is 'Codes of ISO 639.';
comment on column people.person.is_restricted is 'Not to be found: no card for other organisations, no pair, at intake as if nobody was there.';
comment on column people.person.merged_into is 'The record in whose place this one stands while the two are one (people.merge); nothing else of it is changed, so that the two can be parted again.';
comment on column people.person.display_name is 'The name that is shown, one of people.person_name; null while anonymous.';
create index person_merged on people.person (merged_into) where merged_into is not null;

create table people.person_name (
  person_id uuid not null references people.person (person_id),
  name_id uuid not null,
  kind text not null check (kind in ('usual', 'legal', 'known_as', 'former', 'religious', 'other')),
  words text not null,
  agreed_how text check (agreed_how in ('spoken', 'written', 'proxy')),
  added_by uuid,
  created_at timestamptz not null,
  primary key (person_id, name_id)
);
comment on table people.person_name is 'The names of a person, each as they give it, in any script.';
comment on column people.person_name.agreed_how is 'How the person agreed that it is noted, where they had been anonymous.';
insert into people.person_name (person_id, name_id, kind, words, created_at)
select person_id, person_id, 'usual', display_name, created_at from people.person where display_name is not null;

create table people.name_near (
  person_id uuid not null references people.person (person_id),
  near text not null,
  primary key (person_id, near)
);
comment on table people.name_near is 'The keys of a name with one consonant left out, so that a name with a typing error is found by equality; asked only where the exact keys find nobody.';
create index name_near_near on people.name_near (near, person_id);
insert into people.name_near (person_id, near)
select person_id, token from people.name_token where token not like '%+%'
union select person_id, overlay(token placing '' from place for 1) from people.name_token, generate_series(1, length(token)) as place
  where token not like '%+%' and length(token) >= 4
union select person_id, least(short, other) || '+' || greatest(short, other) from (
    select person_id, token, overlay(split_part(token, '+', side) placing '' from place for 1) collate "C" as short, split_part(token, '+', 3 - side) collate "C" as other
    from people.name_token, generate_series(1, 2) as side, generate_series(1, 40) as place
    where token like '%+%' and place <= length(split_part(token, '+', side)) and length(split_part(token, '+', side)) >= 3) as pairs;

create table people.not_same (
  person_id uuid not null references people.person (person_id),
  other_person_id uuid not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (person_id, other_person_id)
);
comment on table people.not_same is 'Two records that somebody looked at and found to be two people; written for both.';

create table people.merge (
  person_id uuid not null references people.person (person_id),
  merge_id uuid not null,
  other_person_id uuid not null,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  status text not null check (status in ('requested', 'confirmed', 'refused', 'undone')),
  requested_by uuid not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  primary key (person_id, merge_id),
  check (person_id <> other_person_id),
  check (decided_by <> requested_by or status = 'refused')
);
comment on table people.merge is 'The proposal that two records are one person: asked by one colleague, agreed to by another within seven days, undone by any.';
comment on column people.merge.person_id is 'The record that stands for both.';
create index merge_organisation on people.merge (organisation_id, status, requested_at desc);
create index merge_other on people.merge (other_person_id);

create function people.contact_stopped(person uuid) returns boolean language sql stable security definer set search_path = pg_catalog
begin atomic
  select exists (
    select from people.person as one
    join people.person as asked on asked.person_id = person
    where not one.may_contact
      and (one.person_id = coalesce(asked.merged_into, asked.person_id) or one.merged_into = coalesce(asked.merged_into, asked.person_id)))
    and (current_setting('role') <> 'qantara_app' or exists (
      select from people.reach where reach.person_id = person and reach.circle_id = any (people.my_circles()) and (reach.until is null or reach.until > now())));
end;
comment on function people.contact_stopped(uuid) is 'Whether any record of this person says that nobody is to write or call, also one that whoever asks does not see; for those who reach the person.';

create function people.known_elsewhere(name_keys text[], contact_keys text[], born_from integer, born_until integer)
returns table (person_id uuid, initials text, organisation_id uuid, has_same_contact boolean)
language sql stable security definer set search_path = pg_catalog
begin atomic
  with fitting as (
    (select name_token.person_id, false as has_same_contact from people.name_token
      where cardinality(name_keys) between 1 and 7 and name_token.token = name_keys[1] and name_token.token like '%+%'
        and not exists (select from unnest(name_keys) as asked (token)
          where not exists (select from people.name_token as held where held.person_id = name_token.person_id and held.token = asked.token))
      limit 100)
    union all
    (select contact_point.person_id, true from people.contact_point where contact_point.contact_key = any (contact_keys) and cardinality(contact_keys) <= 10 limit 100)
  )
  select person.person_id,
    array_to_string(array(select left(word, 1) from unnest(string_to_array(person.display_name, ' ')) as word where word <> ''), ' '),
    person.steward_organisation_id, bool_or(fitting.has_same_contact)
  from fitting join people.person on person.person_id = fitting.person_id
  where not person.is_restricted and person.merged_into is null and person.steward_organisation_id is not null
    and person.no_contact_reason is distinct from 'danger'
    and (person.birth_year is null or born_from is null or person.birth_year between born_from and born_until)
    and not exists (select from people.reach where reach.person_id = person.person_id and reach.kind <> 'shared' and reach.circle_id = any (people.my_circles()))
  group by person.person_id
  limit 5;
end;
comment on function people.known_elsewhere(text[], text[], integer, integer) is
  'At intake: whom another organisation looks after and who may be the person at the counter. Two words of a name or a way of contact must be equal; nobody who is restricted or in danger, and no more than initials and whom to ask.';

alter table people.person_name enable row level security;
create policy reached on people.person_name for select to qantara_app using (exists (
  select from people.reach where reach.person_id = person_name.person_id and (reach.kind <> 'shared' or 'identity' = any (reach.categories))));
create policy added on people.person_name for insert to qantara_app with check (exists (select from people.reach where reach.person_id = person_name.person_id and reach.kind <> 'shared'));
create policy changed on people.person_name for update to qantara_app using (exists (select from people.reach where reach.person_id = person_name.person_id and reach.kind <> 'shared'));
create policy removed on people.person_name for delete to qantara_app using (exists (select from people.reach where reach.person_id = person_name.person_id and reach.kind <> 'shared'));
create policy system on people.person_name to qantara_system using (true);

alter table people.name_near enable row level security;
create policy reached on people.name_near for select to qantara_app using (exists (select from people.reach where reach.person_id = name_near.person_id and reach.kind <> 'shared'));
create policy added on people.name_near for insert to qantara_app with check (exists (select from people.reach where reach.person_id = name_near.person_id and reach.kind <> 'shared'));
create policy removed on people.name_near for delete to qantara_app using (exists (select from people.reach where reach.person_id = name_near.person_id and reach.kind <> 'shared'));
create policy system on people.name_near to qantara_system using (true);

alter table people.not_same enable row level security;
create policy reached on people.not_same for select to qantara_app using (exists (select from people.reach where reach.person_id = not_same.person_id and reach.kind <> 'shared'));
create policy added on people.not_same for insert to qantara_app with check (exists (select from people.reach where reach.person_id = not_same.person_id and reach.kind <> 'shared')
  and exists (select from people.reach where reach.person_id = not_same.other_person_id and reach.kind <> 'shared'));
create policy system on people.not_same to qantara_system using (true);

alter table people.merge enable row level security;
create policy reached on people.merge for select to qantara_app using (exists (select from people.reach where reach.person_id = merge.person_id and reach.kind <> 'shared'));
create policy added on people.merge for insert to qantara_app with check (exists (select from people.reach where reach.person_id = merge.person_id and reach.kind <> 'shared')
  and exists (select from people.reach where reach.person_id = merge.other_person_id and reach.kind <> 'shared'));
create policy changed on people.merge for update to qantara_app using (exists (select from people.reach where reach.person_id = merge.person_id and reach.kind <> 'shared'));
create policy system on people.merge to qantara_system using (true);
