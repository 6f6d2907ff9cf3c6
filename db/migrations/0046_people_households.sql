-- Households: who lives together or is one family, as far as each reader may know of each of them.

create table people.household (
  household_id uuid primary key,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  created_by uuid,
  created_at timestamptz not null
);
comment on table people.household is 'People who live together or are one family. It has no name of its own: a name would tell of members whom a reader may not know of.';
comment on column people.household.organisation_id is 'Who looks after it, and adds to it.';

create table people.household_member (
  person_id uuid not null references people.person (person_id),
  membership_id uuid not null,
  household_id uuid not null references people.household (household_id),
  relation text not null check (relation in ('head', 'contact', 'partner', 'child', 'parent', 'relative', 'unrelated', 'in_care')),
  is_home boolean not null default false,
  started_on date,
  ended_on date,
  record_class text not null default 'ordinary' check (record_class in ('ordinary', 'violence')),
  added_by uuid,
  created_at timestamptz not null,
  primary key (person_id, membership_id),
  check (ended_on >= started_on),
  check (not is_home or ended_on is null),
  check (record_class = 'ordinary' or ended_on is not null)
);
comment on table people.household_member is 'Somebody in a household, from when to when; a person may belong to two, such as a child of separated parents.';
comment on column people.household_member.relation is 'To the household: its head or contact person where the record wants one, partner, child, parent, other relative, not related, in its care.';
comment on column people.household_member.is_home is 'Of those that somebody belongs to, the one known to be where they live now.';
comment on column people.household_member.started_on is 'Null where it is not known.';
comment on column people.household_member.record_class is 'Violence where they left without a link: who does not have that class finds the household in neither file.';
create index household_member_household on people.household_member (household_id, person_id);
create unique index household_member_home on people.household_member (person_id) where is_home;

alter table people.household_member enable row level security;
create policy reached on people.household_member for select to qantara_app using (
  record_class = any ((select people.my_marks('class'))::text[])
  and exists (select from people.reach where reach.person_id = household_member.person_id and reach.kind <> 'shared'));
create policy added on people.household_member for insert to qantara_app with check (
  exists (select from people.reach where reach.person_id = household_member.person_id and reach.kind <> 'shared'));
create policy changed on people.household_member for update to qantara_app using (
  exists (select from people.reach where reach.person_id = household_member.person_id and reach.kind <> 'shared'));
create policy removed on people.household_member for delete to qantara_app using (
  exists (select from people.reach where reach.person_id = household_member.person_id and reach.kind <> 'shared'));
create policy system on people.household_member to qantara_system using (true);

alter table people.household enable row level security;
create policy reached on people.household for select to qantara_app using (
  exists (select from people.household_member where household_member.household_id = household.household_id));
create policy added on people.household for insert to qantara_app with check (true);
create policy held on people.household for update to qantara_app using (
  exists (select from people.household_member where household_member.household_id = household.household_id));
create policy system on people.household to qantara_system using (true);

create function people.leave_unlinked(whose uuid, membership uuid, on_day date) returns boolean language sql security definer set search_path = pg_catalog
begin atomic
  update people.household_member set ended_on = coalesce(ended_on, greatest(on_day, started_on)), is_home = false, record_class = 'violence'
  where person_id = whose and membership_id = membership and record_class = 'ordinary'
    and (current_setting('role') <> 'qantara_app' or people.may_grant_reach(whose))
  returning true;
end;
comment on function people.leave_unlinked(uuid, uuid, date) is 'Somebody left, and neither file is to tell of the other: whoever does it may not see the row afterwards, so that no ordinary statement can.';
