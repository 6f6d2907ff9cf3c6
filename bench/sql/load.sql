create function pg_temp.id(name text) returns uuid language sql immutable
  return overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17)::uuid;

insert into organisations.organisation (organisation_id, name, sector, receives_referrals, created_at, updated_at)
select pg_temp.id('organisation ' || n), jsonb_build_object('en', 'Organisation ' || n, 'ar', 'منظمة ' || n), 'association', true, now(), now()
from generate_series(0, 499) as n;

insert into directory.service (service_id, organisation_id, name, description, status, languages, capacity, assured_at,
  search_name, search_words, search_text, created_at, updated_at)
select pg_temp.id('service ' || n), pg_temp.id('organisation ' || n % 500),
  jsonb_build_object('en', (array['Food', 'Housing', 'Work', 'Legal', 'Care'])[1 + n % 5] || ' help ' || n, 'fr', 'Aide ' || n, 'ar', 'خدمة ' || n),
  jsonb_build_object('en', 'A service for people of quarter ' || n % 97 || ' who need support with things that are hard'),
  'active', array['ar', 'fr'], 'open', now() - n % 700 * interval '1 day',
  lower((array['Food', 'Housing', 'Work', 'Legal', 'Care'])[1 + n % 5]) || ' help ' || n, 'organisation ' || n % 500,
  'service people quarter ' || n % 97 || ' need support hard', now(), now()
from generate_series(0, 9999) as n;

insert into directory.service_need (service_id, need_code)
select pg_temp.id('service ' || n), (array['food', 'housing', 'work', 'papers', 'child_care'])[1 + n % 5] from generate_series(0, 9999) as n;

insert into agreements.agreement (agreement_id, kind, title, purposes, categories, starts_on, created_at)
values (pg_temp.id('charter'), 'charter', '{"en": "Charter"}', '{referral}', '{identity,contact,need,note}', '2020-01-01', now());

insert into agreements.party (agreement_id, organisation_id, signed_on, signatory)
select pg_temp.id('charter'), pg_temp.id('organisation ' || n), '2020-01-01', 'x' from generate_series(0, 499) as n;

insert into people.person (person_id, display_name, languages, steward_organisation_id, origin, created_at, updated_at)
select pg_temp.id('person ' || n), 'Person ' || n, array['ar'], pg_temp.id('organisation 0'), 'staff', now(), now() from generate_series(0, 49999) as n;

insert into people.reach (circle_id, person_id, kind, basis_id)
select pg_temp.id('organisation 0'), pg_temp.id('person ' || n), 'looks_after', pg_temp.id('person ' || n) from generate_series(0, 49999) as n;

insert into people.consent (person_id, consent_id, purpose, categories, starts_at, ends_at, given_how, locale, created_at)
select pg_temp.id('person ' || n), pg_temp.id('consent ' || n), 'referral', array['identity', 'need', 'note'], now() - interval '1 day',
  now() + interval '300 days', 'spoken', 'ar', now() from generate_series(0, 49999) as n;

insert into people.consent_recipient (person_id, consent_id, organisation_id)
select pg_temp.id('person ' || n), pg_temp.id('consent ' || n), pg_temp.id('organisation ' || (n + k) % 500)
from generate_series(0, 49999) as n, generate_series(0, 4) as k;

insert into people.reach (circle_id, person_id, kind, basis_id, categories, until)
select organisation_id, person_id, 'shared', consent_id, '{identity,need,note}', now() + interval '300 days' from people.consent_recipient;

insert into identity.account (account_id, email, display_name, role, organisation_id, locale, password_hash, totp_secret, totp_confirmed_at, created_at)
values (pg_temp.id('account'), 'bench@example.org', 'Bench', 'navigator', pg_temp.id('organisation 0'), 'ar', 'x', 'x', now(), now());

insert into identity.session (token_hash, kind, account_id, confirmed_at, created_at, expires_at)
values (sha256('bench'), 'account', pg_temp.id('account'), now(), now(), now() + interval '1 day');

insert into referrals.referral (person_id, referral_id, consent_id, need_code, service_id, organisation_id, from_organisation_id,
  from_account_id, status, priority, created_at, sent_at, due_at, answered_at, ended_at)
select pg_temp.id('person ' || n % 50000), pg_temp.id('referral ' || n), pg_temp.id('consent ' || n % 50000), 'work', pg_temp.id('service ' || n % 10000),
  pg_temp.id('organisation ' || n % 500), pg_temp.id('organisation ' || case when n % 4 = 0 then 0 else n % 40 end), pg_temp.id('account'),
  (array['requested', 'accepted', 'completed', 'completed', 'completed', 'completed', 'failed', 'rejected', 'cancelled', 'completed'])[1 + (n / 4) % 10],
  'routine', at, at, at + interval '2 days', at + interval '1 day', at + interval '9 days'
from (select n, now() - n * interval '10 minutes' as at from generate_series(0, 99999) as n) as past;

insert into identity.account (account_id, email, display_name, role, organisation_id, locale, password_hash, totp_secret, totp_confirmed_at, created_at)
values (pg_temp.id('partner'), 'partner@example.org', 'Partner', 'partner', pg_temp.id('organisation 7'), 'ar', 'x', 'x', now(), now());

insert into identity.session (token_hash, kind, account_id, confirmed_at, created_at, expires_at)
values (sha256('partner'), 'account', pg_temp.id('partner'), now(), now(), now() + interval '1 day');

insert into referrals.referral (person_id, referral_id, consent_id, need_code, service_id, organisation_id, from_organisation_id,
  from_account_id, status, priority, created_at, sent_at, due_at)
select pg_temp.id('person ' || person), pg_temp.id('answer ' || n), pg_temp.id('consent ' || person), 'work', pg_temp.id('service 7'),
  pg_temp.id('organisation 7'), pg_temp.id('organisation ' || 100 + n % 300), pg_temp.id('account'), 'requested', 'routine', at, at, at + interval '2 days'
from (select n, 500 * (n % 100) + 3 + n % 5 as person, now() - n * interval '1 second' as at from generate_series(0, 149999) as n) as waiting;

insert into identity.account (account_id, kind, email, display_name, role, organisation_id, locale, totp_secret, created_at)
values (pg_temp.id('program'), 'program', 'program@example.org', 'Clinic', 'navigator', pg_temp.id('organisation 0'), 'ar', 'x', now());

insert into identity.program (account_id, contact, scopes, keys, created_at)
values (pg_temp.id('program'), 'x', '{system/*.cruds}', '[]', now());

insert into identity.program_token (token_hash, account_id, scopes, created_at, expires_at)
values (sha256('program'), pg_temp.id('program'), '{system/*.cruds}', now(), now() + interval '1 day');

insert into fhir.resource (person_id, resource_type, resource_id, status, categories, organisation_id, account_id, body, created_at, updated_at)
select pg_temp.id('person ' || n), 'ServiceRequest', pg_temp.id('order ' || n), 'active', '{|housing-instability}', pg_temp.id('organisation 0'),
  pg_temp.id('program'), jsonb_build_object('resourceType', 'ServiceRequest', 'status', 'active', 'intent', 'order',
    'code', '{"text": "A place to stay"}'::jsonb, 'subject', jsonb_build_object('reference', 'Patient/' || pg_temp.id('person ' || n)),
    'category', '[{"coding": [{"system": "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes",
      "code": "housing-instability"}]}]'::jsonb), now(), now()
from generate_series(0, 49999) as n;

vacuum analyze;
