-- Records that are one person are of one class: one of them left behind would be found, and would name somebody who is not to be found.

drop function people.save_class(uuid, text);
create function people.save_class(whose uuid, wanted text) returns table (person_id uuid, was text) language sql security definer set search_path = pg_catalog
begin atomic
  -- A merge and its undoing hold both records: first the one that is asked for, so that it stays behind the other, then that other,
  -- so that nothing comes behind it. Each statement sees what the one before it waited for.
  select from people.person where person.person_id = whose for update;
  select from people.person where person.person_id = (select coalesce(asked.merged_into, asked.person_id) from people.person as asked where asked.person_id = whose)
    for update;
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
comment on function people.save_class(uuid, text) is 'The class of a record, of those that are one person with it, also where whoever asks does not reach them, and of every way to them by looking after somebody; what a consent shares stays shared. Whoever changes it reaches the record and holds all the classes. Answers with each record and the class that it had.';

-- Groups of which only one record was given a class. Classes have no order of their own; how long an emergency opens a record of each
-- says which of two harms more where it is read (domain/access/glass-hours.ts): ordinary, restricted, child protection and violence,
-- then mediation and the situation table. Of two equal ones the record that stands for all has its way. Whoever worked with the weaker
-- class alone does not see the group any more until it is lifted by two; the other way round somebody would see what they may not.
with member as (
  select person.person_id, coalesce(person.merged_into, person.person_id) as root_id, person.record_class from people.person
  where person.merged_into is not null or exists (select from people.person as behind where behind.merged_into = person.person_id)),
strictest as (
  select distinct on (root_id) root_id, record_class from member
  order by root_id,
    case when record_class = 'ordinary' then 0 when record_class = 'restricted' then 1 when record_class in ('child_protection', 'violence') then 2 else 3 end desc,
    (person_id = root_id) desc, record_class),
changed as (
  update people.person set record_class = strictest.record_class, version = version + 1
  from member join strictest on strictest.root_id = member.root_id
  where person.person_id = member.person_id and person.record_class <> strictest.record_class
  returning person.person_id, person.record_class)
update people.reach set record_class = changed.record_class from changed
where reach.person_id = changed.person_id and (reach.kind = 'looks_after' or reach.circle_id = reach.basis_id);

create or replace function people.find_for_glass(name_keys text[], contact_keys text[], born integer)
returns table (person_id uuid, record_class text) language sql stable security definer set search_path = pg_catalog
begin atomic
  -- Whichever record has the name, it is the one that stands for it that is opened: its class says whether and for how long.
  select distinct kept.person_id, kept.record_class
  from people.name_token join people.person on person.person_id = name_token.person_id
    join people.person as kept on kept.person_id = coalesce(person.merged_into, person.person_id)
  where cardinality(name_keys) between 1 and 7 and name_token.token = name_keys[1] and name_token.token like '%+%'
    and not exists (select from unnest(name_keys) as asked (token)
      where not exists (select from people.name_token as held where held.person_id = name_token.person_id and held.token = asked.token))
    and (person.birth_year = born
      or exists (select from people.contact_point where contact_point.person_id = person.person_id and contact_point.contact_key = any (contact_keys)))
    and kept.record_class not in ('mediation', 'situation_table')
  limit 2;
end;

-- Of the steps of a kind those about one person, or one thing, are asked for among all of the region.
create index assent_about on platform.assent using gin (about jsonb_path_ops);

create function people.contact_guards(whose uuid)
returns table (kind text, value text, is_safe boolean, is_shared boolean, may_leave_message boolean, is_disguised boolean, safe_days smallint[], safe_from text,
  safe_until text)
language sql stable security definer set search_path = pg_catalog
begin atomic
  with word as (
    select point.*, coalesce(point.contact_key, point.value) as known_by
    from people.person as asked
    join people.person as record on coalesce(record.merged_into, record.person_id) = coalesce(asked.merged_into, asked.person_id)
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
comment on function people.contact_guards(uuid) is 'What the other records of this person say of a way of contact that whoever asks may see, as far as it protects: that it is unsafe, read by others, or safe in some hours alone; no words, and no way of contact that they do not see.';
