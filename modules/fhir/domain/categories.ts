import type { Coding, Concept } from './resource.ts';
import { SYSTEMS } from './systems.ts';

/** SDOH categories as needs of the region; those that name no help of ours have none. */
const NEED_OF: Readonly<Record<string, string>> = {
  'food-insecurity': 'food',
  'housing-instability': 'housing',
  homelessness: 'housing',
  'inadequate-housing': 'housing',
  'transportation-insecurity': 'transport',
  'employment-status': 'work',
  'financial-insecurity': 'work',
  'social-connection': 'loneliness',
  'intimate-partner-violence': 'safety',
  'elder-abuse': 'safety',
  'digital-literacy': 'digital_access',
  'digital-access': 'digital_access',
  'utility-insecurity': 'utilities',
  'language-access': 'language',
};

const CATEGORY_OF: Readonly<Record<string, string>> = {
  food: 'food-insecurity',
  housing: 'housing-instability',
  transport: 'transportation-insecurity',
  work: 'employment-status',
  loneliness: 'social-connection',
  safety: 'intimate-partner-violence',
  digital_access: 'digital-access',
  utilities: 'utility-insecurity',
  language: 'language-access',
};

const UNSPECIFIED = 'sdoh-category-unspecified';

const codingsOf = (concepts: readonly Concept[]): Coding[] => concepts.flatMap(({ coding }) => coding ?? []);

/** The need that categories name: our own code first, else what the SDOH category means here; undefined where none does. */
export function needIn(concepts: readonly Concept[]): string | undefined {
  const codings = codingsOf(concepts);
  const own = codings.find(({ system }) => system === SYSTEMS.need)?.code;
  if (own !== undefined) return own;
  return codings
    .flatMap(({ system, code }) => (system === SYSTEMS.sdohcc ? [NEED_OF[code ?? ''] ?? []] : []))
    .flat()[0];
}

/** The SDOH category of a need; unspecified where there is none. */
export const sdohCategory = (needCode: string | null): { system: string; code: string } => ({
  system: SYSTEMS.sdohcc,
  code: CATEGORY_OF[needCode ?? ''] ?? UNSPECIFIED,
});

/** A need as categories: the SDOH one (unspecified where there is none), and ours. */
export function categoriesOf(needCode: string): Concept[] {
  return [{ coding: [sdohCategory(needCode)] }, { coding: [{ system: SYSTEMS.need, code: needCode }] }];
}

/** A code in any of these concepts. */
export function hasCode(concepts: readonly Concept[] | undefined, code: string): boolean {
  return codingsOf(concepts ?? []).some((coding) => coding.code === code);
}

/** Concepts as searches find them: `system|code` and `|code` of each coding. */
export function tokensOf(concepts: readonly (Concept | undefined)[]): string[] {
  const codings = codingsOf(concepts.filter((concept) => concept !== undefined));
  const tokens = codings.flatMap(({ system = '', code }) =>
    code === undefined ? [] : [`${system}|${code}`, `|${code}`],
  );
  return [...new Set(tokens)].slice(0, 200);
}
