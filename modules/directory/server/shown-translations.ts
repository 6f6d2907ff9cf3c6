import type { LocalizedText } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';
import type { ShownTranslation } from '../contract/index.ts';
import { listTranslations, type KnownTranslation } from './wire/details-view.ts';

/** A record's texts by their columns. */
export type ShownTexts = { recordId: string; texts: Record<string, LocalizedText | null> };

function shown(known: KnownTranslation, text: LocalizedText | null | undefined): ShownTranslation[] {
  const { field, language, fromLanguage, fromText, origin, translatedBy } = known;
  if ((text?.[language] ?? '') === '') return [];
  return [
    {
      field,
      locale: language,
      fromLocale: fromLanguage,
      origin: origin as ShownTranslation['origin'],
      translatedBy,
      isOutdated: text?.[fromLanguage] !== fromText,
    },
  ];
}

/** Which of these records' texts are translations, by record, and whether their originals read otherwise since. */
export async function listShownTranslations(
  anyCtx: AnyCtx,
  of: ShownTexts[],
): Promise<Map<string, ShownTranslation[]>> {
  const texts = new Map(of.map((one) => [one.recordId, one.texts]));
  const found = new Map<string, ShownTranslation[]>();
  for (const known of await listTranslations(anyCtx, [...texts.keys()])) {
    const told = shown(known, texts.get(known.recordId)?.[known.field]);
    found.set(known.recordId, [...(found.get(known.recordId) ?? []), ...told]);
  }
  return found;
}
