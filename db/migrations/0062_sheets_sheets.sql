-- Forms on paper: printed sheets with codes of their own, keyed in once or twice, and what differed decided by somebody.

create schema if not exists sheets;

create table sheets.rule (
  form_code text primary key,
  rule_id uuid not null,
  keying text not null check (keying in ('once', 'twice')),
  decided_by text not null check (decided_by in ('third', 'either')),
  set_by uuid,
  set_at timestamptz not null
);
comment on table sheets.rule is 'How the sheets of a form are keyed; a form without a row is keyed twice, and a third colleague decides.';

create table sheets.batch (
  batch_id uuid primary key,
  form_code text not null,
  version integer not null,
  locale text not null check (locale in ('ar', 'fr', 'en')),
  how_many integer not null check (how_many between 1 and 200),
  printed_by uuid,
  printed_at timestamptz not null,
  foreign key (form_code, version) references forms.definition (code, version)
);
comment on table sheets.batch is 'Sheets of one version of a form that were printed at one time, in one language.';
create index batch_form on sheets.batch (form_code, printed_at desc);

create table sheets.sheet (
  sheet_id uuid primary key,
  code text not null unique,
  batch_id uuid not null references sheets.batch (batch_id),
  state text not null default 'printed' check (state in ('printed', 'keyed', 'differing', 'accepted', 'lost', 'spoiled')),
  compared integer not null default 0,
  differed integer not null default 0,
  changed_by uuid,
  changed_at timestamptz not null
);
comment on table sheets.sheet is 'One printed copy of a form, by the code on it. It says of nobody whose answers it holds.';
comment on column sheets.sheet.compared is 'How many answers were keyed twice.';
comment on column sheets.sheet.differed is 'How many of them differed.';
create index sheet_batch on sheets.sheet (batch_id);
create index sheet_waiting on sheets.sheet (state, changed_at) where state in ('keyed', 'differing');

create table sheets.keying (
  person_id uuid not null,
  sheet_id uuid not null references sheets.sheet (sheet_id),
  turn smallint not null check (turn in (1, 2)),
  is_contact boolean not null,
  marks jsonb not null,
  is_danger boolean not null,
  keyed_by uuid not null,
  keyed_at timestamptz not null,
  primary key (person_id, sheet_id, turn)
);
comment on table sheets.keying is 'What one colleague read on a sheet. Its answers are taken out once the sheet is accepted or set aside.';
comment on column sheets.keying.person_id is 'Whose sheet it is; of a sheet that is nobody''s yet, an identifier of its own.';
comment on column sheets.keying.is_contact is 'It is nobody''s yet.';
comment on column sheets.keying.marks is 'By field of the sheet what stands there; a question mark where it cannot be read.';
comment on column sheets.keying.is_danger is 'The answers say that somebody is in danger, by the rules of the form.';
create index keying_sheet on sheets.keying (sheet_id);

create table sheets.decision (
  person_id uuid not null,
  sheet_id uuid not null references sheets.sheet (sheet_id),
  field text not null,
  choice text not null check (choice in ('first', 'second', 'other')),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (person_id, sheet_id, field)
);
comment on table sheets.decision is 'Where two keyings differed, which held. The values themselves stand in the history of the record.';

create table sheets.outcome (
  person_id uuid not null,
  sheet_id uuid not null references sheets.sheet (sheet_id),
  response_id uuid not null,
  illegible text[] not null,
  accepted_at timestamptz not null,
  primary key (person_id, sheet_id)
);
comment on table sheets.outcome is 'The response that a sheet became.';
comment on column sheets.outcome.illegible is 'The fields that could not be read, or did not fit the form.';
create index outcome_sheet on sheets.outcome (sheet_id);

-- The second wall around what was read on paper: as around answers to forms (0027, 0043).

alter table sheets.keying enable row level security;
create policy reached on sheets.keying for select to qantara_app using (exists (select from people.reach where reach.person_id = keying.person_id and reach.kind <> 'shared'
  and (reach.kind = 'own' or 'need' = any ((select people.my_marks('field'))::text[]))));
create policy added on sheets.keying for insert to qantara_app with check (exists (select from people.reach where reach.person_id = keying.person_id and reach.kind <> 'shared'));
create policy changed on sheets.keying for update to qantara_app using (exists (select from people.reach where reach.person_id = keying.person_id and reach.kind <> 'shared'));
create policy removed on sheets.keying for delete to qantara_app using (exists (select from people.reach where reach.person_id = keying.person_id and reach.kind <> 'shared'));
create policy system on sheets.keying to qantara_system using (true);

alter table sheets.decision enable row level security;
create policy reached on sheets.decision for select to qantara_app using (exists (select from people.reach where reach.person_id = decision.person_id and reach.kind <> 'shared'
  and (reach.kind = 'own' or 'need' = any ((select people.my_marks('field'))::text[]))));
create policy added on sheets.decision for insert to qantara_app with check (exists (select from people.reach where reach.person_id = decision.person_id and reach.kind <> 'shared'));
create policy changed on sheets.decision for update to qantara_app using (exists (select from people.reach where reach.person_id = decision.person_id and reach.kind <> 'shared'));
create policy removed on sheets.decision for delete to qantara_app using (exists (select from people.reach where reach.person_id = decision.person_id and reach.kind <> 'shared'));
create policy system on sheets.decision to qantara_system using (true);

alter table sheets.outcome enable row level security;
create policy reached on sheets.outcome for select to qantara_app using (exists (select from people.reach where reach.person_id = outcome.person_id and reach.kind <> 'shared'
  and (reach.kind = 'own' or 'need' = any ((select people.my_marks('field'))::text[]))));
create policy added on sheets.outcome for insert to qantara_app with check (exists (select from people.reach where reach.person_id = outcome.person_id and reach.kind <> 'shared'));
create policy changed on sheets.outcome for update to qantara_app using (exists (select from people.reach where reach.person_id = outcome.person_id and reach.kind <> 'shared'));
create policy removed on sheets.outcome for delete to qantara_app using (exists (select from people.reach where reach.person_id = outcome.person_id and reach.kind <> 'shared'));
create policy system on sheets.outcome to qantara_system using (true);
