import {
  attributeOf,
  childrenOf,
  isPublic,
  linesOf,
  others,
  saying,
  textOf,
  type AirsElement,
  type Json,
  type Note,
} from './airs-element.ts';
import { addressesIn, contactsOf, otherNamesOf, phonesOf, verifiedOn } from './airs-parts.ts';
import { serviceOf } from './airs-service.ts';
import { locationOf } from './airs-site.ts';

const KNOWN = new Set([
  'Key',
  'Name',
  'AgencyDescription',
  'AKA',
  'AgencyLocation',
  'Phone',
  'URL',
  'Email',
  'Contact',
  'IRSStatus',
  'SourceOfFunds',
  'ServiceGroup',
  'Site',
  'Agency',
  'ResourceInfo',
]);

/** What is said of one agency while it is read: what stays out, whole or in part. */
export type AgencyNotes = {
  /** A record that is not meant for the public. */
  leaveOut: () => void;
  /** A value that is private. */
  hide: Note;
};

/** A record of HSDS with what is nested in it. */
export type AirsRecord = { object: 'organization' | 'location' | 'service'; json: Json };

type Work = { notes: AgencyNotes; records: AirsRecord[] };

function takeSite(work: Work, site: AirsElement, of: { agency: Json; own: string }): void {
  if (!isPublic(site)) return work.notes.leaveOut();
  const agencyId = String(of.agency['id']);
  const id = textOf(site, 'Key') || `${agencyId}/${of.own}`;
  const location = locationOf(site, id, work.notes.hide);
  work.records.push({ object: 'location', json: { ...location, organization_id: agencyId } });
  for (const [at, service] of childrenOf(site, 'SiteService').entries()) {
    if (!isPublic(service)) {
      work.notes.leaveOut();
      continue;
    }
    const made = serviceOf(service, { id: textOf(service, 'Key') || `${id}/${at}`, siteId: id, note: work.notes.hide });
    const ofSite = { name: location['name'], assured_date: verifiedOn(site) || of.agency['verified'] };
    work.records.push({ object: 'service', json: saying({ ...ofSite, ...made, organization_id: agencyId }) });
  }
}

function programsOf(agency: AirsElement): Json[] {
  return childrenOf(agency, 'ServiceGroup').flatMap((group) => {
    const [id, name] = [textOf(group, 'Key'), textOf(group, 'ProgramName') || textOf(group, 'Name')];
    return id === '' || name === '' ? [] : [{ id, name }];
  });
}

function organizationOf(agency: AirsElement, id: string, note: Note): Json {
  const [email = ''] = addressesIn(agency, 'Email', note);
  const [website = '', ...more] = addressesIn(agency, 'URL', note);
  const funds = textOf(agency, 'SourceOfFunds');
  return saying({
    ...others(agency, KNOWN),
    id,
    name: textOf(agency, 'Name'),
    alternate_name: otherNamesOf(agency, note),
    description: linesOf(agency, 'AgencyDescription'),
    email,
    website,
    additional_websites: more.map((url) => ({ url })),
    year_incorporated: attributeOf(agency, 'YearInc'),
    legal_status: attributeOf(agency, 'LegalStatus'),
    tax_status: textOf(agency, 'IRSStatus'),
    tax_id: attributeOf(agency, 'FEIN'),
    funding: funds === '' ? [] : [{ source: funds }],
    phones: phonesOf(agency, note),
    contacts: contactsOf(agency, note),
    programs: programsOf(agency),
  });
}

function takeAgency(work: Work, agency: AirsElement, parent: string | null): void {
  if (!isPublic(agency)) return work.notes.leaveOut();
  const id = textOf(agency, 'Key') || attributeOf(agency, 'FEIN') || `agency ${textOf(agency, 'Name')}`;
  const organization = organizationOf(agency, id, work.notes.hide);
  const json = parent === null ? organization : { ...organization, parent_organization_id: parent };
  work.records.push({ object: 'organization', json });
  const known = { id, verified: verifiedOn(agency) };
  for (const [at, office] of childrenOf(agency, 'AgencyLocation').entries())
    takeSite(work, office, { agency: known, own: `office ${at}` });
  for (const [at, site] of childrenOf(agency, 'Site').entries())
    takeSite(work, site, { agency: known, own: `site ${at}` });
  for (const child of childrenOf(agency, 'Agency')) takeAgency(work, child, id);
}

/**
 * An agency of AIRS XML (the exchange format of information and referral services, 3.0 and 3.1, which the software of most
 * regions of North America writes), with its sites and its child agencies, as organisations, locations and services of HSDS 3.1.
 */
export function agencyRecords(agency: AirsElement, notes: AgencyNotes): AirsRecord[] {
  const work: Work = { notes, records: [] };
  takeAgency(work, agency, null);
  return work.records;
}
