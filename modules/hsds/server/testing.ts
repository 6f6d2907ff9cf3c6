import { openTestRegion as openRegionWith, type Region } from '@qantara/directory/testing';
import { hsdsModule } from './index.ts';

export { actorWith, callRoute, inSystem, type Region } from '@qantara/directory/testing';

/** The directory of a small region, and the way in and out of it. */
export function openTestRegion(): Promise<Region> {
  return openRegionWith([hsdsModule]);
}

/** The tables of a small HSDS 3.1 package, with those that a test gives in their place. */
export function aPackage(changed: Record<string, string | Uint8Array> = {}): Record<string, string | Uint8Array> {
  return {
    'organizations.csv': 'id,name,description,email\no1,Harbour kitchen,Cooks,one@example.org\n',
    'services.csv':
      'id,organization_id,name,description,status,minimum_age,maximum_age,assured_date,wait_time\n' +
      's1,o1,Food pantry,"<p>Bread &amp; milk</p><p>every day</p>",active,18,65,2026-03-01,none\n',
    'locations.csv': 'id,location_type,organization_id,name,latitude,longitude\nl1,physical,,Quay house,36.8,10.2\n',
    'service_at_location.csv': 'id,service_id,location_id\nx1,s1,l1\n',
    'addresses.csv':
      'id,location_id,address_1,city,postal_code,country,address_type\na1,l1,1 Quay Road,Harbour,1000,TN,physical\n',
    'phones.csv': 'id,service_id,number,type\np1,s1,"""+1 555 0100""",voice\n',
    'schedules.csv': 'id,service_id,freq,byday,opens_at,closes_at\nh1,s1,WEEKLY,"MO,FR",09:00:00,17:30:00\n',
    'service_areas.csv': 'id,service_id,name\nr1,s1,Le Port\n',
    'languages.csv': 'id,service_id,phone_id,name,code\ng1,s1,,French,fr\ng2,,p1,Arabic,\n',
    'cost_options.csv': 'id,service_id,option,currency,amount,amount_description\nc1,s1,Everyone,tnd,5,a month\n',
    'required_documents.csv': 'id,service_id,document\nd1,s1,Identity card\n',
    'service_capacity.csv': 'id,service_id,available,updated\nk1,s1,3,2026-03-02T10:00:00Z\n',
    'taxonomy_terms.csv': 'id,code,name,description\nt1,BD-1800,Food banks,\n',
    'attributes.csv': 'id,link_id,link_entity,taxonomy_term_id\nz1,s1,service,t1\n',
    ...changed,
  };
}
