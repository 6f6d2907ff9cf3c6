import type { ImportNotes, RowRefusal, RowRefusalCode } from '../../contract/index.ts';
import type { TableRow } from './tables.ts';

type NoteKind = 'unmappedTerms' | 'unmatchedAreas' | 'keptColumns';
type At = Pick<TableRow, 'file' | 'row'>;

/** More would be no report any more: the rest is counted, not listed. */
const MOST_LISTED = 20_000;
const MOST_NOTES = 200;
const MOST_VALUE = 200;
const MOST_SERVICES = 20;

/** What is found wrong, or taken in another way than it stood, while a package is read. */
export class ImportReport {
  readonly refusals: RowRefusal[] = [];
  rowsRefused = 0;
  valuesRefused = 0;
  servicesWithoutNeed = 0;
  readonly ignoredFiles: string[] = [];
  readonly encodings: { file: string; encoding: string }[] = [];
  readonly #openPlaces = new Map<string, ImportNotes['maybeConfidential'][number]>();
  readonly #counts: Record<NoteKind, Map<string, number>> = {
    unmappedTerms: new Map(),
    unmatchedAreas: new Map(),
    keptColumns: new Map(),
  };

  /** A service that looks as if its place had to be hidden is given at a place that anybody is told. */
  noteOpenPlace({ locationId, place, service }: { locationId: string; place: string; service: string }): void {
    const known = this.#openPlaces.get(locationId) ?? { locationId, place, services: [] };
    if (this.#openPlaces.size < MOST_NOTES) this.#openPlaces.set(locationId, known);
    const name = service.slice(0, MOST_VALUE);
    if (known.services.length < MOST_SERVICES && !known.services.includes(name)) known.services.push(name);
  }

  /** This row is left out, for this reason. */
  refuseRow(at: At, code: RowRefusalCode, of: { field?: string; value?: string } = {}): void {
    this.rowsRefused += 1;
    this.#list(at, code, { ...of, scope: 'row' });
  }

  /** This value is left out; its row is kept. */
  refuseValue(at: At, code: RowRefusalCode, of: { field: string; value: string }): void {
    this.valuesRefused += 1;
    this.#list(at, code, { ...of, scope: 'value' });
  }

  note(kind: NoteKind, text: string): void {
    const counts = this.#counts[kind];
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }

  notes(): ImportNotes {
    const listed = (kind: NoteKind) =>
      [...this.#counts[kind]]
        .map(([text, count]) => ({ text: text.slice(0, MOST_VALUE), count }))
        .toSorted((one, other) => other.count - one.count)
        .slice(0, MOST_NOTES);
    return {
      unmappedTerms: listed('unmappedTerms'),
      unmatchedAreas: listed('unmatchedAreas'),
      keptColumns: listed('keptColumns'),
      ignoredFiles: this.ignoredFiles,
      servicesWithoutNeed: this.servicesWithoutNeed,
      encodings: this.encodings,
      maybeConfidential: [...this.#openPlaces.values()].toSorted((one, other) =>
        (one.services[0] ?? '').localeCompare(other.services[0] ?? ''),
      ),
    };
  }

  #list(
    { file, row }: At,
    code: RowRefusalCode,
    of: { field?: string; value?: string; scope: RowRefusal['scope'] },
  ): void {
    if (this.refusals.length >= MOST_LISTED) return;
    const value = of.value === undefined || of.value === '' ? null : of.value.slice(0, MOST_VALUE);
    this.refusals.push({ file, row, field: of.field ?? null, code, value, scope: of.scope });
  }
}
