import { LOCALES, type Locale, type LocalizedText } from '@qantara/kernel';
import type { OpenFile } from '../dcat/dataset.ts';

const CIDS = 'https://ontology.commonapproach.org/cids';

/** How much of the Common Impact Data Standard a file keeps: what every row can, or what rows with a baseline and a target can. */
export const TIERS = ['basic', 'essential'] as const;
export type Tier = (typeof TIERS)[number];

const LANGUAGE: Record<Locale, LocalizedText> = {
  ar: { ar: 'بالعربية', fr: 'en arabe', en: 'in Arabic' },
  fr: { ar: 'بالفرنسية', fr: 'en français', en: 'in French' },
  en: { ar: 'بالإنجليزية', fr: 'en anglais', en: 'in English' },
};
const TIER: Record<Tier, LocalizedText> = {
  basic: { ar: 'بيانات الأثر، المستوى الأساسي', fr: 'Données d’impact, niveau de base', en: 'Impact data, basic tier' },
  essential: {
    ar: 'بيانات الأثر، ما له نقطة انطلاق وغاية',
    fr: 'Données d’impact, ce qui a un départ et une cible',
    en: 'Impact data, what has a baseline and a target',
  },
};

export const cidsFileName = (planId: string, tier: Tier, locale: Locale): string =>
  `plan-${planId}-${tier}-${locale}.jsonld`;

/** One text a language and file: the standard has room for one name of a thing. */
export function cidsFiles(planId: string): OpenFile[] {
  return TIERS.flatMap((tier) =>
    LOCALES.map((locale) => ({
      path: `/data/${cidsFileName(planId, tier, locale)}`,
      title: {
        ar: `${TIER[tier].ar} (${LANGUAGE[locale].ar})`,
        fr: `${TIER[tier].fr} (${LANGUAGE[locale].fr})`,
        en: `${TIER[tier].en} (${LANGUAGE[locale].en})`,
      },
      format: 'jsonld' as const,
      checksum: null,
      bytes: null,
      conformsTo: CIDS,
    })),
  );
}
