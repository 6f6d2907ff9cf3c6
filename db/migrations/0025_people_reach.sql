-- The second wall (docs/decisions/0012): who reaches a person is a table of circles, and the database itself shows no more than that.

create table people.reach (
  circle_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('looks_after', 'own', 'shared')),
  basis_id uuid not null,
  categories text[] not null default '{}',
  until timestamptz,
  primary key (circle_id, person_id, kind, basis_id)
);
comment on table people.reach is 'Which circle of readers reaches a person: an organisation, an account, the person themselves, those who take what comes in.';
comment on column people.reach.circle_id is 'The identifier of an organisation, account or person, or one of the fixed ones of platform/command/standing-of.ts.';
comment on column people.reach.kind is 'looks_after: reads and writes all of it; own: it is theirs; shared: reads what a consent lets pass.';
comment on column people.reach.basis_id is 'The consent that shares; else the person.';
comment on column people.reach.categories is 'Which data are shared: identity, contact, need, note.';
comment on column people.reach.until is 'The end of what is shared, by the database''s clock; null where it has none.';
create index reach_person on people.reach (person_id, circle_id);

insert into people.reach (circle_id, person_id, kind, basis_id, categories, until)
select coalesce(steward_organisation_id, '00000000-0000-7000-8000-00000000001e'), person_id, 'looks_after', person_id, '{}'::text[], null::timestamptz from people.person
union all select person_id, person_id, 'own', person_id, '{}'::text[], null::timestamptz from people.person
union all select recipient.organisation_id, recipient.person_id, 'shared', recipient.consent_id, consent.categories, consent.ends_at
from people.consent_recipient as recipient join people.consent using (person_id, consent_id) where consent.withdrawn_at is null;

insert into people.name_token (person_id, token)
select one.person_id, one.token || '+' || other.token from people.name_token as one
join people.name_token as other on other.person_id = one.person_id and one.token collate "C" < other.token collate "C";
comment on table people.name_token is
  'The skeletons of a name''s words, and of each two of them, so that a name is found in every spelling and script by one equality.';

create function people.my_circles() returns uuid[] language sql stable parallel safe
  return nullif(current_setting('qantara.circles', true), '')::uuid[];
comment on function people.my_circles() is 'The circles of whoever asks, as the server told them for this transaction; none where nobody was told.';

create function people.may_grant_reach(person uuid) returns boolean language sql stable security definer set search_path = pg_catalog
begin atomic
  select not exists (select from people.reach where reach.person_id = person)
    or exists (select from people.reach as mine
      where mine.person_id = person and mine.kind <> 'shared' and mine.circle_id = any (people.my_circles()));
end;
comment on function people.may_grant_reach(uuid) is 'Whoever looks after a person, the person, and whoever adds somebody new.';

create function people.end_sharing(person uuid, basis uuid) returns void language sql security definer set search_path = pg_catalog
begin atomic
  delete from people.reach
  where reach.person_id = person and reach.basis_id = basis and reach.kind = 'shared'
    and (current_setting('role') <> 'qantara_app' or people.may_grant_reach(person));
end;
comment on function people.end_sharing(uuid, uuid) is 'What a consent let others reach they reach no more: the rows are theirs, so that who takes it back does not see them.';

alter table people.reach enable row level security;
create policy mine on people.reach for select to qantara_app
  using (circle_id = any ((select people.my_circles())::uuid[]) and (until is null or until > now()));
create policy granted on people.reach for insert to qantara_app with check (people.may_grant_reach(person_id));
create policy handed_on on people.reach for delete to qantara_app using (circle_id = any ((select people.my_circles())::uuid[]));
create policy system on people.reach to qantara_system using (true);

alter table people.person enable row level security;
create policy reached on people.person for select to qantara_app using (exists (select from people.reach where reach.person_id = person.person_id));
create policy added on people.person for insert to qantara_app with check (exists (select from people.reach where reach.person_id = person.person_id and reach.kind <> 'shared'));
create policy changed on people.person for update to qantara_app using (exists (select from people.reach where reach.person_id = person.person_id and reach.kind <> 'shared'));
create policy removed on people.person for delete to qantara_app using (exists (select from people.reach where reach.person_id = person.person_id and reach.kind <> 'shared'));
create policy system on people.person to qantara_system using (true);

alter table people.name_token enable row level security;
create policy reached on people.name_token for select to qantara_app using (exists (select from people.reach where reach.person_id = name_token.person_id));
create policy added on people.name_token for insert to qantara_app with check (exists (select from people.reach where reach.person_id = name_token.person_id and reach.kind <> 'shared'));
create policy changed on people.name_token for update to qantara_app using (exists (select from people.reach where reach.person_id = name_token.person_id and reach.kind <> 'shared'));
create policy removed on people.name_token for delete to qantara_app using (exists (select from people.reach where reach.person_id = name_token.person_id and reach.kind <> 'shared'));
create policy system on people.name_token to qantara_system using (true);

alter table people.contact_point enable row level security;
create policy reached on people.contact_point for select to qantara_app using (exists (
  select from people.reach where reach.person_id = contact_point.person_id and (reach.kind <> 'shared' or 'contact' = any (reach.categories))));
create policy added on people.contact_point for insert to qantara_app with check (exists (select from people.reach where reach.person_id = contact_point.person_id and reach.kind <> 'shared'));
create policy changed on people.contact_point for update to qantara_app using (exists (select from people.reach where reach.person_id = contact_point.person_id and reach.kind <> 'shared'));
create policy removed on people.contact_point for delete to qantara_app using (exists (select from people.reach where reach.person_id = contact_point.person_id and reach.kind <> 'shared'));
create policy system on people.contact_point to qantara_system using (true);

alter table people.consent enable row level security;
create policy reached on people.consent for select to qantara_app using (exists (select from people.reach where reach.person_id = consent.person_id));
create policy added on people.consent for insert to qantara_app with check (exists (select from people.reach where reach.person_id = consent.person_id and reach.kind <> 'shared'));
create policy changed on people.consent for update to qantara_app using (exists (select from people.reach where reach.person_id = consent.person_id and reach.kind <> 'shared'));
create policy removed on people.consent for delete to qantara_app using (exists (select from people.reach where reach.person_id = consent.person_id and reach.kind <> 'shared'));
create policy system on people.consent to qantara_system using (true);

alter table people.consent_recipient enable row level security;
create policy reached on people.consent_recipient for select to qantara_app using (exists (select from people.reach where reach.person_id = consent_recipient.person_id));
create policy added on people.consent_recipient for insert to qantara_app with check (exists (select from people.reach where reach.person_id = consent_recipient.person_id and reach.kind <> 'shared'));
create policy changed on people.consent_recipient for update to qantara_app using (exists (select from people.reach where reach.person_id = consent_recipient.person_id and reach.kind <> 'shared'));
create policy removed on people.consent_recipient for delete to qantara_app using (exists (select from people.reach where reach.person_id = consent_recipient.person_id and reach.kind <> 'shared'));
create policy system on people.consent_recipient to qantara_system using (true);
