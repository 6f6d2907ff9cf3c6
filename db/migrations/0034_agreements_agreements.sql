-- Agreements between organisations (D2.1): what they may share about people, for what, and until when. No live one, no sharing.
create schema if not exists agreements;

create table agreements.agreement (
  agreement_id uuid primary key,
  kind text not null check (kind in ('memorandum', 'data_sharing', 'contract', 'charter')),
  title jsonb not null,
  summary jsonb,
  purposes text[] not null check (cardinality(purposes) > 0),
  categories text[] not null check (cardinality(categories) > 0),
  starts_on date not null,
  last_day date,
  ended_on date,
  end_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  check (last_day is null or starts_on <= last_day),
  check ((ended_on is null) = (end_reason is null))
);
comment on table agreements.agreement is 'What organisations agreed to: for which purposes, which data, from when to when. The paper itself is kept where it was signed.';
comment on column agreements.agreement.purposes is 'For what data about people may pass between its parties: referral, follow_up.';
comment on column agreements.agreement.categories is 'Which data: identity, contact, need, note.';
comment on column agreements.agreement.last_day is 'The last day of the region on which it runs; null where it has none.';
comment on column agreements.agreement.ended_on is 'The first day on which it does not run any more, because a party ended it before its time.';

create table agreements.party (
  agreement_id uuid not null references agreements.agreement (agreement_id),
  organisation_id uuid not null references organisations.organisation (organisation_id),
  signed_on date,
  signatory text,
  left_on date,
  primary key (agreement_id, organisation_id),
  check ((signed_on is null) = (signatory is null)),
  check (left_on is null or signed_on is not null)
);
comment on table agreements.party is 'Who an agreement is between. It binds those who signed, from the day they signed to the day they leave.';
comment on column agreements.party.signatory is 'Who signed for the organisation: a name and a function, as on the paper.';
create index party_organisation on agreements.party (organisation_id, agreement_id);

create view agreements.published_bond as
select one.organisation_id, other.organisation_id as with_organisation_id, agreement.agreement_id, agreement.purposes, agreement.categories,
  greatest(agreement.starts_on, one.signed_on, other.signed_on) as runs_from,
  least(agreement.last_day + 1, agreement.ended_on, one.left_on, other.left_on) as runs_until
from agreements.agreement
join agreements.party as one on one.agreement_id = agreement.agreement_id and one.signed_on is not null
join agreements.party as other on other.agreement_id = agreement.agreement_id and other.signed_on is not null
  and other.organisation_id <> one.organisation_id;
comment on view agreements.published_bond is
  'Each two organisations that signed one agreement, what may pass between them, and the days on which it runs: from the first up to, not including, the last; null is without end.';
