import { textIn, type Locale, type LocalizedText } from '@qantara/kernel';
import { DAY_CODES } from '@qantara/directory/domain';
import type { Nested } from './nest-records.ts';

/** A column of the list that people open in a spreadsheet: one service a row. */
export type SheetColumn = { heading: LocalizedText; cell: (service: Nested, locale: Locale) => string | number | null };

const listIn = (nested: Nested, key: string): Nested[] => (nested[key] ?? []) as Nested[];
const oneIn = (nested: Nested, key: string): Nested => (nested[key] ?? {}) as Nested;
const textAt = (nested: Nested, key: string): string => {
  const value = nested[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const joined = (parts: string[], separator: string): string =>
  [...new Set(parts.filter((part) => part !== ''))].join(separator);

const field =
  (key: string) =>
  (service: Nested): string =>
    textAt(service, key);

const STATUS: Record<string, LocalizedText> = {
  active: { ar: 'قائمة', fr: 'en service', en: 'active' },
  inactive: { ar: 'غير قائمة', fr: 'inactive', en: 'inactive' },
  defunct: { ar: 'انتهت', fr: 'supprimée', en: 'defunct' },
  'temporarily closed': { ar: 'مغلقة مؤقتًا', fr: 'fermée pour le moment', en: 'temporarily closed' },
};
const CAPACITY: Record<string, LocalizedText> = {
  open: { ar: 'فيها مكان', fr: 'places libres', en: 'has room' },
  waiting_list: { ar: 'قائمة انتظار', fr: 'liste d’attente', en: 'waiting list' },
  full: { ar: 'لا مكان فيها', fr: 'complet', en: 'full' },
  assessment_first: { ar: 'بعد تقييم', fr: 'après évaluation', en: 'assessment first' },
};

const coded = (key: string, words: Record<string, LocalizedText>) => (service: Nested, locale: Locale) =>
  textIn(words[textAt(service, key)], locale).text;

function languages(service: Nested, locale: Locale): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const said = listIn(service, 'languages').map((language) => {
    const code = textAt(language, 'code');
    return /^[a-z]{2,3}$/.test(code) ? (names.of(code) ?? code) : textAt(language, 'name') || code;
  });
  return joined(said, locale === 'ar' ? '، ' : ', ');
}

function dayNames(byday: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // The fifth of January 2026 was a Monday.
  const days = byday.split(/[,; ]+/).map((day) => DAY_CODES.indexOf(day.slice(-2) as 'MO'));
  return days.map((day) => (day < 0 ? '' : format.format(Date.UTC(2026, 0, 5 + day)))).join(' ');
}

function hours(service: Nested, locale: Locale): string {
  const firstDay = (schedule: Nested): number => DAY_CODES.indexOf(textAt(schedule, 'byday').slice(0, 2) as 'MO');
  const week = listIn(service, 'schedules').toSorted((one, other) => firstDay(one) - firstDay(other));
  const lines = week.map((schedule) => {
    const times = joined([textAt(schedule, 'opens_at'), textAt(schedule, 'closes_at')], '–');
    const days = textAt(schedule, 'byday') === '' ? '' : dayNames(textAt(schedule, 'byday'), locale);
    return joined([days, times, textAt(schedule, 'description')], ' ');
  });
  return joined(lines, '\n');
}

function places(service: Nested): string {
  const lines = listIn(service, 'service_at_locations').map((at) => {
    const location = oneIn(at, 'location');
    const [address = {}] = listIn(location, 'addresses');
    const parts = ['address_1', 'address_2', 'city', 'postal_code'].map((key) => textAt(address, key));
    return joined([textAt(location, 'name'), ...parts], ', ');
  });
  return joined(lines, '\n');
}

function phones(service: Nested): string {
  const own = listIn(service, 'phones');
  const ofPlaces = listIn(service, 'service_at_locations').flatMap((at) => listIn(oneIn(at, 'location'), 'phones'));
  return joined(
    [...own, ...ofPlaces].map((phone) => textAt(phone, 'number')),
    '\n',
  );
}

function needs(service: Nested, locale: Locale): string {
  const terms = listIn(service, 'attributes').map((attribute) => oneIn(attribute, 'taxonomy_term'));
  const names = terms.filter((term) => term['taxonomy'] === 'needs').map((term) => textAt(term, 'name'));
  return joined(names, locale === 'ar' ? '، ' : ', ');
}

const listed = (key: string, inner: string) => (service: Nested) =>
  joined(
    listIn(service, key).map((one) => textAt(one, inner)),
    '\n',
  );

function costs(service: Nested): string {
  const options = listIn(service, 'cost_options').map((cost) =>
    ['option', 'amount', 'currency', 'amount_description']
      .map((key) => textAt(cost, key))
      .filter((part) => part !== '')
      .join(' '),
  );
  return joined([textAt(service, 'fees_description'), ...options], '\n');
}

const age = (key: string) => (service: Nested) => (typeof service[key] === 'number' ? service[key] : null);

/** What somebody who plans, calls or prints wants of each service. */
export const SHEET_COLUMNS: readonly SheetColumn[] = [
  { heading: { ar: 'الخدمة', fr: 'Service', en: 'Service' }, cell: field('name') },
  {
    heading: { ar: 'الجهة', fr: 'Organisme', en: 'Organisation' },
    cell: (service) => textAt(oneIn(service, 'organization'), 'name'),
  },
  { heading: { ar: 'الحاجات', fr: 'Besoins', en: 'Needs' }, cell: needs },
  { heading: { ar: 'الحالة', fr: 'État', en: 'Status' }, cell: coded('status', STATUS) },
  { heading: { ar: 'المكان المتاح', fr: 'Places', en: 'Room' }, cell: coded('capacity_status', CAPACITY) },
  { heading: { ar: 'التنبيه', fr: 'À savoir', en: 'Alert' }, cell: field('alert') },
  { heading: { ar: 'الوصف', fr: 'Description', en: 'Description' }, cell: field('description') },
  { heading: { ar: 'لمن', fr: 'Pour qui', en: 'For whom' }, cell: field('eligibility_description') },
  { heading: { ar: 'من عمر', fr: 'À partir de (âge)', en: 'From age' }, cell: age('minimum_age') },
  { heading: { ar: 'إلى عمر', fr: 'Jusqu’à (âge)', en: 'To age' }, cell: age('maximum_age') },
  { heading: { ar: 'الكلفة', fr: 'Coût', en: 'Cost' }, cell: costs },
  { heading: { ar: 'كيف تُطلب', fr: 'Comment demander', en: 'How to ask' }, cell: field('application_process') },
  { heading: { ar: 'ما يُحضر', fr: 'À apporter', en: 'What to bring' }, cell: listed('required_documents', 'document') },
  { heading: { ar: 'اللغات', fr: 'Langues', en: 'Languages' }, cell: languages },
  { heading: { ar: 'الهاتف', fr: 'Téléphone', en: 'Phone' }, cell: phones },
  { heading: { ar: 'البريد الإلكتروني', fr: 'Courriel', en: 'E-mail' }, cell: field('email') },
  { heading: { ar: 'الموقع', fr: 'Site', en: 'Website' }, cell: field('url') },
  { heading: { ar: 'أين تُقدَّم', fr: 'Où', en: 'Where' }, cell: places },
  { heading: { ar: 'من تخدم', fr: 'Zones servies', en: 'Areas served' }, cell: listed('service_areas', 'name') },
  { heading: { ar: 'الأوقات', fr: 'Horaires', en: 'Hours' }, cell: hours },
  {
    heading: { ar: 'آخر تحقق', fr: 'Vérifié le', en: 'Last confirmed' },
    cell: (service) => textAt(service, 'assured_date').slice(0, 10),
  },
  {
    heading: { ar: 'آخر تغيير', fr: 'Modifié le', en: 'Last changed' },
    cell: (service) => textAt(service, 'last_modified').slice(0, 10),
  },
  { heading: { ar: 'المعرّف', fr: 'Identifiant', en: 'Identifier' }, cell: field('id') },
];

/** Headings of the list in one language. */
export function sheetHeadings(locale: Locale): string[] {
  return SHEET_COLUMNS.map(({ heading }) => textIn(heading, locale).text);
}

/** A service as a row of the list. */
export function sheetCells(service: Nested, locale: Locale): (string | number | null)[] {
  return SHEET_COLUMNS.map(({ cell }) => cell(service, locale));
}
