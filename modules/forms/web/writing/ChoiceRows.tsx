import { Checkbox, Fieldset, LocalizedTextField, TextField, usePage } from '@qantara/ui';
import type { Choice } from '../../contract/index.ts';

type ChoiceRowsProps = {
  name: string;
  label: string;
  rows: readonly Pick<Choice, 'code' | 'text' | 'isExclusive'>[];
  mayBeExclusive?: boolean;
};

/** How many empty rows stand below what is written: saving and opening again gives as many more. */
const EMPTY_ROWS = 4;

/** The choices of a question, or the rows of a table of questions: its words in three languages, one row each. */
export function ChoiceRows({ name, label, rows, mayBeExclusive }: ChoiceRowsProps) {
  const { t, formats } = usePage();
  return (
    <Fieldset legend={label} hint={t('forms.question.rows_hint')}>
      <div className="choice-rows">
        {Array.from({ length: rows.length + EMPTY_ROWS }, (_one, at) => {
          const row = rows[at];
          return (
            <details key={at} open={at < Math.max(2, rows.length)}>
              <summary>{t('forms.question.row', { number: formats.number(at + 1) })}</summary>
              <LocalizedTextField
                name={`${name}.${at}.text`}
                label={t('forms.field.text')}
                defaultValue={row?.text ?? null}
              />
              {mayBeExclusive === true ? (
                <Checkbox
                  name={`${name}.${at}.isExclusive`}
                  label={t('forms.question.is_exclusive')}
                  defaultChecked={row?.isExclusive === true}
                />
              ) : null}
              <TextField
                name={`${name}.${at}.code`}
                label={t('forms.field.code')}
                hint={t('forms.question.row_code_hint')}
                defaultValue={row?.code}
              />
            </details>
          );
        })}
      </div>
    </Fieldset>
  );
}
