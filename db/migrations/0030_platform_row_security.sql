-- The second wall around the history: written by everybody, of a person read by whoever reaches them.

alter table platform.event enable row level security;
create policy told on platform.event for insert to qantara_app with check (true);
create policy reached on platform.event for select to qantara_app using (
  person_id is null or organisation_id = any ((select people.my_circles())::uuid[])
  or exists (select from people.reach where reach.person_id = event.person_id));
create policy system on platform.event to qantara_system using (true);

alter table platform.event_value enable row level security;
create policy told on platform.event_value for insert to qantara_app with check (true);
create policy reached on platform.event_value for select to qantara_app using (
  person_id = '00000000-0000-0000-0000-000000000000'
  or exists (select from people.reach where reach.person_id = event_value.person_id and reach.kind <> 'shared'));
create policy system on platform.event_value to qantara_system using (true);

alter table platform.access_entry enable row level security;
create policy told on platform.access_entry for insert to qantara_app with check (true);
create policy reached on platform.access_entry for select to qantara_app using (
  exists (select from people.reach where reach.person_id = access_entry.person_id and reach.kind <> 'shared'));
create policy system on platform.access_entry to qantara_system using (true);
