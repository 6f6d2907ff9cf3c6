import { directionOf, type Locale, LOCALES } from '@qantara/kernel';
import { SWITCH_LANGUAGE } from '../form/answer-form.ts';
import { usePage } from '../page/use-page.ts';
import { otherLocalePath } from './other-locale-path.ts';
import { LOCALE_NAMES } from './locale-names.ts';

function LanguageItem({ language, formId }: { language: Locale; formId: string | undefined }) {
  const { locale, pathname, search } = usePage();
  const own = { lang: language, dir: directionOf(language) };
  const name = LOCALE_NAMES[language];
  if (language === locale) {
    return (
      <span {...own} aria-current="true">
        {name}
      </span>
    );
  }
  const target = `${otherLocalePath(pathname, language)}${search}`;
  if (formId === undefined) {
    return (
      <a {...own} href={target} hrefLang={language}>
        {name}
      </a>
    );
  }
  return (
    <button
      {...own}
      type="submit"
      form={formId}
      formAction={target}
      formNoValidate
      name="intent"
      value={SWITCH_LANGUAGE}
    >
      {name}
    </button>
  );
}

/** The same page in the other languages. With a form on the page its buttons carry along what was typed. */
export function LanguageSwitch({ formId }: { formId?: string | undefined }) {
  const { t } = usePage();
  return (
    <nav aria-label={t('ui.language.choose')} className="language-switch">
      {LOCALES.map((language) => (
        <LanguageItem key={language} language={language} formId={formId} />
      ))}
    </nav>
  );
}
