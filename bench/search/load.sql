create function pg_temp.id(name text) returns uuid language sql immutable
  return overlay(overlay(md5(name) placing '4' from 13) placing '8' from 17)::uuid;

-- Words come as they do in any language: a few very often, most of them rarely (a square of chance over five thousand).
create temporary table chance as select n, string_agg(chr(97 + (abs(hashint4(n * 31 + k)) % 26)), '') || 'o' as word
from generate_series(0, 4999) as n, generate_series(1, 4) as k group by n;

create function pg_temp.words(many integer) returns text language sql volatile
  begin atomic select string_agg(word, ' ') from (select word from chance join (
    select floor(5000 * power(random(), 2))::integer as pick from generate_series(1, many)) as picked on picked.pick = chance.n) as chosen; end;

create index on chance (n);
analyze chance;

insert into organisations.organisation (organisation_id, name, sector, receives_referrals, created_at, updated_at)
select pg_temp.id('organisation ' || n), jsonb_build_object('en', pg_temp.words(2 + n * 0), 'ar', 'جمعية الأمل ' || n), 'association', true, now(), now()
from generate_series(0, :organisations - 1) as n;

insert into territory.area (area_id, parent_area_id, kind, code, name, created_at)
select pg_temp.id('area ' || n), case when n = 0 then null else pg_temp.id('area 0') end, case when n = 0 then 'region' else 'municipality' end,
  'B' || n, jsonb_build_object('en', 'Town ' || n), now() from generate_series(0, 40) as n;

insert into directory.service (service_id, organisation_id, name, description, status, languages, capacity, capacity_at, assured_at,
  minimum_age, maximum_age, fees_description, search_name, search_words, search_text, created_at, updated_at)
select pg_temp.id('service ' || n), pg_temp.id('organisation ' || n % :organisations), jsonb_build_object('en', made.name, 'ar', 'خدمة ' || n),
  jsonb_build_object('en', made.text), case when n % 20 = 0 then 'inactive' else 'active' end,
  (array['{ar,fr}', '{ar}', '{fr,en}', '{ar,ber}'])[1 + n % 4]::text[],
  (array['open', 'unknown', 'waiting_list', 'full', 'open', 'unknown', 'assessment_first'])[1 + n % 7], now() - n % 211 * interval '1 day',
  now() - n % 701 * interval '1 day', case when n % 5 = 0 then 18 end, case when n % 9 = 0 then 25 end,
  case when abs(hashint4(n)) % 3 = 0 then '{"en": "Free"}'::jsonb end,
  made.name || ' k0lxmd', case when n % 50 = 0 then 'aml k0laml ' else '' end || (:need_words::text[])[1 + n % 12], made.text, now(), now()
from (select n, pg_temp.words(3 + n * 0) as name, pg_temp.words(25 + n * 0) as text from generate_series(0, :services - 1) as n) as made;

insert into directory.service_need (service_id, need_code)
select pg_temp.id('service ' || n), (:need_codes::text[])[1 + n % 12] from generate_series(0, :services - 1) as n;

insert into directory.area_served (service_id, area_id)
select pg_temp.id('service ' || n), pg_temp.id('area ' || 1 + floor(40 * power(random(), 2))::integer) from generate_series(0, :services - 1) as n where n % 6 <> 0;

-- Forty towns; the first is the largest by far, and has as many places within five kilometres as a capital has.
insert into directory.location (location_id, organisation_id, location_type, latitude, longitude, is_confidential, created_at, updated_at)
select pg_temp.id('location ' || n), pg_temp.id('organisation ' || n % :organisations), case when n % 25 = 0 then 'virtual' else 'physical' end,
  32 + town % 8 * 0.6 + (random() + random() + random() - 1.5) * 0.12, -8 + town / 8 * 0.8 + (random() + random() + random() - 1.5) * 0.14,
  n % 200 = 0, now(), now()
from (select n, floor(40 * power(random(), 2))::integer as town from generate_series(0, :services - 1) as n) as placed;

insert into directory.service_at_location (home_id, service_at_location_id, service_id, location_id)
select pg_temp.id('service ' || n), pg_temp.id('at ' || n), pg_temp.id('service ' || n), pg_temp.id('location ' || n) from generate_series(0, :services - 1) as n;

insert into directory.accessibility (home_id, accessibility_id, location_id, description)
select pg_temp.id('location ' || n), pg_temp.id('access ' || n), pg_temp.id('location ' || n), '{"en": "Step-free, ramp"}' from generate_series(0, :services - 1) as n where abs(hashint4(n + 7)) % 4 = 0;

insert into directory.opening (opening_id, service_id, weekday, nth, opens_at, closes_at)
select pg_temp.id('opening ' || n || ' ' || day), pg_temp.id('service ' || n), day, case when n % 23 = 0 then 2 end,
  case when n % 19 = 0 then time '20:00' else time '08:00' + n % 5 * interval '30 minutes' end,
  case when n % 19 = 0 then time '02:00' else time '13:00' + n % 7 * interval '45 minutes' end
from generate_series(0, :services - 1) as n, generate_series(1, 7) as day where (n + day) % 7 < 5;

insert into directory.phone (home_id, phone_id, service_id, number, kind, languages)
select pg_temp.id('service ' || n), pg_temp.id('phone ' || n), pg_temp.id('service ' || n), '+212 5 ' || n, 'voice', '{}' from generate_series(0, :services - 1) as n;

insert into directory.search_word (word) select word from chance union select unnest(string_to_array(unnest(:need_words::text[]), ' ')) on conflict do nothing;

insert into directory.search_folding (folding) values (:folding) on conflict do nothing;
