-- Priority populations, pilot groups and cohorts of studies (W2, D3.3): who fits by what they agreed to, who joined, and no longer
-- than they agree.
create schema if not exists cohorts;

alter table people.consent drop constraint consent_purpose_check;
alter table people.consent add constraint consent_purpose_check check (purpose in ('referral', 'follow_up', 'cohort'));
alter table people.consent_refusal drop constraint consent_refusal_purpose_check;
alter table people.consent_refusal add constraint consent_refusal_purpose_check check (purpose in ('referral', 'follow_up', 'cohort'));
alter table people.consent_text drop constraint consent_text_purpose_check;
alter table people.consent_text add constraint consent_text_purpose_check check (purpose in ('referral', 'follow_up', 'cohort'));
-- Sharing without consent (people.sharing_override) is for no cohort: nobody is put into one against their word.
insert into people.consent_text (purpose, number, state, words, written_at, published_at) values
('cohort', 1, 'published', jsonb_build_object(
  'ar', 'نودّ أن ننظر هل تناسبك هذه الفئة أو التجربة أو الدراسة، وأن نخبر الجهة المسؤولة عنها إن انضممت. سنقول لك اسمها وما ستعرفه بالضبط. لك أن تقول لا، وتبقى مساعدتنا كما هي. ولك أن تخرج متى شئت، ومنذ تلك اللحظة لا يرى أحد هناك من أنت. هل توافق؟',
  'fr', 'Nous voudrions regarder si ce groupe, cet essai ou cette étude vous convient, et dire à l’organisation responsable que vous en faites partie si vous le rejoignez. Nous vous dirons son nom, et exactement ce qu’elle saura. Vous pouvez dire non : nous continuerons à vous aider. Vous pouvez partir quand vous voulez : dès ce moment, personne là-bas ne verra plus qui vous êtes. Êtes-vous d’accord ?',
  'en', 'We would like to look whether this group, trial or study suits you, and to tell the organisation that runs it if you join. We will tell you its name, and exactly what it will know. You can say no: we will go on helping you. You can leave whenever you like: from that moment nobody there sees who you are. Do you agree?'), now(), '2024-01-01T00:00:00Z');

create table cohorts.cohort (
  cohort_id uuid primary key,
  kind text not null check (kind in ('priority_population', 'pilot_group', 'study_cohort')),
  name jsonb not null,
  description jsonb,
  purpose jsonb not null,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  starts_on date not null,
  last_day date,
  capacity integer check (capacity > 0),
  has_comparison boolean not null default false,
  criteria jsonb not null,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (last_day is null or starts_on <= last_day),
  check (not has_comparison or kind = 'study_cohort')
);
comment on table cohorts.cohort is 'A priority population, a pilot group or the cohort of a study: what it is for, who runs it, and who fits.';
comment on column cohorts.cohort.purpose is 'In plain words, as it is read to whoever is asked to join.';
comment on column cohorts.cohort.organisation_id is 'Who runs it: whom a consent must name.';
comment on column cohorts.cohort.has_comparison is 'A study counts others beside those who joined; of these it learns how many, and nothing else.';
comment on column cohorts.cohort.criteria is 'Of the closed list of attributes of the contract; an attribute that is not named asks nothing.';

create table cohorts.membership (
  person_id uuid not null,
  membership_id uuid not null,
  cohort_id uuid not null references cohorts.cohort (cohort_id),
  consent_id uuid not null,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  arm text not null check (arm in ('joined', 'comparison')),
  joined_at timestamptz not null,
  joined_by uuid,
  left_at timestamptz,
  left_reason text check (left_reason in ('asked', 'completed', 'moved_away', 'fits_no_more', 'consent_over')),
  primary key (person_id, membership_id),
  check ((left_at is null) = (left_reason is null))
);
comment on table cohorts.membership is 'Somebody in a cohort, by a consent for it that names who runs it. It is seen no longer than the consent runs, whether or not it was closed yet.';
comment on column cohorts.membership.organisation_id is 'Who looked after the person, and let them join.';
comment on column cohorts.membership.arm is 'Joined, or counted for comparison: then who runs it does not learn who it is.';
create index membership_cohort on cohorts.membership (cohort_id, person_id) where left_at is null;
create index membership_consent on cohorts.membership (person_id, consent_id) where left_at is null;

alter table cohorts.membership enable row level security;
create policy looked_after on cohorts.membership for select to qantara_app using (
  exists (select from people.reach where reach.person_id = membership.person_id and reach.kind <> 'shared')
  and (left_at is not null or exists (select from people.consent
    where consent.person_id = membership.person_id and consent.consent_id = membership.consent_id
      and consent.withdrawn_at is null and consent.ends_at > now())));
create policy run on cohorts.membership for select to qantara_app using (
  left_at is null and arm = 'joined'
  and exists (select from people.reach where reach.person_id = membership.person_id and reach.basis_id = membership.consent_id));
create policy added on cohorts.membership for insert to qantara_app with check (
  exists (select from people.reach where reach.person_id = membership.person_id and reach.kind <> 'shared')
  and exists (select from people.consent
    join people.consent_recipient on consent_recipient.person_id = consent.person_id and consent_recipient.consent_id = consent.consent_id
    join cohorts.cohort on cohort.organisation_id = consent_recipient.organisation_id
    where consent.person_id = membership.person_id and consent.consent_id = membership.consent_id and cohort.cohort_id = membership.cohort_id
      and consent.purpose = 'cohort' and consent.withdrawn_at is null and consent.ends_at > now()));
create policy changed on cohorts.membership for update to qantara_app using (
  exists (select from people.reach where reach.person_id = membership.person_id and reach.kind <> 'shared'));
create policy removed on cohorts.membership for delete to qantara_app using (
  exists (select from people.reach where reach.person_id = membership.person_id and reach.kind <> 'shared'));
create policy system on cohorts.membership to qantara_system using (true);

create view cohorts.published_cohort as
select cohort_id, kind, name, organisation_id, starts_on, last_day, capacity, has_comparison from cohorts.cohort;
comment on view cohorts.published_cohort is 'What other modules may read of a cohort.';

create view cohorts.published_cohort_member_count as
select membership.cohort_id, membership.arm, count(distinct coalesce(person.merged_into, person.person_id))::integer as members
from cohorts.membership
join people.consent on consent.person_id = membership.person_id and consent.consent_id = membership.consent_id
join people.person on person.person_id = membership.person_id
where membership.left_at is null and consent.withdrawn_at is null and consent.ends_at > now()
group by membership.cohort_id, membership.arm;
comment on view cohorts.published_cohort_member_count is 'How many are in each cohort now, by consents that run, and how many are counted beside them: as figures count them, before suppression; nobody''s name or identifier.';

create function cohorts.consents_over() returns table (consent_id uuid) language sql stable
begin atomic
  select distinct membership.consent_id from cohorts.membership
  where membership.left_at is null and not exists (select from people.consent
    where consent.person_id = membership.person_id and consent.consent_id = membership.consent_id
      and consent.withdrawn_at is null and consent.ends_at > now());
end;
comment on function cohorts.consents_over() is 'The consents of open memberships that do not run any more: what the system closes, of which nothing was seen already.';
