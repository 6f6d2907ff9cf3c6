-- Somebody inspects: a role of its own, beside the four that there were.
alter table identity.account drop constraint account_role_check;
alter table identity.account add constraint account_role_check
  check (role in ('navigator', 'partner', 'planner', 'administrator', 'inspector'));

create schema if not exists institutions;

create table institutions.kind (
  kind_code text primary key check (kind_code ~ '^[a-z_]{1,40}$'),
  name jsonb not null,
  inspection_months integer not null check (inspection_months between 1 and 120),
  position integer not null
);
comment on table institutions.kind is 'A kind of care institution, as data: a region adds its own.';
comment on column institutions.kind.name is 'LocalizedText.';
comment on column institutions.kind.inspection_months is 'The cadence: an older inspection says nothing any more.';

insert into institutions.kind (kind_code, name, inspection_months, position) values
  ('children', '{"ar": "دار أطفال", "fr": "Maison d’enfants", "en": "Children’s home"}', 12, 1),
  ('older_people', '{"ar": "دار المسنين", "fr": "Maison pour personnes âgées", "en": "Home for older people"}', 12, 2),
  ('disability', '{"ar": "مركز للأشخاص في وضعية إعاقة", "fr": "Centre pour personnes handicapées", "en": "Centre for people with disabilities"}', 12, 3),
  ('women', '{"ar": "دار إيواء للنساء", "fr": "Maison d’accueil pour femmes", "en": "House for women in difficulty"}', 12, 4),
  ('homeless', '{"ar": "مأوى لمن لا سكن لهم", "fr": "Abri pour personnes sans domicile", "en": "Shelter for people without a home"}', 12, 5),
  ('students', '{"ar": "دار الطالب والطالبة", "fr": "Maison des élèves (dar talib)", "en": "Students’ house (dar talib)"}', 18, 6),
  ('multi_purpose', '{"ar": "مركب اجتماعي متعدد الخدمات", "fr": "Complexe social polyvalent", "en": "Multi-purpose social centre"}', 24, 7),
  ('day_care', '{"ar": "مركز نهاري", "fr": "Centre d’accueil de jour", "en": "Day centre"}', 24, 8);

create table institutions.requirement (
  requirement_code text primary key check (requirement_code ~ '^[a-z_]{1,40}$'),
  name jsonb not null,
  position integer not null
);
comment on table institutions.requirement is 'What an institution must fulfil (Law 14.05 and its decrees), as data: what a shortcoming falls short of.';
comment on column institutions.requirement.name is 'LocalizedText.';

insert into institutions.requirement (requirement_code, name, position) values
  ('safety', '{"ar": "سلامة المبنى والوقاية من الحريق", "fr": "Sécurité du bâtiment et incendie", "en": "Safety of the building and fire"}', 1),
  ('hygiene', '{"ar": "النظافة والوقاية الصحية", "fr": "Hygiène et salubrité", "en": "Hygiene and health"}', 2),
  ('food', '{"ar": "التغذية", "fr": "Alimentation", "en": "Food"}', 3),
  ('staff', '{"ar": "عدد العاملين وتكوينهم", "fr": "Nombre et formation du personnel", "en": "Number and training of staff"}', 4),
  ('capacity', '{"ar": "احترام الطاقة الاستيعابية", "fr": "Respect de la capacité autorisée", "en": "Keeping to the approved capacity"}', 5),
  ('dignity', '{"ar": "كرامة المستفيدين وحقوقهم", "fr": "Dignité et droits des personnes accueillies", "en": "Dignity and rights of those who live there"}', 6),
  ('records', '{"ar": "السجلات والملفات الفردية", "fr": "Registres et dossiers individuels", "en": "Registers and personal files"}', 7),
  ('governance', '{"ar": "لجنة التدبير والنظام الداخلي", "fr": "Comité de gestion et règlement intérieur", "en": "Management committee and house rules"}', 8),
  ('finance', '{"ar": "المحاسبة والموارد", "fr": "Comptes et ressources", "en": "Accounts and resources"}', 9),
  ('access', '{"ar": "ولوج الأشخاص في وضعية إعاقة", "fr": "Accès des personnes handicapées", "en": "Access for people with disabilities"}', 10);

create table institutions.institution (
  institution_id uuid primary key,
  organisation_id uuid not null references organisations.organisation (organisation_id),
  kind_code text not null references institutions.kind (kind_code),
  name jsonb not null,
  area_id uuid references territory.area (area_id),
  address text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  is_confidential boolean not null default false,
  phone text,
  capacity_approved integer check (capacity_approved >= 0),
  places_occupied integer check (places_occupied >= 0),
  occupied_on date,
  licence_state text check (licence_state in ('applied', 'provisional', 'granted', 'suspended', 'withdrawn')),
  licence_number text,
  licence_issued_on date,
  licence_valid_until date,
  licence_authority text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((places_occupied is null) = (occupied_on is null))
);
comment on table institutions.institution is 'An institution that takes people into its care (Law 14.05: établissement de protection sociale).';
comment on column institutions.institution.name is 'LocalizedText.';
comment on column institutions.institution.is_confidential is 'Address, coordinates and area are kept and never told, to nobody.';
comment on column institutions.institution.licence_state is 'Null before anything was asked for; that a licence has expired follows from licence_valid_until.';
create index institution_organisation on institutions.institution (organisation_id);

create table institutions.inspection (
  inspection_id uuid primary key,
  institution_id uuid not null references institutions.institution (institution_id),
  state text not null check (state in ('planned', 'done', 'cancelled')),
  reason text not null check (reason in ('routine', 'complaint', 'licence', 'follow_up')),
  planned_on date not null,
  done_on date,
  team text not null,
  outcome text check (outcome in ('satisfactory', 'to_improve', 'unacceptable')),
  summary text,
  created_at timestamptz not null,
  check ((state = 'done') = (done_on is not null and outcome is not null))
);
comment on table institutions.inspection is 'One visit of inspection, planned or done. Who went is never public.';
create index inspection_institution on institutions.inspection (institution_id, done_on desc);

create table institutions.shortcoming (
  shortcoming_id uuid primary key,
  institution_id uuid not null references institutions.institution (institution_id),
  inspection_id uuid not null references institutions.inspection (inspection_id),
  requirement_code text not null references institutions.requirement (requirement_code),
  severity text not null check (severity in ('minor', 'major', 'critical')),
  text text not null,
  due_on date not null,
  state text not null check (state in ('open', 'corrected', 'verified')),
  evidence text,
  corrected_on date,
  verified_on date,
  created_at timestamptz not null
);
comment on table institutions.shortcoming is 'What an inspection found that falls short of a requirement, until its correction is verified.';
comment on column institutions.shortcoming.evidence is 'How the institution says that it was put right.';
create index shortcoming_institution on institutions.shortcoming (institution_id, state);

create table institutions.entry (
  entry_id uuid primary key,
  institution_id uuid not null references institutions.institution (institution_id),
  what text not null,
  note text,
  organisation_id uuid,
  at timestamptz not null
);
comment on table institutions.entry is 'The story of an institution: what was done, by whose organisation, when.';
create index entry_institution on institutions.entry (institution_id, at desc);
