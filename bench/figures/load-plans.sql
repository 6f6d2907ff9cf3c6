create or replace function pg_temp.id(name text) returns uuid language sql immutable
  return overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17)::uuid;

insert into territory.area (area_id, kind, code, name, created_at)
values (pg_temp.id('region'), 'region', 'R', '{"ar": "الإقليم", "fr": "La région", "en": "The region"}', now());

insert into territory.area (area_id, parent_area_id, kind, code, name, created_at)
select pg_temp.id('town ' || n), pg_temp.id('region'), 'municipality', 'T' || n, jsonb_build_object('ar', 'بلدة ' || n, 'en', 'Town ' || n), now()
from generate_series(1, 20) as n;

insert into organisations.organisation (organisation_id, name, sector, receives_referrals, created_at, updated_at)
select pg_temp.id('organisation ' || n), jsonb_build_object('en', 'Organisation ' || n, 'ar', 'منظمة ' || n), 'association', true, now(), now()
from generate_series(0, 499) as n;

insert into indicators.indicator (indicator_id, code, name, definition, kind, recipe, unit, better, source, created_at)
select pg_temp.id('indicator ' || n), 'measure_' || n, jsonb_build_object('ar', 'مؤشر ' || n, 'fr', 'Indicateur ' || n, 'en', 'Measure ' || n),
  jsonb_build_object('ar', 'ما يقوله المؤشر ' || n, 'en', 'What measure ' || n || ' says'), 'population', null, 'ratio', 'up', '{"en": "A survey of each year"}', now()
from generate_series(0, 999) as n;

insert into indicators.observation (indicator_id, area_id, starts_on, ends_on, cut, numerator, denominator, observed_on, state, is_told)
select pg_temp.id('indicator ' || n), pg_temp.id('region'), make_date(year, 1, 1), make_date(year + 1, 1, 1), cut, 300 + (n * 7 + year) % 500, 1000,
  make_date(year, 12, 1), 'approved', true
from generate_series(0, 999) as n, generate_series(extract(year from now())::int - 9, extract(year from now())::int) as year,
  unnest(array['', 'sex:f', 'sex:m', 'age:0-14', 'age:15-24', 'age:25-44', 'age:45-64', 'age:65-', 'language:ar', 'language:fr', 'language:kab', 'language:en']) as cut;

-- As approval leaves it: what everybody reads is kept with its numbers.
update indicators.observation set told_as = jsonb_build_array(numerator, denominator, value, ends_on);

insert into plan.plan (plan_id, area_id, name, vision, starts_on, ends_on, is_public, reach, created_at, updated_at, published_at)
select pg_temp.id('plan ' || n), pg_temp.id(case when n = 0 then 'region' else 'town ' || n end),
  jsonb_build_object('ar', 'الخطة ' || n, 'fr', 'Plan ' || n, 'en', 'Plan ' || n),
  '{"ar": "أن يجد كل إنسان من يسنده", "fr": "Que chacun trouve un appui", "en": "That everybody finds somebody to lean on"}',
  make_date(extract(year from now())::int - 2, 1, 1), make_date(extract(year from now())::int + 3, 1, 1), true,
  case when n = 0 then 'region' else 'municipality' end, now(), now(), now()
from generate_series(0, 19) as n;

insert into plan.level (plan_id, code, rank, kind, name)
select pg_temp.id('plan ' || n), code, rank, code, jsonb_build_object('ar', code, 'en', code)
from generate_series(0, 19) as n, (values ('priority', 1), ('goal', 2), ('initiative', 3)) as level (code, rank);

insert into plan.item (item_id, plan_id, level_code, number, title, framework_areas, updated_at)
select pg_temp.id('priority ' || n || ' ' || p), pg_temp.id('plan ' || n), 'priority', p::text, jsonb_build_object('ar', 'أولوية ' || p, 'fr', 'Priorité ' || p, 'en', 'Priority ' || p),
  '{prevention}', now()
from generate_series(0, 19) as n, generate_series(1, 5) as p;

insert into plan.item (item_id, plan_id, parent_item_id, level_code, number, title, updated_at)
select pg_temp.id('goal ' || n || ' ' || g), pg_temp.id('plan ' || n), pg_temp.id('priority ' || n || ' ' || 1 + g % 5), 'goal', (1 + g % 5) || '.' || g,
  jsonb_build_object('ar', 'هدف ' || g, 'fr', 'Objectif ' || g, 'en', 'Goal ' || g), now()
from generate_series(1, 25) as g, generate_series(0, 19) as n;

insert into plan.item (item_id, plan_id, parent_item_id, level_code, number, title, description, framework_areas, lead_organisation_id, progress, share_done,
  starts_on, due_on, reported_at, updated_at)
select pg_temp.id('initiative ' || n || ' ' || i), pg_temp.id('plan ' || n), pg_temp.id('goal ' || n || ' ' || 1 + i % 25), 'initiative', 'i' || i,
  jsonb_build_object('ar', 'مبادرة ' || i, 'fr', 'Initiative ' || i, 'en', 'Initiative ' || i), jsonb_build_object('ar', 'ما تفعله المبادرة ' || i, 'en', 'What initiative ' || i || ' does'),
  '{prevention}', pg_temp.id('organisation ' || (n * 150 + i) % 500), (array['planned', 'under_way', 'delayed', 'done'])[1 + i % 4], i % 100,
  make_date(extract(year from now())::int - 1, 1, 1), make_date(extract(year from now())::int + 2, 1, 1), now() - interval '20 days', now()
from generate_series(0, 149) as i, generate_series(0, 19) as n;

insert into plan.target (target_id, item_id, indicator_id, baseline, baseline_starts_on, baseline_ends_on, target_kind, target, due_on, created_at)
select pg_temp.id('target ' || n || ' ' || k), pg_temp.id('goal ' || n || ' ' || 1 + k % 25), pg_temp.id('indicator ' || (n * 50 + k) % 1000), 0.4,
  make_date(extract(year from now())::int - 2, 1, 1), make_date(extract(year from now())::int - 1, 1, 1), 'absolute', 0.7,
  make_date(extract(year from now())::int + 3, 1, 1), now()
from generate_series(0, 49) as k, generate_series(0, 19) as n;

vacuum analyze;
