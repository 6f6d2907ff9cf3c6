import { foldText } from '@qantara/kernel';
import { keep, type PhoneDraft, type ServiceDraft } from './drafts.ts';
import { languageCodeOf } from './language-codes.ts';
import { servicesOf, type Owners } from './read-links.ts';
import { rowsOf, type Reading } from './reading.ts';
import type { RowReader } from './row-reader.ts';
import type { TableName } from './tables.ts';

function each(
  reading: Reading,
  owners: Owners,
  of: { table: TableName; read: (row: RowReader, service: ServiceDraft) => void },
): void {
  for (const row of rowsOf(reading, of.table)) for (const service of servicesOf(row, owners)) of.read(row, service);
}

function addLine(lines: string[], line: string | null): void {
  if (line !== null && line !== '' && !lines.includes(line)) lines.push(line);
}

function costOf(row: RowReader): string {
  const amount = [row.raw('amount'), row.raw('currency').toUpperCase()].filter((part) => part !== '').join(' ');
  return [row.text('option'), amount === '' ? null : amount, row.text('amount_description')]
    .filter((part) => part !== null)
    .join(' – ');
}

function readArea(reading: Reading, row: RowReader, service: ServiceDraft): void {
  const name = row.text('name', 'service_area') ?? row.text('description');
  if (name === null) return;
  const areaId = reading.areaIds.get(foldText(name));
  if (areaId !== undefined) {
    service.areaIds.add(areaId);
    return;
  }
  addLine(service.lines.areaNote, name);
  reading.report.note('unmatchedAreas', name);
}

/** Rows about a phone's language change that phone; those about a location are kept with what is given there. */
function readLanguages(reading: Reading, owners: Owners, phones: Map<string, PhoneDraft>): void {
  for (const row of rowsOf(reading, 'languages')) {
    const said = row.raw('code', 'language', 'name');
    const code = languageCodeOf(said) ?? languageCodeOf(row.raw('name'));
    const phone = row.raw('service_id') === '' ? phones.get(row.raw('phone_id')) : undefined;
    if (phone !== undefined) {
      if (code !== undefined && !phone.languages.includes(code)) phone.languages.push(code);
      continue;
    }
    for (const service of servicesOf(row, owners)) {
      if (code === undefined) keep(service.attributes, 'language', said);
      else service.languages.add(code);
      keep(service.attributes, 'language_note', row.text('note'));
    }
  }
}

function readCapacity(row: RowReader, service: ServiceDraft): void {
  const available = row.number('available', { min: 0, max: 1e9 });
  const updatedAt = row.date('updated');
  if (available === null) return;
  service.capacity = available > 0 ? 'open' : 'full';
  service.capacityAt = updatedAt;
  keep(service.attributes, 'capacity', [row.raw('available'), row.raw('maximum'), row.text('description')].join(' / '));
}

function programNames(reading: Reading): Map<string, string> {
  return new Map(rowsOf(reading, 'programs').map((row) => [row.raw('id'), row.text('name') ?? '']));
}

/** The lesser tables of a service: whom it is for, what it costs, what to bring, where it serves, in which languages. */
export function readServiceParts(reading: Reading, owners: Owners, phones: Map<string, PhoneDraft>): void {
  each(reading, owners, {
    table: 'eligibility',
    read: (row, service) => addLine(service.lines.eligibility, row.text('eligibility')),
  });
  each(reading, owners, {
    table: 'required_documents',
    read: (row, service) => addLine(service.lines.documents, row.text('document')),
  });
  each(reading, owners, { table: 'cost_options', read: (row, service) => addLine(service.lines.fees, costOf(row)) });
  each(reading, owners, {
    table: 'payments_accepted',
    read: (row, service) => keep(service.attributes, 'payment_accepted', row.text('payment')),
  });
  each(reading, owners, { table: 'service_areas', read: (row, service) => readArea(reading, row, service) });
  each(reading, owners, { table: 'service_capacity', read: readCapacity });
  readLanguages(reading, owners, phones);
  const programs = programNames(reading);
  for (const row of rowsOf(reading, 'services'))
    keep(
      owners.services.kept.get(row.raw('id'))?.attributes ?? {},
      'program',
      programs.get(row.raw('program_id')) ?? null,
    );
}

const CONTACT = ['name', 'title', 'department', 'email'];

function attributesOf(row: RowReader, owners: Owners) {
  const service =
    owners.services.kept.get(row.raw('service_id')) ??
    owners.links.kept.get(row.raw('service_at_location_id'))?.service;
  return service?.attributes ?? owners.organisations.kept.get(row.raw('organization_id'))?.attributes;
}

/** Contacts, funding and official numbers: kept with the service, else with the organisation, that they are of. */
export function readKeptTables(reading: Reading, owners: Owners): void {
  const kept: [TableName, string, (row: RowReader) => string | null][] = [
    [
      'contacts',
      'contact',
      (row) =>
        CONTACT.map((field) => row.text(field))
          .filter((part) => part !== null)
          .join(', '),
    ],
    ['funding', 'funding', (row) => row.text('source')],
    [
      'organization_identifiers',
      'identifier',
      (row) =>
        [row.text('identifier_scheme'), row.text('identifier_type'), row.text('identifier')]
          .filter((part) => part !== null)
          .join(' '),
    ],
  ];
  for (const [table, label, valueOf] of kept)
    for (const row of rowsOf(reading, table)) {
      const attributes = attributesOf(row, owners);
      if (attributes === undefined)
        row.refuseRow('not_found', row.raw('service_id') === '' ? 'organization_id' : 'service_id');
      else keep(attributes, label, valueOf(row));
    }
}
