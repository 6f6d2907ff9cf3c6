import { withTables, type AnyCtx } from '@qantara/platform';
import type { ItemId, PlanId } from '../../contract/index.ts';
import { isDecided, meaningOf, rawOfJson, readDocument } from '../../domain/index.ts';
import { savePublished } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { askOf } from './known-here.ts';
import { writeDocument } from './write-document.ts';

/** A published plan for a sample or a test, by the way that files go, with its nodes by number; throws where a file would be sent back or a question asked. */
export async function saveDocument(
  anyCtx: AnyCtx,
  json: unknown,
): Promise<{ planId: PlanId; itemIds: Map<string, ItemId> }> {
  const ctx = withTables<PlanTables>(anyCtx);
  const { document, faults } = readDocument(rawOfJson(json));
  if (document === null) throw new Error(`the plan has faults: ${JSON.stringify(faults.slice(0, 5))}`);
  const { known, questions } = await askOf(ctx, document, {});
  if (!isDecided(questions)) throw new Error(`the plan leaves questions: ${JSON.stringify(questions)}`);
  const written = await writeDocument(ctx, { document, meaning: meaningOf(document, known, questions) });
  const version = document.plan.adoptedOn === null ? 1 : 2;
  await savePublished(ctx, { planId: written.planId, version });
  return written;
}
