-- Records that are one person are judged, held and hidden as one: one of them left findable would give the person away.

create function people.group_of(whose uuid) returns table (records uuid[], record_class text, is_restricted boolean)
language sql stable security definer set search_path = pg_catalog
begin atomic
  select array_agg(record.person_id order by record.person_id), asked.record_class, asked.is_restricted
  from people.person as asked
  join people.person as record on record.person_id = coalesce(asked.merged_into, asked.person_id)
    or record.merged_into = coalesce(asked.merged_into, asked.person_id)
  where asked.person_id = whose and (current_setting('role') <> 'qantara_app' or people.may_grant_reach(whose))
  group by asked.person_id;
end;
comment on function people.group_of(uuid) is 'The records that are one person with this one, also those that whoever asks does not reach, and how they are protected; for those who look after the person.';

create function people.hold_group(whose uuid) returns table (records uuid[], record_class text, is_restricted boolean)
language sql security definer set search_path = pg_catalog
begin atomic
  -- A merge and its undoing hold both records: first the one that is asked for, so that it stays behind the other, then that other,
  -- so that nothing comes behind it. Each statement sees what the one before it waited for.
  select from people.person where person.person_id = whose for update;
  select from people.person where person.person_id = (select coalesce(asked.merged_into, asked.person_id) from people.person as asked where asked.person_id = whose)
    for update;
  select held.records, held.record_class, held.is_restricted from people.group_of(whose) as held;
end;
comment on function people.hold_group(uuid) is 'The same, held until the transaction ends: nothing comes to the group or leaves it, and its protection stays.';

create or replace function people.save_class(whose uuid, wanted text) returns table (person_id uuid, was text) language sql security definer set search_path = pg_catalog
begin atomic
  select from people.hold_group(whose);
  with root as (select coalesce(person.merged_into, person.person_id) as id from people.person where person.person_id = whose),
  held as (
    select person.person_id, person.record_class as was from people.person join root on person.person_id = root.id
    union all select person.person_id, person.record_class from people.person join root on person.merged_into = root.id),
  changed as (
    update people.person set record_class = wanted, version = version + 1 from held
    where person.person_id = held.person_id and (current_setting('role') <> 'qantara_app'
      or people.may_grant_reach(whose) and (select array_agg(held.was) || wanted from held) <@ people.my_marks('class'))
    returning person.person_id, held.was),
  ways as (
    update people.reach set record_class = wanted from changed
    where reach.person_id = changed.person_id and (reach.kind = 'looks_after' or reach.circle_id = reach.basis_id)
    returning true)
  select changed.person_id, changed.was from changed;
end;

create function people.save_restricted(whose uuid, wanted boolean) returns table (person_id uuid, was boolean) language sql security definer set search_path = pg_catalog
begin atomic
  select from people.hold_group(whose);
  with held as (
    select person.person_id, person.is_restricted as was from people.group_of(whose) as held_group
    join people.person on person.person_id = any (held_group.records)),
  changed as (
    update people.person set is_restricted = wanted from held where person.person_id = held.person_id and held.was <> wanted
    returning true)
  select held.person_id, held.was from held;
end;
comment on function people.save_restricted(uuid, boolean) is 'Whether a person may be found, for all the records that are one person; for those who look after them, and themselves. Answers with each record and what it was; none where whoever asks may not.';

-- One of them not to be found is the person not to be found.
update people.person set is_restricted = true where not person.is_restricted and exists (
  select from people.person as other
  where other.is_restricted and coalesce(other.merged_into, other.person_id) = coalesce(person.merged_into, person.person_id));

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
    -- Nobody of whom one record behind says so, either.
    and not exists (select from people.person as behind
      where behind.merged_into = person.person_id and (behind.is_restricted or behind.record_class <> 'ordinary' or behind.no_contact_reason = 'danger'))
    and (person.birth_year is null or born_from is null or person.birth_year between born_from and born_until)
    and not exists (select from people.reach where reach.person_id = person.person_id and reach.kind <> 'shared' and reach.circle_id = any (people.my_circles()))
  group by person.person_id
  limit 5;
end;

-- As before, by the two indexes and not by reading everybody.
create or replace function people.contact_guards(whose uuid)
returns table (kind text, value text, is_safe boolean, is_shared boolean, may_leave_message boolean, is_disguised boolean, safe_days smallint[], safe_from text,
  safe_until text)
language sql stable security definer set search_path = pg_catalog
begin atomic
  with word as (
    select point.*, coalesce(point.contact_key, point.value) as known_by
    from people.person as asked
    join people.person as record on record.person_id = coalesce(asked.merged_into, asked.person_id)
      or record.merged_into = coalesce(asked.merged_into, asked.person_id)
    join people.contact_point as point on point.person_id = record.person_id
    where asked.person_id = whose)
  -- The value as it is written where whoever asks may read it: the policies of people.reach and of people.contact_point say where.
  select distinct seen.kind, seen.value, held.is_safe, held.is_shared, held.may_leave_message, held.is_disguised, held.safe_days, held.safe_from, held.safe_until
  from word as seen join word as held on held.kind = seen.kind and held.known_by = seen.known_by and held.person_id <> seen.person_id
  where current_setting('role') <> 'qantara_app' or exists (
    select from people.reach where reach.person_id = seen.person_id
      and reach.circle_id = any (people.my_circles()) and (reach.until is null or reach.until > now())
      and (reach.kind = 'own' or reach.record_class = any (people.my_marks('class')) and 'contact' = any (people.my_marks('field')))
      and (reach.purpose is null or reach.purpose = any (people.my_marks('purpose')))
      and (reach.kind <> 'shared' or 'contact' = any (reach.categories)));
end;
