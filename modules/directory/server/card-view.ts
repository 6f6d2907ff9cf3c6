import type { LocalizedText } from '@qantara/kernel';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Capacity, OpeningHours, ServiceCard } from '../contract/index.ts';
import { hoursColumn } from './hours-view.ts';

type CardPlace = z.input<typeof ServiceCard>['places'][number] & { isConfidential: false };

export type CardRow = {
  service_id: string;
  name: LocalizedText;
  alternate_name: LocalizedText | null;
  organisation_id: string;
  organisation_name: LocalizedText;
  description: LocalizedText | null;
  need_codes: string[];
  area_names: LocalizedText[];
  area_note: LocalizedText | null;
  places: (CardPlace | { isConfidential: true })[];
  hours: OpeningHours[];
  languages: string[];
  capacity: Capacity;
  capacity_at: Date | null;
  phone: string | null;
  assured_at: Date | null;
};

/** A list shows two lines of it: the rest of three languages would be most of the answer. */
const MOST_DESCRIPTION = 120;

const beginning = (locale: string) => sql`left(service.description->>${sql.lit(locale)}, ${sql.lit(MOST_DESCRIPTION)})`;

/**
 * What a card shows, read for the few services that a page lists: the statement that uses it has `service` in scope.
 * A confidential place leaves the database as nothing but its being one.
 */
export const cardColumns = sql`
  service.service_id, service.name, service.alternate_name, service.organisation_id, organisation.name as organisation_name,
  case when service.description is null then null else
    json_strip_nulls(json_build_object('ar', ${beginning('ar')}, 'fr', ${beginning('fr')}, 'en', ${beginning('en')})) end as description,
  array(select service_need.need_code from directory.service_need where service_need.service_id = service.service_id
    order by service_need.need_code) as need_codes,
  coalesce((select json_agg(area.name order by area.code)
    from directory.area_served as served join territory.published_area as area on area.area_id = served.area_id
    where served.service_id = service.service_id), '[]') as area_names,
  service.area_note,
  coalesce((select json_agg(case when location.is_confidential
      then json_build_object('isConfidential', true)
      else json_build_object('isConfidential', false, 'name', location.name, 'areaName', area.name, 'address', location.address,
        'latitude', location.latitude, 'longitude', location.longitude) end
      order by location.location_id)
    from directory.service_at_location as given
    join directory.location on location.location_id = given.location_id
    left join territory.published_area as area on area.area_id = location.area_id
    where given.service_id = service.service_id), '[]') as places,
  ${hoursColumn} as hours,
  service.languages, service.capacity, service.capacity_at,
  coalesce(
    (select phone.number from directory.phone where phone.service_id = service.service_id and phone.kind <> 'fax'
      order by phone.phone_id limit 1),
    (select phone.number from directory.service_at_location as given
      join directory.phone on phone.location_id = given.location_id
      where given.service_id = service.service_id and phone.kind <> 'fax' order by phone.phone_id limit 1)) as phone,
  service.assured_at`;

/** One row as the card that the contract promises. */
export function toCard(row: CardRow): z.input<typeof ServiceCard> {
  return {
    serviceId: row.service_id,
    name: row.name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    description: row.description !== null && Object.keys(row.description).length > 0 ? row.description : null,
    needCodes: row.need_codes,
    areaNames: row.area_names,
    areaNote: row.area_note,
    places: row.places.filter((place) => !place.isConfidential).map(({ isConfidential: _open, ...place }) => place),
    hasConfidentialPlace: row.places.some((place) => place.isConfidential),
    hours: row.hours,
    languages: row.languages,
    capacity: row.capacity,
    capacityAt: row.capacity_at?.toISOString() ?? null,
    phone: row.phone,
    assuredAt: row.assured_at?.toISOString() ?? null,
  };
}
