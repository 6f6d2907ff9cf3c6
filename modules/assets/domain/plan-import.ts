import { textIn } from '@qantara/kernel';
import type { AssetImportOutcome } from '../contract/index.ts';
import type { AssetDraft } from './read-feature.ts';

/**
 * An asset of the same source as it stands now. One that had gone from its source comes back where it is named again; one
 * that staff withdrew stays withdrawn, whatever its source says.
 */
export type KnownAsset = { assetId: string; draft: AssetDraft; end: null | 'gone' | 'withdrawn' };

export type ImportPlan = {
  added: AssetDraft[];
  changed: { assetId: string; draft: AssetDraft }[];
  same: KnownAsset[];
  ended: KnownAsset[];
};

/** Two drafts say the same where their values do, whatever the order in which a database gives them back. */
function saysTheSame(a: AssetDraft, b: AssetDraft): boolean {
  const told = ({ name, description, tags, ...rest }: AssetDraft): string =>
    JSON.stringify([
      [name.ar, name.fr, name.en],
      [description?.ar, description?.fr, description?.en],
      tags,
      Object.entries(rest).toSorted(([one], [other]) => one.localeCompare(other)),
    ]);
  return told(a) === told(b);
}

/**
 * What writing a file would do: add what is new, change what is said otherwise, leave what is the same, end what the
 * source no longer names. Each feature is known by its key, so that the same file twice changes nothing.
 */
export function planImport(
  drafts: readonly AssetDraft[],
  known: readonly KnownAsset[],
  kept: ReadonlySet<string>,
): ImportPlan {
  const byKey = new Map(known.map((asset) => [asset.draft.key, asset]));
  const plan: ImportPlan = { added: [], changed: [], same: [], ended: [] };
  for (const draft of drafts) {
    const before = byKey.get(draft.key);
    if (before === undefined) plan.added.push(draft);
    else if (before.end === 'withdrawn') plan.same.push(before);
    else if (before.end === 'gone' || !saysTheSame(before.draft, draft))
      plan.changed.push({ assetId: before.assetId, draft });
    else plan.same.push(before);
  }
  const named = new Set(drafts.map(({ key }) => key));
  plan.ended = known.filter(({ draft, end }) => end === null && !named.has(draft.key) && !kept.has(draft.key));
  return plan;
}

const FIRST = 10;

/** The plan as a person reads it: how many of each, and the first names. */
export function outcomeOf(plan: ImportPlan, refused: number): AssetImportOutcome {
  const counted = (drafts: AssetDraft[]) => ({
    count: drafts.length,
    first: drafts.slice(0, FIRST).map(({ name }) => textIn(name, 'ar').text),
  });
  return {
    added: counted(plan.added),
    changed: counted(plan.changed.map(({ draft }) => draft)),
    same: counted(plan.same.map(({ draft }) => draft)),
    ended: counted(plan.ended.map(({ draft }) => draft)),
    refused,
  };
}
