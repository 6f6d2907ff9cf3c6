import {
  attributeOf,
  childrenOf,
  isConfidential,
  linesOf,
  others,
  saying,
  textOf,
  type AirsElement,
  type Json,
  type Note,
} from './airs-element.ts';
import {
  addressesIn,
  contactsOf,
  languagesOf,
  otherNamesOf,
  phonesOf,
  postalAddressesOf,
  schedulesOf,
} from './airs-parts.ts';

const KNOWN = new Set([
  'Key',
  'Name',
  'SiteDescription',
  'AKA',
  'PhysicalAddress',
  'MailingAddress',
  'OtherAddress',
  'ConfidentialAddress',
  'NoPhysicalAddress',
  'DisabilitiesAccess',
  'BusServiceAccess',
  'SpatialLocation',
  'Phone',
  'URL',
  'Email',
  'Contact',
  'TimeOpen',
  'Languages',
  'SiteService',
  'ResourceInfo',
  'AgencyKey',
]);

/**
 * Whether where a site is must stay unknown. Besides an address that is marked, AIRS has sites whose address is withheld or is
 * not given at all, "as for an assaulted women's shelter": what is there of such a place protects it too.
 */
export function isHiddenSite(site: AirsElement): boolean {
  const [address] = childrenOf(site, 'PhysicalAddress');
  const isWithheld = address !== undefined && (isConfidential(address) || textOf(address, 'ReasonWithheld') !== '');
  const isNotGiven = ['ConfidentialAddress', 'NoPhysicalAddress'].some((name) => childrenOf(site, name).length > 0);
  return isWithheld || isNotGiven || isConfidential(site);
}

function transportOf(site: AirsElement): string {
  return [attributeOf(site, 'PublicAccessToTransportation'), linesOf(site, 'BusServiceAccess')]
    .filter((text) => text !== '' && !/^(?:true|false|yes|no|[01])$/i.test(text))
    .join('\n');
}

/** Where an agency is, or offers its services, as a location of HSDS. A hidden one keeps its address, and is hidden here. */
export function locationOf(site: AirsElement, id: string, note: Note): Json {
  const [point] = childrenOf(site, 'SpatialLocation');
  const [url = ''] = addressesIn(site, 'URL', note);
  const access = linesOf(site, 'DisabilitiesAccess');
  // What is hidden is hidden with all that it says: nothing of it needs to be left out.
  const isHidden = isHiddenSite(site);
  const said: Note = isHidden ? () => undefined : note;
  const name = textOf(site, 'Name');
  return saying({
    ...others(site, KNOWN),
    id,
    location_type: 'physical',
    name,
    alternate_name: otherNamesOf(site, said),
    description: linesOf(site, 'SiteDescription'),
    transportation: transportOf(site),
    url,
    latitude: point === undefined ? '' : textOf(point, 'Latitude'),
    longitude: point === undefined ? '' : textOf(point, 'Longitude'),
    ...(isHidden ? { is_confidential: true } : {}),
    addresses: postalAddressesOf(site, said),
    phones: phonesOf(site, note),
    contacts: [...contactsOf(site, note), ...addressesIn(site, 'Email', note).map((email) => ({ email }))],
    schedules: schedulesOf(site),
    languages: languagesOf(site),
    accessibility: access === '' ? [] : [{ description: access }],
  });
}
