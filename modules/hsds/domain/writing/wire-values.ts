import { textIn, type Locale, type LocalizedText } from '@qantara/kernel';
import type { FieldKind, ObjectName } from '@qantara/directory/domain';
import type { Nested, Say } from './nest-records.ts';

/** The closed lists of HSDS 3.1, by object and field. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'service.status': ['active', 'inactive', 'defunct', 'temporarily closed'],
  'location.location_type': ['physical', 'postal', 'virtual'],
  'address.address_type': ['physical', 'postal', 'virtual'],
  'schedule.freq': ['WEEKLY', 'MONTHLY'],
  'schedule.wkst': ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
};

/** Which fields of kind `datetime` HSDS 3.1 gives the format `date-time`; the others are any text. */
export const MOMENTS: ReadonlySet<string> = new Set(['service.last_modified', 'service_capacity.updated']);
/** A `uri` that HSDS 3.1 gives no format. */
export const FREE_ADDRESSES: ReadonlySet<string> = new Set(['service_area.uri']);

const IS_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i;
const IS_ADDRESS = /^[a-z][a-z\d+.-]*:(?:[\w~!$&'()*+,;=:@/?#.[\]-]|%[\da-f]{2})+$/i;
const IS_HOST = /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/?#:]\S*)?$/u;
const MAILBOX = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?$/i;
export const IS_UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** An address of the web as RFC 3986 writes it; one without its scheme gets `http`, what is none is left out. */
export function addressOf(said: string): string | undefined {
  const whole = IS_HOST.test(said) ? `http://${said}` : said;
  if (!URL.canParse(whole)) return undefined;
  const { href } = new URL(whole);
  // As it was said, unless it has letters that an address must not have.
  const written = IS_ADDRESS.test(whole) ? whole : href;
  return IS_ADDRESS.test(written) ? written : undefined;
}

/** An e-mail address, or undefined. */
export function mailOf(said: string): string | undefined {
  const [name = '', domain = '', ...rest] = said.split('@');
  return rest.length === 0 && MAILBOX.test(name) && DOMAIN.test(domain) ? said : undefined;
}

/** A moment as RFC 3339 writes it; a day alone is its beginning in UTC. */
export function momentOf(said: string): string | undefined {
  if (IS_MOMENT.test(said)) return said;
  const at = new Date(said);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

function plainOf(name: string, value: unknown, kind: FieldKind): unknown {
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  const said = String(value);
  if (kind.startsWith('id ')) return IS_UUID.test(said) ? said : undefined;
  if (kind === 'uri') return FREE_ADDRESSES.has(name) ? said : addressOf(said);
  if (kind === 'email') return mailOf(said);
  return MOMENTS.has(name) ? momentOf(said) : said;
}

/**
 * Fields as they go out in one language (where it lacks, in the first that there is): what is not as HSDS 3.1 wants it is
 * left out, so that every answer is valid.
 */
export function sayIn(locale: Locale): Say {
  return (object, [field, kind], value) => {
    if (kind === 'text') return textIn(value as LocalizedText, locale).text;
    const name = `${object}.${field}`;
    const choices = CHOICES[name];
    if (choices !== undefined) return choices.includes(String(value)) ? value : undefined;
    return plainOf(name, value, kind);
  };
}

/** Fields as they are said, for whoever takes in the whole: only a text is told in one language. */
export function sayAsSaid(locale: Locale): Say {
  return (_object, [, kind], value) => (kind === 'text' ? textIn(value as LocalizedText, locale).text : value);
}

/** What HSDS 3.1 cannot be without, and what stands there where nothing is known: an empty text, never a guess. */
export const REQUIRED: Partial<Record<ObjectName, Nested>> = {
  organization: { name: '', description: '' },
  program: { name: '', description: '' },
  service: { name: '', status: 'inactive' },
  location: { location_type: 'physical' },
  address: { address_1: '', city: '', state_province: '', postal_code: '', country: '', address_type: 'physical' },
  organization_identifier: { identifier_type: '', identifier: '' },
  taxonomy: { name: '', description: '' },
  taxonomy_term: { name: '', description: '' },
  unit: { name: '' },
  metadata: {
    last_action_date: '',
    last_action_type: '',
    field_name: '',
    previous_value: '',
    replacement_value: '',
    updated_by: '',
  },
};

/** A row that lacks one of these says nothing: it is left out whole. */
export const NEEDED: Partial<Record<ObjectName, readonly string[]>> = {
  phone: ['number'],
  url: ['url'],
  service_capacity: ['available', 'updated'],
};

/** Fills in what HSDS 3.1 requires; undefined where the object is nothing without what it lacks. */
export function completed(object: ObjectName, nested: Nested): Nested | undefined {
  if (NEEDED[object]?.some((field) => nested[field] === undefined)) return undefined;
  for (const [field, value] of Object.entries(REQUIRED[object] ?? {})) nested[field] ??= value;
  if (object === 'service_capacity') nested['unit'] ??= { id: nested['unit_id'] ?? nested['id'], name: '' };
  return nested;
}
