import { LOCALE_NAMES, LocalizedTextField, usePage } from '@qantara/ui';
import { EDITED_TEXTS, type EditedService, type TranslationState } from '../../contract/index.ts';

const ROWS: Partial<Record<(typeof EDITED_TEXTS)[number], number>> = {
  description: 5,
  eligibility_description: 3,
  application_process: 3,
  fees_description: 2,
  interpretation_services: 2,
  accreditations: 2,
};

function useTranslationWords(): (translations: TranslationState[]) => string | undefined {
  const { t } = usePage();
  return (translations) => {
    const said = translations.map(({ locale, fromLocale, origin, isOutdated }) =>
      t(isOutdated ? 'curation.translation.outdated' : 'curation.translation.true', {
        language: LOCALE_NAMES[locale],
        from: LOCALE_NAMES[fromLocale],
        origin: t(`curation.translation_by.${origin}`),
      }),
    );
    return said.length === 0 ? undefined : said.join(' ');
  };
}

/** The texts of a service in three languages beside one another, and which of them are translations. */
export function TextFields({ service }: { service: EditedService }) {
  const { t } = usePage();
  const wordsOf = useTranslationWords();
  return (
    <div className="beside-texts">
      {EDITED_TEXTS.map((name) => (
        <LocalizedTextField
          key={name}
          name={name}
          label={t(`curation.field.${name}`)}
          hint={wordsOf(service.translations.filter(({ field }) => field === name))}
          defaultValue={service[name]}
          required={name === 'name'}
          {...(ROWS[name] === undefined ? {} : { rows: ROWS[name] })}
        />
      ))}
    </div>
  );
}
