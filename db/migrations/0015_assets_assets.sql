create schema if not exists assets;

create table assets.tag (
  tag_code text primary key check (tag_code ~ '^[a-z_]{1,40}$'),
  name jsonb not null
);
comment on table assets.tag is 'A word that assets are found by, in three languages, as data. A word that is not here stands as it was typed.';
comment on column assets.tag.name is 'LocalizedText.';

insert into assets.tag (tag_code, name) values
  ('sea', '{"ar": "بحر", "fr": "mer", "en": "sea"}'),
  ('meeting', '{"ar": "لقاء", "fr": "rencontre", "en": "meeting"}'),
  ('children', '{"ar": "أطفال", "fr": "enfants", "en": "children"}'),
  ('access', '{"ar": "ولوج", "fr": "accessible", "en": "accessible"}'),
  ('sport', '{"ar": "رياضة", "fr": "sport", "en": "sport"}'),
  ('youth', '{"ar": "شباب", "fr": "jeunes", "en": "young people"}'),
  ('books', '{"ar": "كتب", "fr": "livres", "en": "books"}'),
  ('weddings', '{"ar": "أعراس", "fr": "fêtes", "en": "weddings"}'),
  ('hall', '{"ar": "قاعة", "fr": "salle", "en": "hall"}'),
  ('market', '{"ar": "سوق", "fr": "marché", "en": "market"}'),
  ('swimming', '{"ar": "سباحة", "fr": "baignade", "en": "swimming"}'),
  ('growing', '{"ar": "زراعة", "fr": "culture de la terre", "en": "growing"}'),
  ('teaching', '{"ar": "تعليم", "fr": "apprendre", "en": "learning"}'),
  ('solidarity', '{"ar": "تضامن", "fr": "entraide", "en": "mutual aid"}'),
  ('cooking', '{"ar": "طبخ", "fr": "cuisine", "en": "cooking"}'),
  ('neighbours', '{"ar": "حي", "fr": "quartier", "en": "neighbourhood"}'),
  ('older_people', '{"ar": "كبار السن", "fr": "aînés", "en": "older people"}'),
  ('music', '{"ar": "موسيقى", "fr": "musique", "en": "music"}'),
  ('health', '{"ar": "صحة", "fr": "santé", "en": "health"}'),
  ('environment', '{"ar": "بيئة", "fr": "environnement", "en": "environment"}'),
  ('savings', '{"ar": "ادخار", "fr": "épargne", "en": "savings"}'),
  ('repair', '{"ar": "تصليح", "fr": "réparation", "en": "repair"}'),
  ('papers', '{"ar": "وثائق", "fr": "papiers", "en": "papers"}'),
  ('heritage', '{"ar": "تراث", "fr": "patrimoine", "en": "heritage"}'),
  ('lending', '{"ar": "إعارة", "fr": "prêt", "en": "lending"}'),
  ('internet', '{"ar": "إنترنت", "fr": "internet", "en": "internet"}'),
  ('transport', '{"ar": "نقل", "fr": "transport", "en": "transport"}'),
  ('media', '{"ar": "إعلام", "fr": "médias", "en": "media"}'),
  ('crafts', '{"ar": "حرف", "fr": "artisanat", "en": "crafts"}'),
  ('cooperative', '{"ar": "تعاونية", "fr": "coopérative", "en": "cooperative"}'),
  ('feast', '{"ar": "عيد", "fr": "fête", "en": "feast"}'),
  ('art', '{"ar": "فن", "fr": "art", "en": "art"}');

create table assets.asset (
  asset_id uuid primary key,
  kind text not null check (kind in ('place', 'group', 'skill', 'resource', 'economy', 'culture')),
  name jsonb not null,
  description jsonb,
  area_id uuid references territory.area (area_id),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  is_confidential boolean not null default false,
  organisation_id uuid references organisations.organisation (organisation_id),
  phone text,
  email text,
  website text,
  shows_contact boolean not null default false,
  tags text[] not null default '{}',
  source text,
  source_key text,
  added_by uuid,
  ended_at timestamptz,
  ended_why text check (ended_why in ('withdrawn', 'gone_from_source', 'consent_withdrawn')),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (source, source_key),
  check ((latitude is null) = (longitude is null)),
  check ((ended_at is null) = (ended_why is null)),
  check ((source is null) = (source_key is null)),
  check (kind <> 'skill' or (organisation_id is not null and latitude is null and source is null))
);
comment on table assets.asset is 'What a community has that is no service: places, groups, skills, resources, local economy, culture (W9a, L8).';
comment on column assets.asset.name is 'LocalizedText; of a skill, what is offered and never who offers it.';
comment on column assets.asset.is_confidential is 'Where it is is kept and never told, to nobody.';
comment on column assets.asset.organisation_id is 'Who answers for it; a skill is reached through it alone.';
comment on column assets.asset.shows_contact is 'Whether its telephone, address and site were said to be for everyone.';
comment on column assets.asset.tags is 'Codes of assets.tag, or words as they were typed.';
comment on column assets.asset.source_key is 'What knows it again in its source: the feature''s identifier, a column that was named, or a digest of name and place.';
create index asset_live on assets.asset (kind, area_id) where ended_at is null;

create table assets.skill_consent (
  person_id uuid not null,
  asset_id uuid not null references assets.asset (asset_id),
  known_as text,
  given_on date not null,
  given_how text not null check (given_how in ('spoken', 'written')),
  withdrawn_at timestamptz,
  primary key (person_id, asset_id)
);
comment on table assets.skill_consent is 'That a person agreed to have a skill of theirs listed; without it, or once it is withdrawn, no read shows the skill.';
comment on column assets.skill_consent.person_id is 'Stands for the person here alone: they need not be known to the product.';
comment on column assets.skill_consent.known_as is 'Who it is, for the organisation that holds the skill; erased when the consent is withdrawn.';
create unique index skill_consent_asset on assets.skill_consent (asset_id);

create table assets.import_mapping (
  source text primary key,
  mapping jsonb not null,
  saved_at timestamptz not null
);
comment on table assets.import_mapping is 'Which property of a source says what, kept for its next file.';

create table assets.import (
  import_id uuid primary key,
  source text not null,
  file_name text not null,
  encoding text not null,
  status text not null check (status in ('read', 'checked', 'written', 'discarded')),
  features integer not null,
  properties jsonb not null,
  mapping jsonb,
  content text,
  outcome jsonb,
  requested_by uuid,
  requested_at timestamptz not null,
  ended_at timestamptz
);
comment on table assets.import is 'One file of GeoJSON taken in: read, tried dry with a mapping, then written or discarded.';
comment on column assets.import.properties is 'The names of the properties that its features have, each with an example.';
comment on column assets.import.outcome is 'What writing would do, or did: how many are added, changed, the same, ended, refused, and the first names of each.';
comment on column assets.import.content is 'The text of the file until it is written or discarded.';

create table assets.import_refusal (
  import_id uuid not null references assets.import (import_id),
  ordinal integer not null,
  feature integer not null,
  field text,
  value text,
  code text not null,
  primary key (import_id, ordinal)
);
comment on table assets.import_refusal is 'What an import did not take: which feature (counted from 1), which field, the value and why.';
