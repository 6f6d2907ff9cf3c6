-- A name is found among those whom the reader reaches, not among all who have it: the keys of names stand beside the circles.

create table people.name_reach (
  circle_id uuid not null,
  token text not null,
  person_id uuid not null
);
comment on table people.name_reach is
  'The keys of people.name_token once more for each circle that finds the person, and those of people.name_near with a tilde before them for each that looks after them; kept by triggers. The newest records of a name are the end of one range of its key, however many others have the name.';

create function people.name_keys_of(person uuid, way text) returns setof text language sql stable set search_path = pg_catalog
begin atomic
  select token from people.name_token where person_id = person
  union all select '~' || near from people.name_near where person_id = person and way = 'looks_after';
end;
comment on function people.name_keys_of(uuid, text) is
  'What a person is found by in people.name_reach: by whoever looks after them also with an error in the name; by who answers for an area the name itself.';

insert into people.name_reach (circle_id, token, person_id)
select reach.circle_id, name_token.token, name_token.person_id from people.reach join people.name_token using (person_id)
where reach.kind = 'looks_after' or reach.kind = 'shared' and reach.basis_id = reach.circle_id
union select reach.circle_id, '~' || name_near.near, name_near.person_id from people.reach join people.name_near using (person_id)
where reach.kind = 'looks_after';
-- Made when the rows are there, as it is many times quicker.
alter table people.name_reach add primary key (circle_id, token, person_id);

create function people.keep_name_reach_of_key() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare mark text := case tg_table_name when 'name_near' then '~' else '' end;
begin
  if tg_op = 'DELETE' then
    delete from people.name_reach using gone, people.reach where reach.person_id = gone.person_id
      and name_reach.circle_id = reach.circle_id and name_reach.person_id = gone.person_id
      and name_reach.token = mark || coalesce(to_jsonb(gone) ->> 'token', to_jsonb(gone) ->> 'near');
  else
    insert into people.name_reach (circle_id, token, person_id)
    select reach.circle_id, mark || coalesce(to_jsonb(come) ->> 'token', to_jsonb(come) ->> 'near'), come.person_id
    from come join people.reach on reach.person_id = come.person_id
    where reach.kind = 'looks_after' or mark = '' and reach.kind = 'shared' and reach.basis_id = reach.circle_id
    on conflict do nothing;
  end if;
  return null;
end $$;

create function people.keep_name_reach_of_reach() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op <> 'INSERT' then
    delete from people.name_reach using gone cross join lateral people.name_keys_of(gone.person_id, gone.kind) as held (key)
    where (gone.kind = 'looks_after' or gone.kind = 'shared' and gone.basis_id = gone.circle_id)
      and name_reach.circle_id = gone.circle_id and name_reach.token = held.key and name_reach.person_id = gone.person_id
      and not exists (select from people.reach where reach.circle_id = gone.circle_id and reach.person_id = gone.person_id
        and (reach.kind = 'looks_after' or reach.kind = 'shared' and reach.basis_id = reach.circle_id));
  end if;
  if tg_op <> 'DELETE' then
    insert into people.name_reach (circle_id, token, person_id)
    select come.circle_id, held.key, come.person_id
    from come cross join lateral people.name_keys_of(come.person_id, come.kind) as held (key)
    where come.kind = 'looks_after' or come.kind = 'shared' and come.basis_id = come.circle_id on conflict do nothing;
  end if;
  return null;
end $$;

create trigger token_come after insert on people.name_token referencing new table as come
  for each statement execute function people.keep_name_reach_of_key();
create trigger token_gone after delete on people.name_token referencing old table as gone
  for each statement execute function people.keep_name_reach_of_key();
create trigger near_come after insert on people.name_near referencing new table as come
  for each statement execute function people.keep_name_reach_of_key();
create trigger near_gone after delete on people.name_near referencing old table as gone
  for each statement execute function people.keep_name_reach_of_key();
create trigger reach_come after insert on people.reach referencing new table as come
  for each statement execute function people.keep_name_reach_of_reach();
create trigger reach_gone after delete on people.reach referencing old table as gone
  for each statement execute function people.keep_name_reach_of_reach();
create trigger reach_changed after update on people.reach referencing old table as gone new table as come
  for each statement execute function people.keep_name_reach_of_reach();

-- Nobody writes it but the triggers; that a row here is still a row of people.reach is asked of that table, with its own policy.
alter table people.name_reach enable row level security;
create policy reached on people.name_reach for select to qantara_app using (circle_id = any ((select people.my_circles())::uuid[]));
create policy system on people.name_reach to qantara_system using (true);
