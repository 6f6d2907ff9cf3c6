import { createHash } from 'node:crypto';
import { csvOf, refuse, textIn, type CsvCell } from '@qantara/kernel';
import { answerAssent, askAssent, findAssent, listAssents, listOpenings, useAssent, type Ctx } from '@qantara/platform';
import type { z } from 'zod';
import {
  LogFilter,
  type AskedExport,
  type AssentId,
  type LogExport,
  type SeenOpening,
  type Word,
} from '../contract/index.ts';
import { insertExport, listMadeFiles } from './export-store.ts';
import { accountNameOf, listNames, withNames } from './name-view.ts';
import { openingFilterOf } from './read-log.ts';
import type { OversightTables } from './tables.gen.ts';

type ExportCtx = Ctx<OversightTables>;

/** What is agreed to by one word is not agreed to by another. */
const KIND = 'oversight.export';
const MOST_OPENINGS = 10_000;
const COLUMNS = [
  'opening_id',
  'at',
  'kind',
  'channel',
  'account_id',
  'account',
  'organisation',
  'rule',
  'person_id',
  'subject_id',
  'reason',
];

/** What was asked for and where it stands, newest first: for who asked and for whoever may agree. */
export async function listExports(ctx: ExportCtx): Promise<{ exports: LogExport[] }> {
  const assents = await listAssents(ctx, KIND);
  const names = await listNames(ctx, []);
  const files = await listMadeFiles(ctx);
  return {
    exports: assents.map((assent) => {
      const file = files.get(assent.assentId);
      return {
        assentId: assent.assentId as AssentId,
        filter: LogFilter.parse(assent.about),
        reason: assent.reason,
        state: assent.state,
        askedBy: accountNameOf(names, assent.askedBy),
        askedAt: assent.askedAt.toISOString(),
        expiresAt: assent.expiresAt.toISOString(),
        answeredBy: accountNameOf(names, assent.answeredBy),
        answerNote: assent.answerNote,
        isOwn: assent.askedBy === ctx.actor.accountId,
        file: file === undefined ? null : { rows: file.rows, digest: file.digest, madeAt: file.madeAt.toISOString() },
      };
    }),
  };
}

/** Asks a second person for a file of the log: of exactly these openings. */
export async function askExport(ctx: ExportCtx, { reason, ...filter }: z.output<typeof AskedExport>) {
  return { assentId: (await askAssent(ctx, { kind: KIND, about: filter, reason })) as AssentId };
}

/** The second person's word. Refuses `assent_own`, `assent_closed`. */
export async function answerExport(ctx: ExportCtx, { assentId, agrees, note }: z.output<typeof Word>) {
  await answerAssent(ctx, { assentId, kind: KIND, agrees, note: note === '' ? null : note });
  return { done: true as const };
}

function rowsOf(opening: SeenOpening, ctx: ExportCtx): CsvCell[][] {
  const { openingId, at, kind, channel, accountId, accountName, organisationName, people } = opening;
  const organisation = organisationName === null ? null : textIn(organisationName, ctx.locale).text;
  const whole: CsvCell[] = [openingId, at, kind, channel, accountId, accountName, organisation];
  if (people.length === 0) return [[...whole, null, null, null, null]];
  return people.map(({ rule, personId, subjectId, reason }) => [...whole, rule, personId, subjectId, reason]);
}

/**
 * The file, once: to who asked, after another agreed, of what was agreed to. It has an entry of its own in the log, for everybody
 * whose record it names, and its digest is in the chain. Refuses `assent_not_agreed`, `export_too_large`.
 */
export async function fetchExport(ctx: ExportCtx, { assentId }: { assentId: string }) {
  const asked = await findAssent(ctx, { assentId, kind: KIND });
  const filter = openingFilterOf(LogFilter.parse(asked.about), ctx.timeZone);
  const upTo = { ...filter, until: filter.until ?? asked.askedAt };
  const openings = await listOpenings(ctx, upTo, { limit: MOST_OPENINGS + 1, offset: 0 });
  if (openings.length > MOST_OPENINGS) refuse('export_too_large');
  await useAssent(ctx, { assentId, kind: KIND });
  const rows = (await withNames(ctx, openings)).flatMap((opening) => rowsOf(opening, ctx));
  const content = csvOf([COLUMNS, ...rows]);
  const digest = createHash('sha256').update(content).digest();
  const madeBy = ctx.actor.accountId ?? refuse('assent_not_agreed');
  const exportId = await insertExport(ctx, { assentId, madeBy, rows: rows.length, digest });
  const people = [...new Set(openings.flatMap((opening) => opening.people.map(({ personId }) => personId)))];
  ctx.noteAccess({ personId: people, kind: 'log_export', subjectId: exportId, rule: 'oversight', channel: 'export' });
  const told = { rows: rows.length, digest: digest.toString('hex'), assent: assentId };
  ctx.emit({ type: 'log.exported', subject: exportId, data: told });
  return { fileName: `openings-${exportId.slice(-8)}.csv`, content, rows: rows.length, digest: told.digest };
}
