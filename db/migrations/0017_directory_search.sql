-- The search of the directory: what its filters ask quickly, mistyped words in every script, and what was not found.

create function directory.letter_pairs(word text) returns text[] language sql immutable strict parallel safe
  return (select array_agg(distinct substr('^' || word || '$', place, 2)) from generate_series(1, length(word) + 1) as place);
comment on function directory.letter_pairs(text) is
  'Letters side by side with the word''s edges, as domain/search/nearest-word has them. pg_trgm reads no Arabic where the server''s locale is C.';
drop index directory.search_word_trigram;
alter table directory.search_word add column pairs text[] not null generated always as (directory.letter_pairs(word)) stored;
comment on column directory.search_word.pairs is 'Its letters side by side, by which words spelt nearly alike are found.';
create index search_word_pairs on directory.search_word using gin (pairs);
create index search_word_prefix on directory.search_word (word text_pattern_ops);

create index location_open_point on directory.location (latitude, longitude, location_id)
  where not is_confidential and latitude is not null and longitude is not null;
comment on index directory.location_open_point is
  'A plain one: the server knows from its figures how many places lie in a box, and takes another way for a city than for a village.';
create index address_postcode on directory.address (upper(replace(postal_code, ' ', ''))) where postal_code is not null;
create index accessibility_location on directory.accessibility (location_id);
create index cost_option_service on directory.cost_option (service_id);

drop index directory.service_fresh;
create index service_fresh on directory.service (assured_at desc nulls last, service_id) include (capacity, capacity_at)
  where status = 'active' and merged_into is null;
comment on index directory.service_fresh is 'A list without words is ordered by room and freshness out of this index alone.';

create table directory.search_folding (
  folding integer primary key
);
comment on table directory.search_folding is 'By which rules the search columns were made (domain FOLDING); where that is not the program''s, they are made anew.';

create table directory.search_gap (
  week date not null,
  need_code text references directory.need (need_code),
  area_id uuid references territory.area (area_id),
  filters text[] not null,
  words text not null,
  searches integer not null,
  unique nulls not distinct (week, need_code, area_id, filters, words)
);
comment on table directory.search_gap is
  'How often a search found nothing, by week: no account, no address, no moment, and words only where the directory knows each of them or many days have brought it.';
comment on column directory.search_gap.week is 'The Monday of its week, in the region.';
comment on column directory.search_gap.filters is 'Which further filters were chosen, without what they were set to.';
comment on column directory.search_gap.words is 'The search words, folded; empty where one of them might name somebody.';

create table directory.search_unknown (
  digest bytea primary key,
  days integer not null,
  last_day date not null
);
comment on table directory.search_unknown is
  'On how many days a word was searched for that no service has: kept as a keyed digest, from which nobody reads the word. Forgotten after ninety days.';

-- To start a second process costs a search more milliseconds than it saves, and takes one from the next search.
alter table directory.service set (parallel_workers = 0);
alter table directory.service_need set (parallel_workers = 0);
alter table directory.service_at_location set (parallel_workers = 0);
alter table directory.area_served set (parallel_workers = 0);
alter table directory.location set (parallel_workers = 0);
alter table directory.opening set (parallel_workers = 0);
