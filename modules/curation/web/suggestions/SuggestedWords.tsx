import { directionOf } from '@qantara/kernel';
import { DescriptionList, usePage } from '@qantara/ui';
import type { Suggestion } from '../../contract/index.ts';

/** Everything that was suggested, field by field, in the words in which it was. */
export function SuggestedWords({ suggestion }: { suggestion: Suggestion }) {
  const { t } = usePage();
  const { proposals, message, locale } = suggestion;
  const said = [
    ...proposals.map(({ field, value }) => ({ label: t(`curation.suggested_field.${field}`), value })),
    ...(message === null ? [] : [{ label: t('curation.suggestion.words'), value: message }]),
  ];
  return (
    <aside className="suggested" aria-label={t('curation.hand.suggested')}>
      <p className="beside-title">{t('curation.hand.suggested')}</p>
      <DescriptionList
        dense
        items={said.map(({ label, value }) => ({
          label,
          value: (
            <p className="said" lang={locale} dir={directionOf(locale)}>
              {value}
            </p>
          ),
        }))}
      />
    </aside>
  );
}
