-- The second wall around answers to forms: whoever looks after the person, and the person.

alter table forms.response enable row level security;
create policy reached on forms.response for select to qantara_app using (exists (select from people.reach where reach.person_id = response.person_id and reach.kind <> 'shared'));
create policy added on forms.response for insert to qantara_app with check (exists (select from people.reach where reach.person_id = response.person_id and reach.kind <> 'shared'));
create policy changed on forms.response for update to qantara_app using (exists (select from people.reach where reach.person_id = response.person_id and reach.kind <> 'shared'));
create policy removed on forms.response for delete to qantara_app using (exists (select from people.reach where reach.person_id = response.person_id and reach.kind <> 'shared'));
create policy system on forms.response to qantara_system using (true);
