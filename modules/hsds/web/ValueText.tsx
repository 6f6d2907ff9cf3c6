import { directionOf } from '@qantara/kernel';
import { LOCALE_NAMES, usePage } from '@qantara/ui';
import { valueLines } from './value-lines.ts';

/** A value of a record, line by line, each language named. */
export function ValueText({ value }: { value: unknown }) {
  const { t } = usePage();
  const lines = valueLines(value);
  if (lines.length === 0) return <span className="missing">{t('hsds.change.nothing')}</span>;
  return lines.map(({ text, language }) => (
    <span key={`${language} ${text}`} className="value-line">
      {language === null ? (
        <bdi>{text}</bdi>
      ) : (
        <>
          <bdi lang={language} dir={directionOf(language)}>
            {text}
          </bdi>{' '}
          <span className="hint">{LOCALE_NAMES[language]}</span>
        </>
      )}
    </span>
  ));
}
