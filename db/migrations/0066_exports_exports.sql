-- Lists that leave as files: who took which, by which filter, how many rows, and whether it came to its end.

create schema if not exists exports;

create table exports.export (
  export_id uuid primary key,
  account_id uuid not null,
  organisation_id uuid references organisations.organisation (organisation_id),
  kind text not null check (kind in ('referrals', 'screenings')),
  format text not null check (format in ('csv', 'xlsx')),
  filter jsonb not null,
  place text,
  rows integer not null default 0,
  is_whole boolean not null default false,
  begun_at timestamptz not null,
  ended_at timestamptz
);
comment on table exports.export is 'One list that left as a file: its filter and how many rows were read of it. Whose rows they were stands in the account of openings.';
comment on column exports.export.place is 'Where the next batch begins; each is given once.';
comment on column exports.export.filter is 'Codes, days and identifiers of what was asked for; nothing about a person.';
create index export_account on exports.export (account_id, begun_at desc);
