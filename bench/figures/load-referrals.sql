create or replace function pg_temp.id(name text) returns uuid language sql immutable
  return overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17)::uuid;

insert into directory.need (need_code, name, sort)
select need, jsonb_build_object('en', need), ordinal from unnest(array['food', 'housing', 'work', 'papers', 'child_care', 'health']) with ordinality as of (need, ordinal);

insert into indicators.indicator (indicator_id, code, name, definition, kind, recipe, unit, better, source, created_at)
select pg_temp.id('recipe ' || recipe), recipe, jsonb_build_object('en', recipe), jsonb_build_object('en', recipe), 'programme', recipe,
  case when recipe like '%days%' then 'days' when recipe = 'referrals_sent' then 'count' else 'ratio' end, 'up', '{"en": "The records"}', now()
from unnest(array['closure_rate', 'got_help_rate', 'median_days_to_answer', 'p90_days_to_answer', 'median_days_to_help', 'p90_days_to_help',
  'answered_in_time_rate', 'accepted_rate', 'silent_rate', 'passed_on_rate', 'referrals_sent']) as recipe;

insert into directory.service (service_id, organisation_id, name, description, status, languages, capacity, assured_at, search_name, search_words, search_text, created_at, updated_at)
select pg_temp.id('service ' || n), pg_temp.id('organisation ' || n), '{"en": "Help"}', '{"en": "Help"}', 'active', array['ar'], 'open', now(), 'help', 'help', 'help', now(), now()
from generate_series(0, 499) as n;

insert into people.person (person_id, display_name, languages, steward_organisation_id, origin, created_at, updated_at)
select pg_temp.id('person ' || n), 'Person ' || n, array['ar'], pg_temp.id('organisation 0'), 'staff', now(), now() from generate_series(0, 199999) as n;

insert into referrals.referral (person_id, referral_id, need_code, service_id, organisation_id, from_organisation_id, from_account_id, status, priority, area_id,
  created_at, sent_at, due_at, answered_at, ended_at)
select pg_temp.id('person ' || n % 200000), pg_temp.id('referral ' || n), (array['food', 'housing', 'work', 'papers', 'child_care', 'health'])[1 + n % 6],
  pg_temp.id('service ' || n % 500), pg_temp.id('organisation ' || n % 500), pg_temp.id('organisation ' || n % 40), pg_temp.id('account'),
  (array['requested', 'accepted', 'completed', 'completed', 'completed', 'completed', 'failed', 'rejected', 'cancelled', 'completed'])[1 + (n / 4) % 10],
  'routine', pg_temp.id('town ' || 1 + n % 20), at, at, at + interval '2 days', at + (1 + n % 90) * interval '1 hour', at + (100 + n % 700) * interval '1 hour'
from (select n, now() - n * interval '315 seconds' as at from generate_series(0, :REFERRALS - 1) as n) as past;

vacuum analyze;
