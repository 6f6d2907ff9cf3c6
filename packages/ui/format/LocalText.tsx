import { directionOf, type LocalizedText } from '@qantara/kernel';
import { LOCALE_NAMES } from '../shell/locale-names.ts';
import { usePage } from '../page/use-page.ts';

type LocalTextProps = {
  value: LocalizedText | null | undefined;
  /** In headings, lists and links the language is marked for machines but not said in words. */
  quiet?: boolean;
};

/** Text in the reader's language, or in another one, which is said. */
export function LocalText({ value, quiet }: LocalTextProps) {
  const { text, t } = usePage();
  const shown = text(value);
  if (!shown.isFallback) return <bdi>{shown.text}</bdi>;
  return (
    <>
      <bdi lang={shown.locale} dir={directionOf(shown.locale)}>
        {shown.text}
      </bdi>
      {quiet === true ? null : (
        <span className="fallback"> {t('ui.language.only_in', { language: LOCALE_NAMES[shown.locale] })}</span>
      )}
    </>
  );
}
