import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import {
  LEFT_OUT,
  type PlanChoices,
  type PlanDocument,
  type PlanImport,
  type PlanImportReport,
  type PlanQuestion,
} from '../../contract/index.ts';
import { isDecided, leftOutOf, meaningOf } from '../../domain/index.ts';
import type { PlanTables } from '../tables.gen.ts';
import { askOf, optionsOf } from './known-here.ts';
import { openPlanFile } from './open-plan-file.ts';
import { endPlanImport, findPlanImport, insertPlanImport, saveChoices, type KeptImport } from './plan-import-store.ts';
import { writeDocument } from './write-document.ts';

type PlanCtx = Ctx<PlanTables>;
type Sent = { files: { fileName: string; content: string }[] };

/** A page shows this many of what is wrong; the rest is seen once these are mended. */
const MOST_SHOWN = 500;

const bare = ({ importId, fileName, status, requestedAt, endedAt, planId }: KeptImport): PlanImport => ({
  importId,
  fileName,
  status,
  requestedAt,
  endedAt,
  planId,
});

async function shown(ctx: PlanCtx, importId: string): Promise<PlanImport> {
  return bare((await findPlanImport(ctx.db, importId)) ?? refuse('plan_import_not_found'));
}

/** Reads a plan's file and says what is in it and what is wrong with it; no plan is written. Refuses `plan_file_unreadable`. */
export async function readPlanFile(ctx: PlanCtx, { files }: Sent): Promise<PlanImport> {
  const opened = await openPlanFile(
    files.map(({ fileName, content }) => ({ fileName, content: Buffer.from(content, 'base64') })),
  );
  const importId = await insertPlanImport(ctx.db, {
    fileName: files.map(({ fileName }) => fileName).join(', '),
    document: opened.document,
    faults: opened.faults.slice(0, MOST_SHOWN),
    notices: opened.notices.slice(0, MOST_SHOWN),
    accountId: ctx.actor.accountId,
    now: ctx.now,
  });
  const data = { nodes: opened.document?.nodes.length ?? null, faults: opened.faults.length };
  ctx.emit({ type: 'plan_import.read', subject: importId, data });
  return shown(ctx, importId);
}

function summaryOf({ plan, levels, nodes, targets }: PlanDocument): PlanImportReport['summary'] {
  const standAt = Map.groupBy(nodes, ({ level }) => level);
  return {
    name: plan.name,
    reach: plan.reach,
    levels: levels.map(({ code, name }) => ({ name, nodes: standAt.get(code)?.length ?? 0 })),
    nodes: nodes.length,
    targets: targets.length,
  };
}

/** What was read, what hinders it, and what is to be decided. Refuses `plan_import_not_found`. */
export async function getPlanImport(ctx: PlanCtx, { importId }: { importId: string }): Promise<PlanImportReport> {
  const kept = (await findPlanImport(ctx.db, importId)) ?? refuse('plan_import_not_found');
  const { document, faults, notices, choices } = kept;
  if (document === null) return { planImport: bare(kept), summary: null, faults, notices, questions: [], options: {} };
  const { known, questions } = await askOf(ctx, document, choices);
  return {
    planImport: bare(kept),
    summary: summaryOf(document),
    faults,
    notices: [...notices, ...leftOutOf(document, known)],
    questions,
    options: optionsOf(known, questions),
  };
}

async function getWaiting(ctx: PlanCtx, importId: string): Promise<KeptImport> {
  const kept = (await findPlanImport(ctx.db, importId, { isHeld: true })) ?? refuse('plan_import_not_found');
  return kept.status === 'read' ? kept : refuse('plan_import_ended');
}

/** What may be answered: one of the options, or leaving it out; an area cannot be left out. */
function checkChoices(questions: readonly PlanQuestion[], options: ReturnType<typeof optionsOf>): void {
  for (const { kind, choice } of questions) {
    if (choice === null || choice === '') continue;
    const isNone = choice === LEFT_OUT && kind !== 'area';
    if (!isNone && !options[kind]?.some(({ value }) => value === choice)) refuse('plan_choice_unknown');
  }
}

type Deciding = { kept: KeptImport; document: PlanDocument; chosen: PlanChoices };

async function decide(ctx: PlanCtx, { kept, document, chosen }: Deciding) {
  const given = Object.fromEntries(chosen.map(({ key, value }) => [key, value]));
  const { known, questions } = await askOf(ctx, document, { ...kept.choices, ...given });
  // A question that another plan above takes away is no question any more.
  const asked = questions.filter(({ key }) => key in given || key in kept.choices);
  const choices = Object.fromEntries(asked.map(({ key, choice }) => [key, choice ?? '']));
  checkChoices(questions, optionsOf(known, questions));
  await saveChoices(ctx.db, kept.importId, choices);
  return { known, questions };
}

/** Keeps what the planner decided so far. Refuses `plan_choice_unknown`. */
export async function choosePlanImport(
  ctx: PlanCtx,
  { importId, choices }: { importId: string; choices: PlanChoices },
): Promise<PlanImport> {
  const kept = await getWaiting(ctx, importId);
  if (kept.document !== null) await decide(ctx, { kept, document: kept.document, chosen: choices });
  ctx.emit({ type: 'plan_import.decided', subject: importId, data: { choices: choices.length } });
  return shown(ctx, importId);
}

/** Writes the plan. Refuses `plan_import_faulty` for a file with faults, and `plan_import_open` while anything is undecided. */
export async function writePlanImport(
  ctx: PlanCtx,
  { importId, choices }: { importId: string; choices: PlanChoices },
): Promise<PlanImport> {
  const kept = await getWaiting(ctx, importId);
  const document = kept.document ?? refuse('plan_import_faulty');
  const { known, questions } = await decide(ctx, { kept, document, chosen: choices });
  if (!isDecided(questions)) refuse('plan_import_open');
  const { planId } = await writeDocument(ctx, { document, meaning: meaningOf(document, known, questions) });
  await endPlanImport(ctx.db, { importId, planId, now: ctx.now });
  ctx.emit({ type: 'plan_import.written', subject: importId, data: { planId } });
  return shown(ctx, importId);
}

/** Gives a file up. Refuses `plan_import_ended`. */
export async function discardPlanImport(ctx: PlanCtx, { importId }: { importId: string }): Promise<PlanImport> {
  await getWaiting(ctx, importId);
  await endPlanImport(ctx.db, { importId, planId: null, now: ctx.now });
  ctx.emit({ type: 'plan_import.discarded', subject: importId });
  return shown(ctx, importId);
}
