import type { ImportReport } from '../../domain/index.ts';
import { tabularPackage, type PackageTables } from './package-tables.ts';
import type { PackageFiles } from './read-files.ts';
import type { HsdsCtx } from './turn.ts';

/** What was sent, as tables of HSDS. */
export async function openPackage(
  _ctx: HsdsCtx,
  of: { files: PackageFiles; report: ImportReport; source: string },
): Promise<PackageTables> {
  return tabularPackage(of.files, of.report);
}
