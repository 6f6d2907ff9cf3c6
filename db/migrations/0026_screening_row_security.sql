-- The second wall around what is said of a person: whoever looks after them, and the person.

alter table screening.screening enable row level security;
create policy reached on screening.screening for select to qantara_app using (exists (select from people.reach where reach.person_id = screening.person_id and reach.kind <> 'shared'));
create policy added on screening.screening for insert to qantara_app with check (exists (select from people.reach where reach.person_id = screening.person_id and reach.kind <> 'shared'));
create policy changed on screening.screening for update to qantara_app using (exists (select from people.reach where reach.person_id = screening.person_id and reach.kind <> 'shared'));
create policy removed on screening.screening for delete to qantara_app using (exists (select from people.reach where reach.person_id = screening.person_id and reach.kind <> 'shared'));
create policy system on screening.screening to qantara_system using (true);

alter table screening.finding enable row level security;
create policy reached on screening.finding for select to qantara_app using (exists (select from people.reach where reach.person_id = finding.person_id and reach.kind <> 'shared'));
create policy added on screening.finding for insert to qantara_app with check (exists (select from people.reach where reach.person_id = finding.person_id and reach.kind <> 'shared'));
create policy changed on screening.finding for update to qantara_app using (exists (select from people.reach where reach.person_id = finding.person_id and reach.kind <> 'shared'));
create policy removed on screening.finding for delete to qantara_app using (exists (select from people.reach where reach.person_id = finding.person_id and reach.kind <> 'shared'));
create policy system on screening.finding to qantara_system using (true);
