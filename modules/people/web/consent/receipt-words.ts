import {
  formatsFor,
  isolate,
  textIn,
  translatorFor,
  type Catalogue,
  type Locale,
  type RegionSettings,
  type Translate,
} from '@qantara/kernel';
import type { ReceiptFacts } from '../../contract/index.ts';
import ar from '../../i18n/ar.json' with { type: 'json' };
import en from '../../i18n/en.json' with { type: 'json' };
import fr from '../../i18n/fr.json' with { type: 'json' };

const CATALOGUES: Record<Locale, Catalogue> = { ar, fr, en };

/** One receipt in one language, ready to be shown. */
export type ReceiptWords = {
  locale: Locale;
  title: string;
  lead: string;
  facts: { label: string; value: string }[];
  takeBackTitle: string;
  takeBack: string[];
  scan: string;
};

function partnersOf(facts: ReceiptFacts, locale: Locale, t: Translate): string {
  if (facts.partnerNames.length === 0) return t('people.receipt.partner_count', { count: facts.partnerCount });
  return facts.partnerNames.map((name) => isolate(textIn(name, locale).text)).join(' · ');
}

/** What a receipt says, in the language of the person or of the page: they are not always one. */
export function receiptWords(facts: ReceiptFacts, of: { locale: Locale; region: RegionSettings }): ReceiptWords {
  const { locale, region } = of;
  const t = translatorFor(locale, CATALOGUES[locale]);
  const formats = formatsFor(locale, region);
  return {
    locale,
    title: t('people.receipt.sheet_title'),
    lead: t('people.receipt.sheet_lead'),
    facts: [
      { label: t('people.receipt.what_for'), value: t(`people.purpose.${facts.purpose}`) },
      { label: t('people.receipt.with_whom'), value: partnersOf(facts, locale, t) },
      {
        label: t('people.receipt.which'),
        value: facts.categories.map((category) => t(`people.receipt_category.${category}`)).join(' · '),
      },
      { label: t('people.receipt.direction'), value: t(`people.receipt_direction.${facts.direction}`) },
      { label: t('people.receipt.agreed'), value: formats.date(facts.agreedAt) },
      { label: t('people.receipt.until'), value: formats.date(facts.endsAt) },
      ...(facts.proxyRelation === null
        ? []
        : [{ label: t('people.receipt.given_by'), value: t(`people.proxy.${facts.proxyRelation}`) }]),
      ...(facts.textNumber === null
        ? []
        : [{ label: t('people.receipt.text'), value: t('people.text.version', { number: String(facts.textNumber) }) }]),
      { label: t('people.receipt.mark'), value: isolate(facts.mark) },
    ],
    takeBackTitle: t('people.receipt.take_back_title'),
    takeBack: [
      t('people.receipt.take_back_code'),
      t('people.receipt.take_back_desk'),
      t('people.receipt.take_back_free'),
    ],
    scan: t('people.receipt.scan'),
  };
}
