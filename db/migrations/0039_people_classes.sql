-- What kind of record it is, for which purpose it passes, and which group of its fields: besides reaching somebody, a reader must
-- be let see rows of that kind (docs/decisions/0015). The server says which by marks, `class:violence`, for each transaction.

create function people.my_marks(kind text) returns text[] language sql stable parallel safe
  return (select coalesce(array_agg(substr(mark, length(kind) + 2)), '{}') from unnest(nullif(current_setting('qantara.marks', true), '')::text[]) as mark
    where starts_with(mark, kind || ':'));
comment on function people.my_marks(text) is 'The classes of record (class), groups of fields (field) or purposes (purpose) of whoever asks, as the server told them; none where nobody was told.';

alter table people.person add column record_class text not null default 'ordinary'
  check (record_class in ('ordinary', 'child_protection', 'violence', 'mediation', 'situation_table', 'restricted'));
comment on column people.person.record_class is 'Who of those that reach the person may know of the record: those whose role has its class.';

alter table people.reach
  add column record_class text not null default 'ordinary',
  add column purpose text;
comment on column people.reach.record_class is 'The class of the person''s record; ordinary where this way in goes past it, as an emergency does.';
comment on column people.reach.purpose is 'What for, where a consent says so; null where it is everything.';
update people.reach set purpose = consent.purpose from people.consent
  where reach.kind = 'shared' and consent.person_id = reach.person_id and consent.consent_id = reach.basis_id;

drop policy mine on people.reach;
create policy mine on people.reach for select to qantara_app using (
  circle_id = any ((select people.my_circles())::uuid[]) and (until is null or until > now())
  and (kind = 'own' or record_class = any ((select people.my_marks('class'))::text[]))
  and (purpose is null or purpose = any ((select people.my_marks('purpose'))::text[])));

create or replace function people.may_grant_reach(person uuid) returns boolean language sql stable security definer set search_path = pg_catalog
begin atomic
  select not exists (select from people.reach where reach.person_id = person)
    or exists (select from people.reach as mine
      where mine.person_id = person and mine.kind <> 'shared' and mine.circle_id = any (people.my_circles())
        and (mine.kind = 'own' or mine.record_class = any (people.my_marks('class'))));
end;

create function people.class_of(whose uuid) returns text language sql stable security definer set search_path = pg_catalog
begin atomic
  select person.record_class from people.person where person.person_id = whose and people.may_grant_reach(whose);
end;
comment on function people.class_of(uuid) is 'The class that a new way to the person takes over, for whoever may make one.';

drop policy reached on people.contact_point;
create policy reached on people.contact_point for select to qantara_app using (exists (
  select from people.reach where reach.person_id = contact_point.person_id
    and (reach.kind = 'own' or 'contact' = any ((select people.my_marks('field'))::text[]))
    and (reach.kind <> 'shared' or 'contact' = any (reach.categories))));

create table people.glass (
  person_id uuid not null references people.person (person_id),
  glass_id uuid not null,
  account_id uuid not null,
  organisation_id uuid,
  steward_organisation_id uuid,
  record_class text not null,
  reason_code text not null check (reason_code in ('life_in_danger', 'child_at_risk', 'medical', 'asks_here')),
  reason text not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  closed_at timestamptz,
  verdict text check (verdict in ('justified', 'not_justified', 'misuse')),
  review_note text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  primary key (person_id, glass_id),
  check (until > opened_at),
  check ((verdict is null) = (reviewed_by is null) and (verdict is null) = (reviewed_at is null)),
  check (reviewed_by <> account_id)
);
create index glass_id on people.glass (glass_id);
create index glass_account on people.glass (account_id, opened_at desc);
create index glass_steward on people.glass (steward_organisation_id, opened_at desc);
create index glass_owed on people.glass (opened_at) where verdict is null;
comment on table people.glass is 'A record opened in an emergency by somebody who may not otherwise: why, for how long, and what the privacy officer found afterwards.';
comment on column people.glass.steward_organisation_id is 'Who looked after the person then, and is told.';

alter table people.glass enable row level security;
create policy opened on people.glass for select to qantara_app using (account_id = any ((select people.my_circles())::uuid[]));
create policy oversight on people.glass for select to qantara_app using ('00000000-0000-7000-8000-00000000003e' = any ((select people.my_circles())::uuid[]));
create policy reached on people.glass for select to qantara_app using (exists (
  select from people.reach where reach.person_id = glass.person_id and reach.kind <> 'shared'));
create policy closed on people.glass for update to qantara_app using (account_id = any ((select people.my_circles())::uuid[]))
  with check (account_id = any ((select people.my_circles())::uuid[]) and reviewed_by is null);
create policy reviewed on people.glass for update to qantara_app using ('00000000-0000-7000-8000-00000000003e' = any ((select people.my_circles())::uuid[]));
create policy system on people.glass to qantara_system using (true);

create function people.find_for_glass(name_keys text[], contact_keys text[], born integer)
returns table (person_id uuid, record_class text) language sql stable security definer set search_path = pg_catalog
begin atomic
  select distinct coalesce(person.merged_into, person.person_id), person.record_class
  from people.name_token join people.person on person.person_id = name_token.person_id
  where cardinality(name_keys) between 1 and 7 and name_token.token = name_keys[1] and name_token.token like '%+%'
    and not exists (select from unnest(name_keys) as asked (token)
      where not exists (select from people.name_token as held where held.person_id = name_token.person_id and held.token = asked.token))
    and (person.birth_year = born
      or exists (select from people.contact_point where contact_point.person_id = person.person_id and contact_point.contact_key = any (contact_keys)))
    and person.record_class not in ('mediation', 'situation_table')
  limit 2;
end;
comment on function people.find_for_glass(text[], text[], integer) is
  'Whom somebody means who names them with two words at least and knows their year of birth or a way of contact: for an emergency alone, where one and no other fits. What was said in mediation or at a situation table no emergency opens.';

create function people.open_glass(whose uuid, glass uuid, opener uuid, house uuid, code text, words text, ends timestamptz) returns boolean
language sql security definer set search_path = pg_catalog
begin atomic
  with opened as (
    insert into people.glass (person_id, glass_id, account_id, organisation_id, steward_organisation_id, record_class, reason_code, reason, opened_at, until)
    select person.person_id, glass, opener, house, person.steward_organisation_id, person.record_class, code, words, now(), ends
    from people.person
    where person.person_id = whose and (current_setting('role') <> 'qantara_app' or opener = any (people.my_circles())) and ends <= now() + interval '4 hours'
      and person.record_class not in ('mediation', 'situation_table')
    returning glass.person_id)
  insert into people.reach (circle_id, person_id, kind, basis_id, categories, until)
  select opener, opened.person_id, 'shared', glass, '{identity,contact,need,note}', ends from opened
  returning true;
end;
comment on function people.open_glass(uuid, uuid, uuid, uuid, text, text, timestamptz) is 'Lets one account, that of whoever asks, read one person''s record for some hours, and notes why; both or neither.';

create function people.save_class(whose uuid, wanted text) returns boolean language sql security definer set search_path = pg_catalog
begin atomic
  with changed as (
    update people.person set record_class = wanted, version = version + 1
    where person.person_id = whose and (current_setting('role') <> 'qantara_app'
      or people.may_grant_reach(whose) and array[person.record_class, wanted] <@ people.my_marks('class'))
    returning person.person_id),
  ways as (
    update people.reach set record_class = wanted from changed
    where reach.person_id = changed.person_id and (reach.kind = 'looks_after' or reach.circle_id = reach.basis_id)
    returning true)
  select exists (select from changed);
end;
comment on function people.save_class(uuid, text) is 'The class of a record and of every way to it by looking after somebody; what a consent shares stays shared. Whoever changes it holds both classes.';

-- The territory: whoever answers for an area knows of those who live in it, as far as their role lets them.
create function people.reach_by_area(whose uuid) returns void language sql security definer set search_path = pg_catalog
begin atomic
  delete from people.reach where reach.person_id = whose and reach.kind = 'shared' and reach.circle_id = reach.basis_id
    and (current_setting('role') <> 'qantara_app' or people.may_grant_reach(whose));
  with recursive around as (
    select area.area_id, area.parent_area_id from people.person join territory.area on area.area_id = person.area_id
      where person.person_id = whose and (current_setting('role') <> 'qantara_app' or people.may_grant_reach(whose))
    union select area.area_id, area.parent_area_id from around join territory.area on area.area_id = around.parent_area_id)
  insert into people.reach (circle_id, person_id, kind, basis_id, categories, record_class)
  select around.area_id, person.person_id, 'shared', around.area_id, '{identity,need}', person.record_class
  from around, people.person where person.person_id = whose
  on conflict do nothing;
end;
comment on function people.reach_by_area(uuid) is 'The ways to a person of those who answer for the areas around where they live, anew.';
insert into people.reach (circle_id, person_id, kind, basis_id, categories)
with recursive around as (
  select person.person_id, area.area_id, area.parent_area_id from people.person join territory.area on area.area_id = person.area_id
  union select around.person_id, area.area_id, area.parent_area_id from around join territory.area on area.area_id = around.parent_area_id)
select area_id, person_id, 'shared', area_id, '{identity,need}'::text[] from around;

create or replace function people.known_elsewhere(name_keys text[], contact_keys text[], born_from integer, born_until integer)
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
  where not person.is_restricted and person.record_class = 'ordinary' and person.merged_into is null and person.steward_organisation_id is not null
    and person.no_contact_reason is distinct from 'danger'
    and (person.birth_year is null or born_from is null or person.birth_year between born_from and born_until)
    and not exists (select from people.reach where reach.person_id = person.person_id and reach.kind <> 'shared' and reach.circle_id = any (people.my_circles()))
  group by person.person_id
  limit 5;
end;

-- For "why can she see this?": facts about ways, never about what the record says.
create function people.ways_to(whose uuid, circles uuid[])
returns table (circle_id uuid, kind text, basis_id uuid, record_class text, purpose text, categories text[], until timestamptz, is_glass boolean)
language sql stable security definer set search_path = pg_catalog
begin atomic
  select reach.circle_id, reach.kind, reach.basis_id, reach.record_class, reach.purpose, reach.categories, reach.until,
    exists (select from people.glass where glass.person_id = reach.person_id and glass.glass_id = reach.basis_id)
  from people.reach
  where reach.person_id = whose and reach.circle_id = any (circles)
    and '00000000-0000-7000-8000-00000000004e' = any (people.my_circles());
end;
comment on function people.ways_to(uuid, uuid[]) is 'The ways by which these circles come to a person, past ones whose row is still there too: for those who may ask alone.';

create function people.stands_as(whose uuid)
returns table (steward_organisation_id uuid, record_class text, is_restricted boolean, is_merged boolean)
language sql stable security definer set search_path = pg_catalog
begin atomic
  select person.steward_organisation_id, person.record_class, person.is_restricted, person.merged_into is not null
  from people.person
  where person.person_id = whose and '00000000-0000-7000-8000-00000000004e' = any (people.my_circles());
end;
comment on function people.stands_as(uuid) is 'Who looks after a person and of which class the record is: for those who may ask alone.';

create function people.count_reached(circles uuid[], classes text[], purposes text[])
returns table (way text, record_class text, people bigint) language sql stable security definer set search_path = pg_catalog
begin atomic
  select case when reach.circle_id = reach.basis_id and reach.kind = 'shared' then 'territory'
      when reach.circle_id = '00000000-0000-7000-8000-00000000001e' then 'intake'
      else reach.kind end, person.record_class, count(distinct reach.person_id)
  from people.reach join people.person on person.person_id = reach.person_id
  where reach.circle_id = any (circles) and (reach.until is null or reach.until > now()) and reach.record_class = any (classes)
    and (reach.purpose is null or reach.purpose = any (purposes)) and '00000000-0000-7000-8000-00000000004e' = any (people.my_circles())
  group by 1, 2 order by 1, 2;
end;
comment on function people.count_reached(uuid[], text[], text[]) is 'How many people such a reader comes to, by way and class, and nobody by name: for those who may ask alone.';

create function people.circles_of(whose uuid) returns table (circle_id uuid) language sql stable security definer set search_path = pg_catalog
begin atomic
  select reach.circle_id from people.reach where reach.person_id = whose and reach.kind = 'looks_after' and people.may_grant_reach(whose);
end;
comment on function people.circles_of(uuid) is 'Who looks after somebody: organisations, teams and accounts, for one of them.';

create function people.end_assignment(whose uuid, circle uuid) returns boolean language sql security definer set search_path = pg_catalog
begin atomic
  delete from people.reach
  using people.person
  where person.person_id = whose and reach.person_id = whose and reach.circle_id = circle and reach.kind = 'looks_after'
    and circle is distinct from person.steward_organisation_id and people.may_grant_reach(whose)
  returning true;
end;
comment on function people.end_assignment(uuid, uuid) is 'A colleague or team that somebody was given to looks after them no more; the organisation stays.';
