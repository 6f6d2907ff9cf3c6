-- What organisations promised at a meeting of a body, and what became of it.

create table governance.commitment (
  commitment_id uuid primary key,
  body_id uuid not null references governance.body (body_id),
  meeting_id uuid references governance.meeting (meeting_id),
  organisation_id uuid not null references organisations.organisation (organisation_id),
  owner_name text,
  wording jsonb not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'running', 'kept', 'dropped')),
  created_at timestamptz not null,
  settled_at timestamptz
);
comment on table governance.commitment is 'What one organisation promised the others, until when.';
comment on column governance.commitment.owner_name is 'Who of the organisation looks after it, by name.';
create index commitment_body on governance.commitment (body_id, due_on);
create index commitment_organisation on governance.commitment (organisation_id, due_on);

create table governance.commitment_word (
  word_id uuid primary key,
  commitment_id uuid not null references governance.commitment (commitment_id),
  state text not null check (state in ('open', 'running', 'kept', 'dropped')),
  story text not null,
  said_by uuid,
  said_at timestamptz not null
);
comment on table governance.commitment_word is 'How a commitment went, each time that somebody said so; none is taken back.';
create index commitment_word_of on governance.commitment_word (commitment_id, said_at);

create view governance.published_commitment as
select commitment_id, body_id, organisation_id, due_on, state, created_at, settled_at from governance.commitment;
comment on view governance.published_commitment is 'Each commitment by its owner, the day that it is due and where it stands; without its words.';
