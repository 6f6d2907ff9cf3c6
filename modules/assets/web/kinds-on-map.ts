import { AssetKind } from '../contract/index.ts';

/** The kinds that stand at a point, in the order of the legend: a sign is the same on the map and in the list. */
export const KINDS_ON_MAP: readonly AssetKind[] = AssetKind.options.filter((kind) => kind !== 'skill');
