import { textIn } from '@qantara/kernel';
import { CheckboxGroup, usePage } from '@qantara/ui';
import type { Need } from '@qantara/directory/contract';
import { languageName } from '@qantara/directory/web';
import type { Area } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import type { CostRow } from '../../../contract/index.ts';
import { CostFields } from './CostFields.tsx';

/** Languages that are offered to tick; what an entry has besides is offered too. */
const USUAL = ['ar', 'fr', 'en', 'it', 'es', 'de', 'tr', 'uk', 'ru', 'so', 'am', 'ti', 'fa', 'ur', 'ha', 'sw', 'pt'];

export type Choices = { needs: Need[]; areas: Area[] };

type Offer = { needCodes: string[]; areaIds: string[]; languages: string[]; costs: CostRow[]; currency: string | null };

function AreaFields({ areas, areaIds }: { areas: Area[]; areaIds: string[] }) {
  const { t, locale } = usePage();
  return (
    <details className="more-fields" open={areaIds.length > 0}>
      <summary>{t('curation.field.areaIds')}</summary>
      <CheckboxGroup
        name="areaIds"
        label={t('curation.offer.areas')}
        hint={t('curation.offer.areas_hint')}
        options={areaChoices(areas, locale)}
        defaultValue={areaIds}
        inline
      />
    </details>
  );
}

function LanguageFields({ languages }: { languages: string[] }) {
  const { t, locale } = usePage();
  const codes = [...new Set([...USUAL, ...languages])];
  return (
    <CheckboxGroup
      name="languages"
      label={t('curation.field.languages')}
      hint={t('curation.offer.languages_hint')}
      options={codes.map((code) => ({ value: code, label: languageName(code, locale) }))}
      defaultValue={languages}
      inline
    />
  );
}

/** What a service answers, where, in which languages and at what price. */
export function OfferFields({ offer, choices }: { offer: Offer; choices: Choices }) {
  const { t, locale } = usePage();
  return (
    <>
      <CheckboxGroup
        name="needCodes"
        label={t('curation.field.needCodes')}
        hint={t('curation.offer.needs_hint')}
        options={choices.needs.map(({ needCode, name }) => ({ value: needCode, label: textIn(name, locale).text }))}
        defaultValue={offer.needCodes}
        inline
        required
      />
      <AreaFields areas={choices.areas} areaIds={offer.areaIds} />
      <LanguageFields languages={offer.languages} />
      <CostFields costs={offer.costs} currency={offer.currency} />
    </>
  );
}
