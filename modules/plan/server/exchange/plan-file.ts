import { strToU8, zipSync } from 'fflate';
import { csvLine } from '@qantara/kernel';
import { writeWorkbook, type Ctx } from '@qantara/platform';
import type { PlanDocument, PlanFile, PlanFileFormat } from '../../contract/index.ts';
import { tablesOf } from '../../domain/index.ts';
import type { PlanTables } from '../tables.gen.ts';
import { documentOfPlan } from './document-of-plan.ts';

/** A mark lets spreadsheets read Arabic and accents as they are. */
const MARK = '\uFEFF';
/** A fixed day, so that the same plan makes the same file. */
const NO_DAY = new Date('2020-01-01T00:00:00Z');

type Written = { ending: string; mediaType: string; bytes: Uint8Array };

const WRITERS: Record<PlanFileFormat, (document: PlanDocument) => Written> = {
  json: (document) => ({
    ending: 'json',
    mediaType: 'application/json',
    bytes: strToU8(`${JSON.stringify(document, null, 2)}\n`),
  }),
  xlsx: (document) => ({
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: writeWorkbook(tablesOf(document)),
  }),
  csv: (document) => {
    const files = tablesOf(document).map(
      ({ name, rows }) => [`${name}.csv`, strToU8(MARK + rows.map(csvLine).join(''))] as const,
    );
    return {
      ending: 'zip',
      mediaType: 'application/zip',
      bytes: zipSync(Object.fromEntries(files), { mtime: NO_DAY }),
    };
  },
};

/** A plan's document as the bytes of a file; no spreadsheet runs anything in it. */
export function writePlanFile(document: PlanDocument, format: PlanFileFormat): PlanFile {
  const { ending, mediaType, bytes } = WRITERS[format](document);
  const { reach, startsOn } = document.plan;
  return {
    fileName: `plan-${reach}-${startsOn.slice(0, 4)}.${ending}`,
    mediaType,
    content: Buffer.from(bytes).toString('base64'),
  };
}

/** A plan as a file, for this reader. Refuses `plan_not_found`. */
export async function getPlanFile(
  ctx: Ctx<PlanTables>,
  { planId, format, reader }: { planId?: string | undefined; format: PlanFileFormat; reader: 'public' | 'staff' },
): Promise<PlanFile> {
  return writePlanFile(await documentOfPlan(ctx, { planId, reader }), format);
}
