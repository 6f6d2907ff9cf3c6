with matched as materialized (
  select service.service_id, ts_rank('{0.05, 0.2, 0.4, 1}', service.search_vector, asked.query) as rank, service.assured_at
  from directory.service, to_tsquery('simple', $1) as asked (query)
  where service.status = 'active' and service.search_vector @@ asked.query),
top as (select * from matched order by rank desc, assured_at desc nulls last, service_id limit 20),
counted as (select count(*)::integer as total from (select 1 from matched limit 1001) as capped)
select service.service_id, service.name, service.organisation_id, organisation.name as organisation_name,
  case when service.description is null then null else
    json_strip_nulls(json_build_object('ar', left(service.description->>'ar', 280), 'fr', left(service.description->>'fr', 280), 'en', left(service.description->>'en', 280))) end as description,
  array(select service_need.need_code from directory.service_need where service_need.service_id = service.service_id
    order by service_need.need_code) as need_codes,
  coalesce((select json_agg(area.name order by area.code)
    from directory.area_served as service_area join territory.published_area as area on area.area_id = service_area.area_id
    where service_area.service_id = service.service_id), '[]') as area_names,
  service.area_note,
  coalesce((select json_agg(case when location.is_confidential
      then json_build_object('isConfidential', true, 'name', null, 'areaName', null, 'address', null)
      else json_build_object('isConfidential', false, 'name', location.name, 'areaName', area.name, 'address', location.address) end
      order by location.location_id)
    from directory.service_at_location as given
    join directory.location on location.location_id = given.location_id
    left join territory.published_area as area on area.area_id = location.area_id
    where given.service_id = service.service_id), '[]') as places,
  coalesce((select json_agg(json_build_object('weekday', schedule.weekday, 'opensAt', to_char(schedule.opens_at, 'HH24:MI'),
      'closesAt', to_char(schedule.closes_at, 'HH24:MI'), 'description', schedule.description)
      order by schedule.weekday nulls last, schedule.opens_at)
    from directory.opening as schedule where schedule.service_id = service.service_id), '[]') as hours,
  service.languages, service.capacity,
  coalesce(
    (select phone.number from directory.phone where phone.service_id = service.service_id and phone.kind <> 'fax'
      order by phone.phone_id limit 1),
    (select phone.number from directory.service_at_location as given
      join directory.phone on phone.location_id = given.location_id
      where given.service_id = service.service_id and phone.kind <> 'fax' order by phone.phone_id limit 1)) as phone,
  service.assured_at, counted.total
from top join directory.service on service.service_id = top.service_id
join organisations.published_organisation as organisation on organisation.organisation_id = service.organisation_id
cross join counted order by top.rank desc, top.assured_at desc nulls last, top.service_id
