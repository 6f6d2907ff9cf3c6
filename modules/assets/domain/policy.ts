import type { Actor } from '@qantara/kernel';
import type { AssetKind } from '../contract/index.ts';

/**
 * Whether the actor may change this asset, and of a skill read who offers it. A skill is a person's own: only the
 * organisation to which they entrusted it may.
 */
export function mayKeep(actor: Actor, asset: { kind: AssetKind; organisationId: string | null }): boolean {
  if (actor.kind !== 'account' || !actor.permissions.has('asset:write')) return false;
  return asset.kind !== 'skill' || (actor.organisationId !== null && actor.organisationId === asset.organisationId);
}
