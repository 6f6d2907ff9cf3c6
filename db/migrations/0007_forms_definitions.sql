create schema if not exists forms;

create table forms.definition (
  code text not null,
  version integer not null check (version > 0),
  title jsonb not null,
  body jsonb not null,
  created_at timestamptz not null,
  primary key (code, version)
);
comment on table forms.definition is 'A form as data: its questions in three languages. A version is never changed; a new one is added.';
comment on column forms.definition.body is 'FormBody of the contract: sections, questions, choices.';

create table forms.response (
  person_id uuid not null,
  response_id uuid not null,
  code text not null,
  version integer not null,
  answers jsonb not null,
  channel text not null check (channel in ('self', 'navigator', 'telephone', 'paper')),
  locale text not null check (locale in ('ar', 'fr', 'en')),
  entered_by uuid,
  answered_at timestamptz not null,
  primary key (person_id, response_id),
  foreign key (code, version) references forms.definition (code, version)
);
comment on table forms.response is 'What one person answered to one version of a form.';
