import { refuse, type Locale } from '@qantara/kernel';
import type { FoundTable, Mapping } from '../../contract/index.ts';
import { isMapped, type ImportReport } from '../../domain/index.ts';
import { airsPackage } from './airs-package.ts';
import { loadColumnNames } from './column-names-file.ts';
import { jsonPackage } from './json-package.ts';
import { mappedPackage } from './mapped-package.ts';
import { tabularPackage, type PackageTables } from './package-tables.ts';
import { describeTables, isHsds, isJson, isXml, openTables, titlesOf, type RawTable } from './raw-tables.ts';
import type { PackageFiles } from './read-files.ts';

/** Tables of HSDS, or tables of whose columns a person has to say what they are first. */
export type Opened = { tables: PackageTables; found?: undefined } | { tables?: undefined; found: FoundTable[] };

export type OpenedOf = { files: PackageFiles; report: ImportReport; language: Locale | null; mapping: Mapping | null };

async function byMapping(raw: RawTable[], of: OpenedOf): Promise<Opened> {
  const named = raw.map(({ name, header }) => ({ table: name, columns: titlesOf(header) }));
  if (of.mapping === null || !isMapped(named, of.mapping)) return { found: await describeTables(raw) };
  const { kinds } = await loadColumnNames();
  return { tables: mappedPackage(raw, { ...of, mapping: of.mapping, kinds }) };
}

/**
 * What was sent, as tables of HSDS: a package of any version in CSV files or the sheets of a workbook, HSDS JSON, AIRS XML, or
 * any other table by the mapping of its source. Refuses `import_format_unknown` where there is no table at all.
 */
export async function openPackage(of: OpenedOf): Promise<Opened> {
  const { files, report } = of;
  const raw = await openTables(files, report);
  if (isHsds(raw)) return { tables: await tabularPackage(raw, report) };
  const json = files.names.filter(isJson);
  if (json.length > 0) return { tables: jsonPackage(files, json, report) };
  const xml = files.names.filter(isXml);
  if (xml.length > 0 && raw.length === 0) {
    report.ignoredFiles.splice(0, Infinity, ...report.ignoredFiles.filter((name) => !isXml(name)));
    return { tables: airsPackage(files, xml, report) };
  }
  return raw.length === 0 ? refuse('import_format_unknown') : byMapping(raw, of);
}
