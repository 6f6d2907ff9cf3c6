import { keep, type Attributes, type ServiceDraft } from './drafts.ts';
import { needRulesOf, needsOfTerm, type Term } from './need-terms.ts';
import type { Owners } from './read-links.ts';
import { rowsOf, type Reading } from './reading.ts';
import type { RowReader } from './row-reader.ts';

type KnownTerm = Term & { needs: string[] };
type Terms = { known: (code: string) => KnownTerm };

/** Each term is judged once, however many services name it; one that no table explains speaks by its code alone. */
function termsOf(reading: Reading): Terms {
  const rules = needRulesOf(reading.terms);
  const byId = new Map([...termsById(reading)].map(([id, term]) => [id, { ...term, needs: needsOfTerm(term, rules) }]));
  const known = (id: string): KnownTerm => {
    const term = byId.get(id) ?? { code: id, name: '', needs: needsOfTerm({ code: id, name: '' }, rules) };
    byId.set(id, term);
    return term;
  };
  return { known };
}

function termsById(reading: Reading): Map<string, Term> {
  return new Map(
    rowsOf(reading, 'taxonomy_terms').map((row) => [
      row.raw('id'),
      { code: row.raw('code', 'id'), name: row.text('name') ?? '' },
    ]),
  );
}

/** A term that means one of our needs makes the service found by it; any other is kept and counted. */
function giveTerm(reading: Reading, service: ServiceDraft, { needs, ...term }: KnownTerm): void {
  for (const need of needs) service.needCodes.add(need);
  const said = term.name === '' ? term.code : term.name;
  keep(service.attributes, 'taxonomy_term', said);
  if (needs.length === 0) reading.report.note('unmappedTerms', said);
}

function ownerAttributes(id: string, owners: Owners): Attributes | undefined {
  const { services, organisations, locations, links } = owners;
  return (services.kept.get(id) ?? organisations.kept.get(id) ?? locations.kept.get(id) ?? links.kept.get(id)?.service)
    ?.attributes;
}

function refuseLink(row: RowReader, field: string, owners: Owners): void {
  const id = row.raw(field);
  const isRefused = [owners.services, owners.organisations, owners.locations, owners.links].some((of) =>
    of.refused.has(id),
  );
  if (id === '') row.refuseRow('required', field);
  else row.refuseRow(isRefused ? 'parent_refused' : 'not_found', field);
}

function termOf(row: RowReader, terms: Terms): KnownTerm | undefined {
  const termId = row.raw('taxonomy_term_id', 'taxonomy_id');
  return termId === '' ? undefined : terms.known(termId);
}

function labelOf(row: RowReader, term: Term | undefined): string {
  const label = row.text('label') ?? (term?.name || row.text('link_type'));
  return (label ?? 'attribute').slice(0, 200);
}

function readAttribute(reading: Reading, owners: Owners, of: { row: RowReader; terms: Terms }): void {
  const { row, terms } = of;
  // 1.1 and 2.0 name the service, 3.x names any record.
  const idField = row.raw('link_id') === '' ? 'service_id' : 'link_id';
  const attributes = ownerAttributes(row.raw(idField), owners);
  if (attributes === undefined) {
    refuseLink(row, idField, owners);
    return;
  }
  const term = termOf(row, terms);
  const service = owners.services.kept.get(row.raw(idField));
  if (service !== undefined && term !== undefined) giveTerm(reading, service, term);
  keep(attributes, labelOf(row, term), row.text('value', 'taxonomy_detail'));
}

/** What kind of help a service is, in the terms of its source, and whatever else the source says of a record. */
export function readTerms(reading: Reading, owners: Owners): void {
  const terms = termsOf(reading);
  for (const row of rowsOf(reading, 'attributes')) readAttribute(reading, owners, { row, terms });
  for (const row of rowsOf(reading, 'services')) {
    const service = owners.services.kept.get(row.raw('id'));
    const ids = row
      .raw('taxonomy_ids')
      .split(/[,;|]/)
      .map((id) => id.trim())
      .filter((id) => id !== '');
    if (service !== undefined) for (const id of ids) giveTerm(reading, service, terms.known(id));
  }
  for (const service of owners.services.kept.values())
    if (service.needCodes.size === 0) reading.report.servicesWithoutNeed += 1;
}
