import type { LocalizedText } from '@qantara/kernel';

export type Named = { id: string; name: LocalizedText };

/** What this place knows, to find again what a file means. */
export type KnownHere = {
  areas: readonly (Named & { code: string })[];
  plans: readonly Named[];
  organisations: readonly Named[];
  indicators: readonly Named[];
  /** The nodes of the plan that was chosen to be above, and of those above it. */
  served: readonly (Named & { number: string; plan: LocalizedText })[];
};
