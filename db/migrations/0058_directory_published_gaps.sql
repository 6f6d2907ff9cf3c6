-- Searches that found nothing, by need and area, for the report of what is missing: no words, no moment.

create view directory.published_search_gap as
select week, need_code, area_id, searches from directory.search_gap where need_code is not null;
comment on view directory.published_search_gap is 'How often a search for a need found nothing, by week and area, for other modules.';
