with matched as materialized (
  select service.service_id, ts_rank('{0.05, 0.2, 0.4, 1}', service.search_vector, asked.query) as rank, service.assured_at
  from directory.service, to_tsquery('simple', $1) as asked (query)
  where service.status = 'active' and service.search_vector @@ asked.query),
top as (select * from matched order by rank desc, assured_at desc nulls last, service_id limit 21),
counted as (select count(*)::integer as total from (select 1 from matched limit 1001) as capped)
select service.service_id, service.name, service.description, service.capacity, service.languages, service.assured_at,
  organisation.organisation_id, organisation.name as organisation, counted.total
from top join directory.service on service.service_id = top.service_id
join organisations.organisation on organisation.organisation_id = service.organisation_id
cross join counted order by top.rank desc, top.assured_at desc nulls last, top.service_id
