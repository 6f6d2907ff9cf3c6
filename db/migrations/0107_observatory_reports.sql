-- Reports by period of what everybody may read (M4.1): frozen once they are published, corrected by a next edition.
create schema observatory;

create table observatory.report (
  report_id uuid primary key,
  template_code text not null,
  period text not null check (period ~ '^\d{4}(-H[12]|-Q[1-4])?$'),
  starts_on date not null,
  ends_on date not null check (starts_on < ends_on),
  edition integer not null check (edition > 0),
  state text not null check (state in ('draft', 'approved', 'published', 'superseded')),
  title jsonb not null,
  about jsonb not null,
  sections jsonb not null,
  words jsonb not null default '{}',
  reason text,
  gathered_at timestamptz not null,
  written_by uuid,
  written_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  published_by uuid,
  published_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  unique (template_code, period, edition),
  check ((state in ('published', 'superseded')) = (published_at is not null)),
  check ((edition > 1) = (reason is not null))
);
comment on table observatory.report is 'One edition of one report of one period: its figures as everybody could read them when they were gathered, and what was written beside them.';
comment on column observatory.report.sections is 'Section[] of the contract: what was gathered. Never changed after it was published.';
comment on column observatory.report.words is 'Words of the contract: what the writer says of each section, in three languages.';
comment on column observatory.report.written_by is 'Who wrote or gathered last: somebody else approves.';

create function observatory.keep_published() returns trigger language plpgsql as $$
begin
  if old.published_at is not null and (new.sections, new.words, new.title, new.about, new.period, new.edition, new.published_at)
    is distinct from (old.sections, old.words, old.title, old.about, old.period, old.edition, old.published_at) then
    raise exception 'a published report is never changed' using errcode = '55000';
  end if;
  return new;
end $$;
create trigger keep_published before update on observatory.report for each row execute function observatory.keep_published();
