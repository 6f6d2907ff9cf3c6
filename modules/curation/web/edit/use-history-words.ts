import { isolate, LOCALES, type Locale } from '@qantara/kernel';
import { LOCALE_NAMES, usePage } from '@qantara/ui';
import { weekdayOf } from '@qantara/directory/domain';
import { weekdayName } from '@qantara/directory/web';
import { EDITED_TEXTS, type HistoryLine } from '../../contract/index.ts';

const OF_FORM: ReadonlySet<string> = new Set([
  ...EDITED_TEXTS,
  'phone',
  'email',
  'url',
  'status',
  'minimum_age',
  'maximum_age',
]);
const OF_HISTORY: ReadonlySet<string> = new Set([
  'assured_date',
  'capacity_status',
  'capacity_at',
  'organization_id',
  'need_codes',
  'area_ids',
]);
const OF_PARTS: Record<string, string> = {
  schedule: 'curation.field.hours',
  service_at_location: 'curation.places.title',
  cost_option: 'curation.offer.costs',
  language: 'curation.field.languages',
  phone: 'curation.field.phone',
};
const OF_SCHEDULE: Record<string, string> = {
  byday: 'curation.field.days',
  opens_at: 'curation.field.opensAt',
  closes_at: 'curation.field.closesAt',
  valid_from: 'curation.field.validFrom',
  valid_to: 'curation.field.validTo',
  description: 'curation.field.note',
  amount: 'curation.field.amount',
  currency: 'curation.field.currency',
  option: 'curation.field.costText',
};
const DAYS = /^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T/;

type Words = { field: (line: HistoryLine) => string | null; value: (value: string) => string };

/** The numbers of a list of telephones, which is kept as it came. */
function numbersIn(value: string): string | null {
  try {
    const rows: unknown = JSON.parse(value);
    const numbers = Array.isArray(rows) ? rows.flatMap((row: { number?: string }) => row.number ?? []) : [];
    return numbers.length === 0 ? null : numbers.join(' · ');
  } catch {
    return null;
  }
}

/** What changed in words, where we have words for it: fields are kept by their names in HSDS. */
export function useHistoryWords(): Words {
  const { t, locale, formats } = usePage();
  const named = (field: string): string | null => {
    if (OF_FORM.has(field)) return t(`curation.field.${field}`);
    return OF_HISTORY.has(field) ? t(`curation.history_field.${field}`) : null;
  };
  const partWords = (object: string, field: string): string | null => {
    const [name = ''] = field.split('.');
    const part = OF_PARTS[object];
    if (part === undefined) return null;
    const words = OF_SCHEDULE[name];
    return words === undefined ? t(part) : t('curation.history_field.part', { part: t(part), field: t(words) });
  };
  return {
    field: ({ object, field }) => {
      if (object !== 'service') return partWords(object, field);
      const [name = '', language = ''] = field.split('.');
      const words = named(name);
      const locale = LOCALES.find((one): one is Locale => one === language);
      if (words === null || locale === undefined) return words;
      return t('curation.history_field.of', { field: words, language: isolate(LOCALE_NAMES[locale]) });
    },
    value: (value) => {
      if (DAYS.test(value))
        return formats.list(value.split(',').map((day) => weekdayName(weekdayOf(day) ?? 1, locale)));
      if (DAY.test(value)) return formats.date(value);
      return MOMENT.test(value) ? formats.dateTime(value) : (numbersIn(value) ?? value);
    },
  };
}
