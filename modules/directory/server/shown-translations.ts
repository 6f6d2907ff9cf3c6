import type { LocalizedText } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';
import type { ShownTranslation } from '../contract/index.ts';
import { listTranslations } from './wire/details-view.ts';

/** Which of a record's texts, given by their columns, are translations, and whether their originals read otherwise since. */
export async function listShownTranslations(
  anyCtx: AnyCtx,
  of: { recordId: string; texts: Record<string, LocalizedText | null> },
): Promise<ShownTranslation[]> {
  const known = await listTranslations(anyCtx, [of.recordId]);
  return known.flatMap(({ field, language, fromLanguage, fromText, origin, translatedBy }) => {
    const text = of.texts[field];
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
  });
}
