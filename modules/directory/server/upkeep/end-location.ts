import { refuse } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';
import { listLocationsById, listServicesAt, saveLocationEnd } from './location-store.ts';

/**
 * Ends a place at which no service is given: it is offered and passed on no more, until a source speaks of it again. Refuses
 * `location_not_found` and `location_in_use`.
 */
export async function endLocation(ctx: AnyCtx, locationId: string): Promise<void> {
  const [line] = await listLocationsById(ctx, [locationId]);
  if (line === undefined) refuse('location_not_found');
  if ((await listServicesAt(ctx, locationId)).length > 0) refuse('location_in_use');
  await saveLocationEnd(ctx, locationId);
  ctx.emit({ type: 'location.ended', subject: locationId, data: { organisationId: line.organisationId } });
}
