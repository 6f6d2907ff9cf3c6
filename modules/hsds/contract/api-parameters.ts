import { Locale } from '@qantara/kernel';
import { z } from 'zod';

/** A parameter of the interface: how it is read, how OpenAPI says it, and whether it is HSDS 3.1's or our profile's. */
export type ApiParameter = {
  read: z.ZodType;
  schema: Readonly<Record<string, unknown>>;
  about: string;
  isOurs: boolean;
};

const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform((said) => said === true || said === 'true' || said === '1');
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const amount = (least: number, most: number) => z.coerce.number().min(least).max(most);
const clock = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/)
  .transform((said) => said.slice(0, 5));
const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.datetime({ local: true }), z.iso.date()])
  .transform(
    (said) =>
      new Date(/T.*(?:Z|[+-]\d{2}:\d{2})$/.test(said) ? said : `${said.slice(0, 19)}${said.length > 10 ? 'Z' : ''}`),
  );

/** RFC 5545's days, Monday first, and their English names, as callers of the UK profile send either. */
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const day = z
  .string()
  .transform((said) => Math.max(DAYS.indexOf(said.toUpperCase()), NAMES.indexOf(said.toLowerCase())) + 1)
  .refine((weekday) => weekday > 0, { params: { code: 'not_a_choice' } });

const text = { type: 'string' };
const id = { type: 'string', format: 'uuid' };
const boolean = { type: 'boolean' };
const number = (minimum: number, maximum: number) => ({ type: 'number', minimum, maximum });
const integer = (minimum: number, maximum: number) => ({ type: 'integer', minimum, maximum });

const official = (read: z.ZodType, schema: object, about: string): ApiParameter => ({
  read,
  schema: { ...schema },
  about,
  isOurs: false,
});
const ours = (read: z.ZodType, schema: object, about: string): ApiParameter => ({
  read,
  schema: { ...schema },
  about,
  isOurs: true,
});

export const MOST_PER_PAGE = 500;
/** A list of identifiers alone may be asked for whole, as HSDS 3.1 wishes. */
export const MOST_MINIMAL_PER_PAGE = 50_000;
export const USUAL_PER_PAGE = 50;

const EARTH_METRES = 20_100_000;

/** Every parameter that some address of the interface takes. */
export const API_PARAMETERS = {
  search: official(
    z.string().trim().max(200),
    text,
    'All of these words, in any of the three languages and spellings.',
  ),
  page: official(
    whole(1, 1_000_000),
    { ...integer(1, 1_000_000), default: 1 },
    'Which page, counted from 1. A page beyond the last is empty.',
  ),
  per_page: official(
    whole(1, MOST_MINIMAL_PER_PAGE),
    { ...integer(1, MOST_PER_PAGE), default: USUAL_PER_PAGE },
    'How many a page; with minimal up to 50000.',
  ),
  format: official(
    z.enum(['json', 'ndjson']),
    { type: 'string', enum: ['json', 'ndjson'], default: 'json' },
    'ndjson streams everything that matches, one record a line, without pages.',
  ),
  taxonomy_term_id: official(z.uuid(), id, 'Only what has this term.'),
  taxonomy_id: official(z.uuid(), id, 'Only what has some term of this taxonomy.'),
  organization_id: official(z.uuid(), id, 'Only what this organization does.'),
  modified_after: official(
    moment,
    { type: 'string', format: 'date-time' },
    'Only what changed at this moment or later.',
  ),
  minimal: official(flag, boolean, 'Only id and last_modified: to see what changed.'),
  full: official(flag, boolean, 'Each record with everything nested in it.'),
  full_service: official(flag, boolean, 'The services of an organization with everything nested in them.'),
  top_only: official(flag, boolean, 'Only terms without a parent.'),
  parent_id: official(z.uuid(), id, 'Only the terms right below this one.'),
  postcode: official(
    z.string().trim().min(1).max(20),
    text,
    'Only what serves where this postcode is, by the directory’s own addresses; one that it has no address of finds nothing.',
  ),
  proximity: official(
    amount(0, EARTH_METRES),
    number(0, EARTH_METRES),
    'With postcode: only within so many metres of the middle of its addresses, the nearest first.',
  ),
  lang: ours(
    Locale,
    { type: 'string', enum: [...Locale.options] },
    'The language of the texts. Without it, the one that Accept-Language asks for. Where a text lacks it, it stands in the first language that it has.',
  ),
  profile: ours(
    z.enum(['hsds', 'qantara']),
    { type: 'string', enum: ['hsds', 'qantara'], default: 'hsds' },
    'qantara adds what our profile has beyond HSDS 3.1: translations, capacity, source, distance, confidentiality.',
  ),
  lat: ours(amount(-90, 90), number(-90, 90), 'With lon: the nearest first.'),
  lon: ours(amount(-180, 180), number(-180, 180), 'With lat: the nearest first.'),
  radius: ours(amount(0, EARTH_METRES), number(0, EARTH_METRES), 'With lat and lon: only within so many metres.'),
  open_now: ours(flag, boolean, 'Only active services that are open at this moment, by their schedules.'),
  day: ours(day, { type: 'string', enum: DAYS }, 'Only with hours on this day (UK profile).'),
  start_time: ours(
    clock,
    { type: 'string', pattern: '^\\d{2}:\\d{2}$' },
    'Only with hours that begin at this time or later (UK profile).',
  ),
  end_time: ours(
    clock,
    { type: 'string', pattern: '^\\d{2}:\\d{2}$' },
    'Only with hours that end at this time or earlier (UK profile).',
  ),
  minimum_age: ours(amount(0, 200), number(0, 200), 'Only services whose minimum age is this or more (UK profile).'),
  maximum_age: ours(amount(0, 200), number(0, 200), 'Only services whose maximum age is this or less (UK profile).'),
} as const satisfies Record<string, ApiParameter>;

export type ParameterName = keyof typeof API_PARAMETERS;

const PAGED = ['search', 'page', 'per_page', 'format'] as const;
const SAID = ['lang', 'profile'] as const;
const PLACED = ['postcode', 'proximity', 'lat', 'lon', 'radius'] as const;
const TIMED = ['open_now', 'day', 'start_time', 'end_time', 'minimum_age', 'maximum_age'] as const;
const CLASSED = ['taxonomy_term_id', 'taxonomy_id'] as const;

/** Which parameters each list takes: HSDS 3.1's, and our profile's after them. */
export const LIST_PARAMETERS = {
  services: [
    ...PAGED,
    ...CLASSED,
    'organization_id',
    'modified_after',
    'minimal',
    'full',
    ...SAID,
    ...PLACED,
    ...TIMED,
  ],
  organizations: [...PAGED, 'full_service', 'full', ...CLASSED, ...SAID],
  taxonomies: [...PAGED, ...SAID],
  taxonomy_terms: [...PAGED, 'taxonomy_id', 'top_only', 'parent_id', ...SAID],
  service_at_locations: [
    ...PAGED,
    ...CLASSED,
    'organization_id',
    'modified_after',
    'full',
    ...SAID,
    ...PLACED,
    ...TIMED,
  ],
} as const satisfies Record<string, readonly ParameterName[]>;

export type ListName = keyof typeof LIST_PARAMETERS;
export const LIST_NAMES = Object.keys(LIST_PARAMETERS) as ListName[];

/** Which parameters the address of one record takes. */
export const RECORD_PARAMETERS = {
  services: [...SAID],
  organizations: ['full_service', ...SAID],
  taxonomies: [...SAID],
  taxonomy_terms: [...SAID],
  service_at_locations: [...SAID],
} as const satisfies Record<ListName, readonly ParameterName[]>;
