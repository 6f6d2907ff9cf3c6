import { decodePieces, refuse } from '@qantara/kernel';
import { agencyRecords, Unnester, type ImportReport } from '../../domain/index.ts';
import { packedTables, PackedRows } from './packed-rows.ts';
import type { PackageTables, Progress } from './package-tables.ts';
import { readElements } from './read-elements.ts';
import type { PackageFiles } from './read-files.ts';

const SAID = 'AIRS XML';

/**
 * The tables that AIRS XML makes, the exchange format of information and referral services, which iCarol, VisionLink and
 * WellSky write: agencies, their sites, and the services at these. Rows are counted by agencies. Refuses `import_format_unknown`
 * for a document without an agency.
 */
export function airsPackage(files: PackageFiles, names: string[], report: ImportReport): PackageTables {
  const packed = new PackedRows();
  const unnester = new Unnester(packed);
  async function* prepare(): AsyncGenerator<Progress> {
    let agencies = 0;
    for (const file of names) {
      const { pieces, encoding } = decodePieces(await files.open(file));
      if (encoding !== 'utf-8') report.encodings.push({ file, encoding });
      let row = 0;
      for (const agency of readElements(pieces(), 'Agency')) {
        row += 1;
        const at = { file, row };
        const records = agencyRecords(agency, {
          leaveOut: () => report.refuseRow(at, 'private'),
          hide: (field) => report.refuseValue(at, 'private', { field, value: '' }),
        });
        for (const { object, json } of records) unnester.take(json, at, object);
        yield { read: packed.total, total: null };
      }
      agencies += row;
    }
    if (agencies === 0) refuse('import_format_unknown');
  }
  return packedTables(SAID, packed, prepare);
}
