-- What was answered where there was no network and could not be applied when it came: accepted all the same, and waiting for its author.

create table offline.waiting (
  person_id uuid not null,
  waiting_id uuid not null,
  is_contact boolean not null,
  account_id uuid not null,
  organisation_id uuid,
  code text not null,
  sealed text not null,
  received_at timestamptz not null,
  primary key (person_id, waiting_id)
);
comment on table offline.waiting is 'Answers that a device handed over and that could not be applied. A row goes when a person has decided.';
comment on column offline.waiting.person_id is 'Of whom its author said they are; of somebody new, an identifier of its own. Whether there is such a person is not asked.';
comment on column offline.waiting.is_contact is 'They are somebody new, who has no record.';
comment on column offline.waiting.account_id is 'Who answered: nobody else reads it while their account is open.';
comment on column offline.waiting.organisation_id is 'Where they worked then: once their account is closed, whoever there looks after the person decides.';
comment on column offline.waiting.code is 'Why it could not be applied.';
comment on column offline.waiting.sealed is 'The answers as they were handed over, sealed with the region''s secret.';
create index waiting_account on offline.waiting (account_id, received_at);
create index waiting_organisation on offline.waiting (organisation_id, received_at);

-- The second wall: its author, and of people whom one looks after, or of nobody yet, the author's own organisation.
alter table offline.waiting enable row level security;
create policy reached on offline.waiting for select to qantara_app using (account_id = any ((select people.my_circles())::uuid[])
  or organisation_id = any ((select people.my_circles())::uuid[])
    and (is_contact or exists (select from people.reach where reach.person_id = waiting.person_id and reach.kind = 'own')));
create policy added on offline.waiting for insert to qantara_app with check (account_id = any ((select people.my_circles())::uuid[]));
create policy changed on offline.waiting for update to qantara_app using (account_id = any ((select people.my_circles())::uuid[]));
create policy removed on offline.waiting for delete to qantara_app using (account_id = any ((select people.my_circles())::uuid[])
  or organisation_id = any ((select people.my_circles())::uuid[])
    and (is_contact or exists (select from people.reach where reach.person_id = waiting.person_id and reach.kind = 'own')));
create policy system on offline.waiting to qantara_system using (true);
