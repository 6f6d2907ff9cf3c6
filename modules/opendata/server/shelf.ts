import { createHash } from 'node:crypto';
import { LOCALES, refuse } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';
import {
  catalogueOf,
  cidsFileName,
  cidsOfPlan,
  csvOfTable,
  csvwMetadata,
  figuresTable,
  listDatasets,
  tablesOf,
  TIERS,
  yearsOf,
  type Measured,
  type OpenData,
  type OpenDataset,
} from '../domain/index.ts';
import { gatherOpenData } from './gather-open-data.ts';

/** One file as it is given away; a table names the file that describes it. */
export type ShelvedFile = { type: string; body: string; describedBy: string | null };
/** Everything that is given away, made in one go: the catalogue tells of just these files. */
export type Shelf = { datasets: OpenDataset[]; names: string[]; find: (name: string) => ShelvedFile | undefined };

const JSON_LD = 'application/ld+json; charset=utf-8';
const CSV = 'text/csv; charset=utf-8; header=present';
const CSVM = 'application/csvm+json; charset=utf-8';
const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

const metadataOf = (file: string): string => `${file}-metadata.json`;

/** Tables first, each with its description; those of one year are tables of their own. */
function tableFiles(data: OpenData): Map<string, ShelvedFile> {
  const files = new Map<string, ShelvedFile>();
  const put = (file: string, table: ReturnType<typeof figuresTable>): void => {
    const describedBy = metadataOf(file);
    files.set(file, { type: CSV, body: csvOfTable(table), describedBy });
    files.set(describedBy, { type: CSVM, body: json(csvwMetadata(table.shape.name, file)), describedBy: null });
  };
  for (const table of tablesOf(data)) put(`${table.shape.name}.csv`, table);
  for (const year of yearsOf(data)) put(`figures-${year}.csv`, figuresTable(data, year));
  return files;
}

function measure(files: ReadonlyMap<string, ShelvedFile>): Measured {
  return new Map(
    [...files].map(([name, { body }]) => [
      name,
      { bytes: Buffer.byteLength(body), checksum: createHash('sha256').update(body).digest('hex') },
    ]),
  );
}

/** Plans as impact data are made when they are asked for: six files a plan, of which few are taken. */
function planFiles(data: OpenData): Map<string, () => ShelvedFile> {
  const { address, region, plans } = data;
  const made = plans.flatMap((plan) =>
    TIERS.flatMap((tier) =>
      LOCALES.map((locale): [string, () => ShelvedFile] => [
        cidsFileName(plan.planId, tier, locale),
        () => ({
          type: JSON_LD,
          body: json(cidsOfPlan(plan, { address, publisher: region.name, locale, tier })),
          describedBy: null,
        }),
      ]),
    ),
  );
  return new Map(made);
}

function shelve(data: OpenData): Shelf {
  const tables = tableFiles(data);
  const measured = measure(tables);
  const plans = planFiles(data);
  const catalogue = { type: JSON_LD, body: json(catalogueOf(data, measured)), describedBy: null };
  return {
    datasets: listDatasets(data, measured),
    names: ['catalogue.jsonld', ...tables.keys(), ...plans.keys()],
    find: (name) => (name === 'catalogue.jsonld' ? catalogue : (tables.get(name) ?? plans.get(name)?.())),
  };
}

/** For how long a shelf is given before it is made anew: as long as answers may be kept on the way. */
const KEPT_MS = 60_000;

type Kept = { from: number; shelf: Promise<Shelf> };
const keptOf = new WeakMap<object, Kept>();

/** What is given away now: made once a minute at most, so that whoever asks a thousand times makes no work. */
export function openShelf(ctx: AnyCtx): Promise<Shelf> {
  const kept = keptOf.get(ctx.vault);
  const from = ctx.now.getTime();
  if (kept !== undefined && from >= kept.from && from - kept.from < KEPT_MS) return kept.shelf;
  const shelf = gatherOpenData(ctx).then(shelve);
  keptOf.set(ctx.vault, { from, shelf });
  shelf.catch(() => keptOf.delete(ctx.vault));
  return shelf;
}

/** One file by its name. Refuses `record_not_found`. */
export async function getShelved(ctx: AnyCtx, name: string): Promise<ShelvedFile> {
  return (await openShelf(ctx)).find(name) ?? refuse('record_not_found');
}
