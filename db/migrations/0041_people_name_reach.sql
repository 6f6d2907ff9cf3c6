-- A name is found among those whom the reader reaches, not among all who have it: the keys of names stand beside the circles.

create table people.name_reach (
  person_id uuid not null,
  circle_id uuid not null,
  token text not null
);
comment on table people.name_reach is
  'The keys of people.name_token once more for each circle that finds the person, and those of people.name_near with a tilde before them for each that finds them with an error too; kept by people.keep_name_reach. The newest records of a name are the end of one range of its key, however many others have the name.';

create view people.finding with (security_invoker = true) as
select reach.person_id, reach.circle_id, reach.kind = 'looks_after' or area.parent_area_id is null as finds_near
from people.reach left join territory.area on reach.kind = 'shared' and area.area_id = reach.circle_id
where reach.kind = 'looks_after' or reach.kind = 'shared' and reach.basis_id = reach.circle_id;
comment on view people.finding is
  'Which circle finds a person by name, and whether also with an error in it: those who look after them, and whoever answers for the whole region or nation; who answers for a part of it finds the name itself.';

create function people.name_keys_of(person uuid, finds_near boolean) returns setof text language sql stable set search_path = pg_catalog
begin atomic
  select token from people.name_token where person_id = person
  union all select '~' || near from people.name_near where person_id = person and finds_near;
end;
comment on function people.name_keys_of(uuid, boolean) is 'What a person is found by in people.name_reach.';

insert into people.name_reach (person_id, circle_id, token)
select distinct finding.person_id, finding.circle_id, held.key
from people.finding cross join lateral people.name_keys_of(finding.person_id, finding.finds_near) as held (key);
-- Made when the rows are there, as it is many times quicker.
alter table people.name_reach add primary key (person_id, circle_id, token);
create index name_reach_range on people.name_reach (circle_id, token, person_id);

create function people.keep_name_reach(whose uuid) returns void language sql security definer set search_path = pg_catalog
begin atomic
  delete from people.name_reach where name_reach.person_id = whose and not exists (
    select from people.finding cross join lateral people.name_keys_of(finding.person_id, finding.finds_near) as held (key)
    where finding.person_id = whose and finding.circle_id = name_reach.circle_id and held.key = name_reach.token);
  insert into people.name_reach (person_id, circle_id, token)
  select finding.person_id, finding.circle_id, held.key
  from people.finding cross join lateral people.name_keys_of(finding.person_id, finding.finds_near) as held (key)
  where finding.person_id = whose
  on conflict do nothing;
end;
comment on function people.keep_name_reach(uuid) is 'Brings the keys of one person in step with their names and the ways to them: called by whatever changes either, as tables about people have no triggers (so that they distribute).';

-- Nobody writes it but that function; that a row here is still a row of people.reach is asked of that table, with its own policy.
alter table people.name_reach enable row level security;
create policy reached on people.name_reach for select to qantara_app using (circle_id = any ((select people.my_circles())::uuid[]));
create policy system on people.name_reach to qantara_system using (true);
