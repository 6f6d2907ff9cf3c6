import { directionOf, type Locale, LOCALES, type LocalizedText } from '@qantara/kernel';
import { LOCALE_NAMES } from '../shell/locale-names.ts';
import { usePage } from '../page/use-page.ts';
import { GroupFrame } from './FieldFrame.tsx';
import { type FieldProps, useField } from './use-field.ts';

type LocalizedTextFieldProps = Omit<FieldProps, 'defaultValue'> & {
  defaultValue?: LocalizedText | null;
  /** More than one line of text in each language. */
  rows?: number;
};

type OneLanguageProps = {
  id: string;
  name: string;
  language: Locale;
  rows: number | undefined;
  begin: string | undefined;
};

function OneLanguage({ id, name, language, rows, begin }: OneLanguageProps) {
  const shared = { id, name, lang: language, dir: directionOf(language), defaultValue: begin, className: 'input' };
  return (
    <div className="language-part">
      <label htmlFor={id} lang={language} dir={directionOf(language)}>
        {LOCALE_NAMES[language]}
      </label>
      {rows === undefined ? <input {...shared} type="text" /> : <textarea {...shared} rows={rows} />}
    </div>
  );
}

/** The same text in up to three languages, the page's own first; one is enough. */
export function LocalizedTextField(props: LocalizedTextFieldProps) {
  const { name, label, hint, required } = props;
  const { locale } = usePage();
  const field = useField(props, true);
  const languages = [locale, ...LOCALES.filter((other) => other !== locale)];
  return (
    <GroupFrame field={field} label={label} hint={hint} required={required}>
      {languages.map((language) => (
        <OneLanguage
          key={language}
          id={`${field.id}-${language}`}
          name={`${name}.${language}`}
          language={language}
          rows={props.rows}
          begin={field.begin(`${name}.${language}`, props.defaultValue?.[language])}
        />
      ))}
    </GroupFrame>
  );
}
