import { listReleasedQuotes } from '@qantara/disclosure/server';
import type { AnyCtx } from '@qantara/platform';
import type { Content, Section } from '../contract/index.ts';

type KeptContent = Exclude<Content, { kind: 'quotes' }> | { kind: 'quotes'; quoteIds: string[] };
/** A section as it is kept: what somebody said is not copied, so that it is gone when it is withdrawn. */
export type KeptSection = Omit<Section, 'contents'> & { contents: KeptContent[] };

export function keepSections(sections: readonly Section[]): KeptSection[] {
  return sections.map((section) => ({
    ...section,
    contents: section.contents.map((content) =>
      content.kind === 'quotes' ? { kind: 'quotes', quoteIds: content.quotes.map(({ quoteId }) => quoteId) } : content,
    ),
  }));
}

/** Sections as they are read now: of their quotes those that stand released. */
export async function readSections(ctx: AnyCtx, kept: readonly KeptSection[]): Promise<Section[]> {
  const hasQuotes = kept.some(({ contents }) => contents.some(({ kind }) => kind === 'quotes'));
  const released = new Map((hasQuotes ? await listReleasedQuotes(ctx) : []).map((one) => [one.quoteId, one]));
  return kept.map((section) => ({
    ...section,
    contents: section.contents.map((content): Content =>
      content.kind === 'quotes'
        ? { kind: 'quotes', quotes: content.quoteIds.flatMap((quoteId) => released.get(quoteId) ?? []) }
        : content,
    ),
  }));
}
