-- Papers and photos of a person. Their bytes are kept outside the database, sealed, under a name that nobody can guess.

create schema if not exists attachments;

create table attachments.attachment (
  person_id uuid not null,
  attachment_id uuid not null,
  file_key text,
  file_name text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic')),
  size integer not null check (size > 0),
  digest bytea not null,
  how text not null check (how in ('staff', 'person')),
  added_by uuid,
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (person_id, attachment_id)
);
comment on table attachments.attachment is 'A paper or photo of a person: what it is, who added it, and that there was one after it is removed.';
comment on column attachments.attachment.file_key is 'Its name in the store of files, 32 random bytes; null once the bytes are gone.';
comment on column attachments.attachment.file_name is 'What whoever added it called it; empty once it is removed.';
comment on column attachments.attachment.digest is 'A keyed digest of the bytes: what is opened is what was added.';
create index attachment_kept on attachments.attachment (file_key) where removed_at is null;

-- The second wall: papers belong to what somebody needs, as their answers to forms do (0043).
alter table attachments.attachment enable row level security;
create policy reached on attachments.attachment for select to qantara_app using (exists (select from people.reach where reach.person_id = attachment.person_id and reach.kind <> 'shared'
  and (reach.kind = 'own' or 'need' = any ((select people.my_marks('field'))::text[]))));
create policy added on attachments.attachment for insert to qantara_app with check (exists (select from people.reach where reach.person_id = attachment.person_id and reach.kind <> 'shared'));
create policy changed on attachments.attachment for update to qantara_app using (exists (select from people.reach where reach.person_id = attachment.person_id and reach.kind <> 'shared'));
create policy system on attachments.attachment to qantara_system using (true);
