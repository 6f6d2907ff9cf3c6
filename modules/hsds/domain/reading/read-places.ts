import { foldText, type Locale } from '@qantara/kernel';
import type { PhoneKind } from '../../contract/index.ts';
import { keep, localized, type LocationDraft, type PhoneDraft } from './drafts.ts';
import { languageCodeOf } from './language-codes.ts';
import { servicesOf, type Owners } from './read-links.ts';
import { parentOf, rowsOf, type Reading } from './reading.ts';
import type { RowReader } from './row-reader.ts';

const ADDRESS = ['address_1', 'address_2', 'address_3', 'address_4', 'city', 'state_province', 'postal_code'];
const EXTENSION: Record<Locale, string> = { ar: 'التحويلة', fr: 'poste', en: 'extension' };

function isPostal(row: RowReader): boolean {
  return row.raw('address_type') === 'postal' || row.at.file.startsWith('postal');
}

function areaOf(reading: Reading, row: RowReader): string | undefined {
  return ['address_2', 'city', 'region', 'state_province']
    .map((field) => reading.areaIds.get(foldText(row.raw(field))))
    .find((areaId) => areaId !== undefined);
}

/** Addresses: a place is where it stands; where its post goes counts only if nothing else is known. */
export function readAddresses(reading: Reading, owners: Owners): void {
  const standing = new Set<LocationDraft>();
  const rows = rowsOf(reading, 'addresses').toSorted((one, other) => Number(isPostal(one)) - Number(isPostal(other)));
  for (const row of rows) {
    const location = parentOf(row, 'location_id', owners.locations);
    if (location === null) continue;
    const address = ADDRESS.map((field) => row.text(field))
      .filter((part) => part !== null)
      .join(', ');
    if (standing.has(location)) {
      if (location.address !== address)
        keep(location.attributes, isPostal(row) ? 'postal_address' : 'other_address', address);
      continue;
    }
    standing.add(location);
    location.address = address === '' ? null : address;
    location.areaId = areaOf(reading, row) ?? null;
  }
}

/** HSDS accessibility; 1.1 says it with one word, such as `disabled_parking`. */
export function readAccessibility(reading: Reading, owners: Owners): void {
  for (const row of rowsOf(reading, 'accessibility')) {
    const location = parentOf(row, 'location_id', owners.locations);
    if (location === null) continue;
    const said = [row.text('description', 'accessibility')?.replaceAll('_', ' ') ?? null, row.text('details')];
    const before = location.accessibility?.[reading.language] ?? null;
    const text = [before, ...said].filter((part) => part !== null).join('. ');
    location.accessibility = localized(text, reading.language);
  }
}

function kindOf(row: RowReader): PhoneKind {
  const said = row.raw('type').toLowerCase();
  if (/tty|tdd|textphone/.test(said)) return 'textphone';
  if (/cell|mobile|gsm/.test(said)) return 'mobile';
  if (/fax/.test(said)) return 'fax';
  return /sms|text/.test(said) ? 'text' : 'voice';
}

/** Several languages stand in one cell as "en, es" in 1.1. */
function languagesOf(said: string): string[] {
  return said.split(/[,;|]/).flatMap((part) => languageCodeOf(part) ?? []);
}

function phoneOf(reading: Reading, row: RowReader): PhoneDraft | null {
  const number = row.raw('number').replaceAll('"', '').trim();
  if (number === '') return row.refuseRow('required', 'number');
  if (number.length > 60 || !/\d{2}/.test(number)) return row.refuseRow('not_number', 'number');
  const extension = row.raw('extension');
  const said = [row.text('description'), extension === '' ? null : `${EXTENSION[reading.language]} ${extension}`];
  const description = said.filter((part) => part !== null).join(' – ');
  return {
    number,
    kind: kindOf(row),
    description: localized(description, reading.language),
    languages: languagesOf(row.raw('language')),
  };
}

/** A phone of a contact is one of the service or organisation that the contact is of. */
function ownerRowOf(row: RowReader, contacts: Map<string, RowReader>): RowReader {
  const owners = ['service_id', 'service_at_location_id', 'location_id', 'organization_id'];
  return owners.some((field) => row.raw(field) !== '') ? row : (contacts.get(row.raw('contact_id')) ?? row);
}

function givePhone(row: RowReader, phone: PhoneDraft, owners: Owners): void {
  if (row.raw('service_id') !== '' || row.raw('service_at_location_id') !== '') {
    for (const service of servicesOf(row, owners)) service.phones.push(phone);
  } else if (row.raw('location_id') !== '') {
    parentOf(row, 'location_id', owners.locations)?.phones.push(phone);
  } else {
    const organisation = parentOf(row, 'organization_id', owners.organisations);
    if (organisation === null) return;
    if (organisation.phone === null && phone.kind !== 'fax') organisation.phone = phone.number;
    else keep(organisation.attributes, `phone_${phone.kind}`, phone.number);
  }
}

/** HSDS phone. */
export function readPhones(reading: Reading, owners: Owners): Map<string, PhoneDraft> {
  const contacts = new Map(rowsOf(reading, 'contacts').map((row) => [row.raw('id'), row]));
  const phones = new Map<string, PhoneDraft>();
  for (const row of rowsOf(reading, 'phones')) {
    const phone = phoneOf(reading, row);
    if (phone === null) continue;
    phones.set(row.raw('id'), phone);
    givePhone(ownerRowOf(row, contacts), phone, owners);
  }
  return phones;
}
