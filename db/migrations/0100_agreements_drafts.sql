-- Agreements from their draft on (issue 6): changed freely and talked about until they are offered for signature, and renewed by one that follows.
alter table agreements.agreement
  add column is_draft boolean not null default false,
  add column follows_agreement_id uuid references agreements.agreement (agreement_id);
comment on column agreements.agreement.is_draft is 'Still being written: nobody can sign it, so it binds nobody.';
comment on column agreements.agreement.follows_agreement_id is 'The agreement that this one renews; that one stays as it was.';
create unique index agreement_follows on agreements.agreement (follows_agreement_id) where ended_on is null;

create table agreements.note (
  note_id uuid primary key,
  agreement_id uuid not null references agreements.agreement (agreement_id),
  words text not null,
  said_by uuid,
  organisation_id uuid references organisations.organisation (organisation_id),
  said_at timestamptz not null
);
comment on table agreements.note is 'What the parties say of an agreement while it is written and after; never about a resident.';
create index note_of_agreement on agreements.note (agreement_id, said_at);
