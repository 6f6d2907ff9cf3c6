import {
  attributeOf,
  childrenOf,
  linesOf,
  others,
  saying,
  textOf,
  wordsOf,
  type AirsElement,
  type Json,
  type Note,
} from './airs-element.ts';
import { addressesIn, contactsOf, languagesOf, phonesOf, schedulesOf, verifiedOn } from './airs-parts.ts';

const REQUIREMENTS = [
  'GenderRequirements',
  'ResidencyRequirements',
  'FamilyRequirements',
  'IncomeRequirements',
  'AidRequirements',
  'OtherRequirements',
];
const KNOWN = new Set([
  ...REQUIREMENTS,
  'Key',
  'Name',
  'Description',
  'FeeStructure',
  'AgeRequirements',
  'ApplicationProcess',
  'DocumentsRequired',
  'GeographicAreaServed',
  'Languages',
  'TimeOpen',
  'Phone',
  'URL',
  'Email',
  'Contact',
  'Taxonomy',
  'ResourceInfo',
]);

function agesOf(service: AirsElement): Json {
  const [ages] = childrenOf(service, 'AgeRequirements');
  if (ages === undefined) return {};
  return {
    minimum_age: attributeOf(ages, 'MinimumAge') || textOf(ages, 'MinimumAge'),
    maximum_age: attributeOf(ages, 'MaximumAge') || textOf(ages, 'MaximumAge'),
  };
}

function eligibilityOf(service: AirsElement): string {
  const ages = childrenOf(service, 'AgeRequirements').map((one) => [attributeOf(one, 'Gender'), one.text.trim()]);
  return [...ages.flat(), linesOf(service, ...REQUIREMENTS)].filter((line) => line !== '').join('\n');
}

const PLACES = ['Description', 'City', 'County', 'State', 'ZipCode', 'Country'];

function areasOf(service: AirsElement): Json[] {
  return childrenOf(service, 'GeographicAreaServed').flatMap((area) => {
    const [name = wordsOf(area).join(', ')] = PLACES.map((place) => textOf(area, place)).filter((said) => said !== '');
    return name === '' ? [] : [{ name }];
  });
}

/** Every code is a term: several in one element are one kind of help for one kind of people. */
function termsOf(service: AirsElement): Json[] {
  const codes = childrenOf(service, 'Taxonomy').flatMap((one) => {
    const said = childrenOf(one, 'Code').flatMap(wordsOf);
    const name = textOf(one, 'Name');
    return said.map((code) => ({ code, name: said.length === 1 && name !== '' ? name : code }));
  });
  return codes.map(({ code, name }) => ({ taxonomy_term: { id: code, code, name } }));
}

/** A kind of help at one site, as a service of HSDS. Its hours are those at the site. */
export function serviceOf(service: AirsElement, of: { id: string; siteId: string; note: Note }): Json {
  const { id, siteId, note } = of;
  const [email = ''] = addressesIn(service, 'Email', note);
  const [url = ''] = addressesIn(service, 'URL', note);
  const documents = childrenOf(service, 'DocumentsRequired').flatMap((one) => wordsOf(one));
  const program = attributeOf(service, 'ServiceGroupKey');
  return saying({
    ...others(service, KNOWN),
    id,
    name: textOf(service, 'Name') || (childrenOf(service, 'Taxonomy').map((one) => textOf(one, 'Name'))[0] ?? ''),
    description: linesOf(service, 'Description'),
    status: 'active',
    email,
    url,
    fees_description: linesOf(service, 'FeeStructure'),
    application_process: linesOf(service, 'ApplicationProcess'),
    eligibility_description: eligibilityOf(service),
    assured_date: verifiedOn(service),
    program_id: program,
    ...agesOf(service),
    phones: phonesOf(service, note),
    contacts: contactsOf(service, note),
    languages: languagesOf(service),
    service_areas: areasOf(service),
    required_documents: documents.map((document) => ({ document })),
    attributes: termsOf(service),
    service_at_locations: [saying({ id: `${id}@${siteId}`, location_id: siteId, schedules: schedulesOf(service) })],
  });
}
