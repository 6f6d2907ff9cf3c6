import { LOCALES } from '@qantara/kernel';
import { LOCALE_NAMES, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Service } from '../contract/index.ts';

/** In one quiet line: what is read here is a translation, who made it, and whether the original reads otherwise since. */
function TranslationNote({ service }: { service: Service }) {
  const { t, locale } = usePage();
  const shown = service.translations.filter((one) => one.locale === locale);
  const told = shown.find(({ isOutdated }) => isOutdated) ?? shown[0];
  if (told === undefined) return null;
  const language = LOCALE_NAMES[told.fromLocale];
  return (
    <p className="hint">
      {t(`directory.translation.${told.origin}`)}{' '}
      {told.isOutdated ? t('directory.translated.changed') : t('directory.translated.unchanged')}{' '}
      <a href={`/${told.fromLocale}/services/${service.serviceId}`} hrefLang={told.fromLocale}>
        {t('directory.translated.original', { language })}
      </a>
    </p>
  );
}

/** How this page is kept true: what a translation is, and where anyone says that something is wrong. */
export function ServiceUpkeep({ service }: { service: Service }) {
  const { t, href, can } = usePage();
  const { serviceId } = service;
  const languages = LOCALES.filter((one) => service.name[one] !== undefined);
  return (
    <section className="upkeep" aria-label={t('directory.upkeep.title')}>
      {languages.length < 2 ? null : <TranslationNote service={service} />}
      <p>
        <Link to={href(`/services/${serviceId}/suggest`)}>{t('directory.upkeep.wrong')}</Link>
      </p>
      {can('directory:curate') ? (
        <p>
          <Link to={href(`/curation/services/${serviceId}`)}>{t('directory.upkeep.edit')}</Link>
        </p>
      ) : null}
    </section>
  );
}
