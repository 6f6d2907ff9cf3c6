-- Forms are written in the program: a draft that is changed step by step, then published and never changed again.

alter table forms.definition
  add column purpose text not null default 'screening' check (purpose in ('screening', 'intake', 'survey', 'application', 'inspection')),
  add column state text not null default 'drafted' check (state in ('drafted', 'published', 'superseded')),
  add column revision integer not null default 1,
  add column form_id uuid not null default gen_random_uuid(),
  add column written_by uuid,
  add column written_at timestamptz,
  add column published_by uuid,
  add column published_at timestamptz,
  add column superseded_at timestamptz;
comment on column forms.definition.purpose is 'What the form is for; it says in which lists of the program it is offered.';
comment on column forms.definition.form_id is 'The identifier of this version, by which events name it.';
comment on column forms.definition.revision is 'Rises with each change of a draft, so that two people do not undo each other''s work unseen.';

update forms.definition set state = 'published', published_at = created_at, written_at = created_at
  where version = (select max(version) from forms.definition as other where other.code = definition.code);
update forms.definition set state = 'superseded', published_at = created_at, written_at = created_at, superseded_at = created_at
  where state = 'drafted';

alter table forms.definition
  alter column purpose drop default,
  alter column written_at set not null,
  add check ((state = 'drafted') = (published_at is null)),
  add check ((state = 'superseded') = (superseded_at is not null));
create unique index definition_published on forms.definition (code) where state = 'published';
create unique index definition_drafted on forms.definition (code) where state = 'drafted';

create function forms.keep_published_form() returns trigger language plpgsql as $$
begin
  if old.state <> 'drafted' and (tg_op = 'DELETE' or new.state = 'drafted' or new.body is distinct from old.body
    or new.title is distinct from old.title or new.code <> old.code or new.version <> old.version) then
    raise exception 'a published form is never changed' using errcode = '55000';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger published_stays before update or delete on forms.definition
  for each row execute function forms.keep_published_form();

alter table forms.response
  add column state text not null default 'whole' check (state in ('partial', 'whole')),
  add column revision integer not null default 1;
comment on column forms.response.state is 'partial: begun and to be gone on with; whole: given, and never changed again.';
comment on column forms.response.answered_at is 'When it was given; of a partial one, when somebody last went on with it.';
create index response_partial on forms.response (answered_at) where state = 'partial';

-- How often a form was answered is a number without a person: whoever writes forms may know it of all of them.
create function forms.count_answers(codes text[]) returns table (code text, version integer, answered bigint)
language sql stable security definer set search_path = '' as $$
  select response.code, response.version, count(*) from forms.response
  where response.code = any (codes) and response.state = 'whole' group by response.code, response.version
$$;
