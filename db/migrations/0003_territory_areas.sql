create schema if not exists territory;

create table territory.area (
  area_id uuid primary key,
  parent_area_id uuid references territory.area (area_id),
  kind text not null check (kind in ('region', 'municipality', 'neighbourhood')),
  code text not null unique,
  name jsonb not null,
  boundary jsonb,
  latitude double precision,
  longitude double precision,
  population integer check (population >= 0),
  created_at timestamptz not null
);
comment on table territory.area is 'A part of the territory, as a tree: the region, its municipalities, their neighbourhoods.';
comment on column territory.area.name is 'LocalizedText.';
comment on column territory.area.boundary is 'A GeoJSON geometry (RFC 7946), in WGS 84.';
comment on column territory.area.population is 'Residents at the last count; null where nobody counted.';
create index area_parent on territory.area (parent_area_id);

create view territory.published_area as
select area_id, parent_area_id, kind, code, name, latitude, longitude, population from territory.area;
comment on view territory.published_area is 'What other modules may read of an area.';
