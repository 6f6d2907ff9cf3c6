import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { Suggested, SuggestedField, TakenFrom } from '../contract/index.ts';
import { findSuggestion, saveTaken, type SuggestionRow } from './suggestion-store.ts';
import type { CurationTables } from './tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;

/** What a suggestion says of one field, to stand beside the form in which that is entered. Refuses `suggestion_not_found`. */
export async function findSuggested(
  ctx: CurationCtx,
  of: { suggestionId?: string | undefined; field: SuggestedField },
): Promise<z.input<typeof Suggested> | null> {
  if (of.suggestionId === undefined) return null;
  const row = (await findSuggestion(ctx, of.suggestionId)) ?? refuse('suggestion_not_found');
  const said = row.proposals.find(({ field }) => field === of.field);
  if (said === undefined) return null;
  const { suggestion_id: suggestionId, version, locale, taken_fields } = row;
  return { suggestionId, version, value: said.value, locale, isTaken: taken_fields.includes(of.field) };
}

/** Whether all that was proposed stands in the entry now. */
function stateAfter(row: SuggestionRow, taken: SuggestedField[]): SuggestionRow['state'] {
  const isWhole = row.proposals.every(({ field }) => taken.includes(field));
  return row.state === 'partly_accepted' && isWhole ? 'accepted' : row.state;
}

/**
 * What was suggested of one field stands in the entry now, entered by hand. Refuses `suggestion_not_found` for one of another
 * entry, `already_decided` for one that was not taken, and `changed_meanwhile`.
 */
export async function markTaken(
  ctx: CurationCtx,
  from: TakenFrom,
  of: { field: SuggestedField; serviceIds: string[] },
): Promise<void> {
  if (from.suggestionId === undefined) return;
  const row = (await findSuggestion(ctx, from.suggestionId)) ?? refuse('suggestion_not_found');
  if (!of.serviceIds.includes(row.service_id ?? '')) refuse('suggestion_not_found');
  if (row.state === 'rejected') refuse('already_decided');
  if (!row.proposals.some(({ field }) => field === of.field) || row.taken_fields.includes(of.field)) return;
  const taken = [...row.taken_fields, of.field];
  const saved = await saveTaken(ctx, {
    suggestionId: row.suggestion_id,
    version: from.suggestionVersion ?? row.version,
    state: stateAfter(row, taken),
    takenFields: taken,
  });
  if (!saved) refuse('changed_meanwhile');
  ctx.emit({ type: 'suggestion.taken', subject: row.suggestion_id, data: { taken: [of.field] } });
}
