-- The second wall around lists for a person: whoever looks after them, and whoever holds the link, by its digest.

alter table shortlists.shortlist enable row level security;
create policy reached on shortlists.shortlist for select to qantara_app using (exists (select from people.reach where reach.person_id = shortlist.person_id and reach.kind <> 'shared'));
create policy added on shortlists.shortlist for insert to qantara_app with check (exists (select from people.reach where reach.person_id = shortlist.person_id and reach.kind <> 'shared'));
create policy changed on shortlists.shortlist for update to qantara_app using (exists (select from people.reach where reach.person_id = shortlist.person_id and reach.kind <> 'shared'));
create policy removed on shortlists.shortlist for delete to qantara_app using (exists (select from people.reach where reach.person_id = shortlist.person_id and reach.kind <> 'shared'));
create policy system on shortlists.shortlist to qantara_system using (true);
create policy linked on shortlists.shortlist for select to qantara_app
  using (share_digest = decode(nullif(current_setting('qantara.share', true), ''), 'hex'));

alter table shortlists.item enable row level security;
create policy reached on shortlists.item for select to qantara_app using (exists (select from people.reach where reach.person_id = item.person_id and reach.kind <> 'shared'));
create policy added on shortlists.item for insert to qantara_app with check (exists (select from people.reach where reach.person_id = item.person_id and reach.kind <> 'shared'));
create policy changed on shortlists.item for update to qantara_app using (exists (select from people.reach where reach.person_id = item.person_id and reach.kind <> 'shared'));
create policy removed on shortlists.item for delete to qantara_app using (exists (select from people.reach where reach.person_id = item.person_id and reach.kind <> 'shared'));
create policy system on shortlists.item to qantara_system using (true);
create policy linked on shortlists.item for select to qantara_app using (exists (
  select from shortlists.shortlist where shortlist.person_id = item.person_id and shortlist.shortlist_id = item.shortlist_id));
