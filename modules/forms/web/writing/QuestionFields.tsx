import { isolate } from '@qantara/kernel';
import { Checkbox, Fieldset, LocalizedTextField, NumberField, TextArea, TextField, usePage } from '@qantara/ui';
import type { Question, QuestionKind, WrittenForm } from '../../contract/index.ts';
import { ChoiceRows } from './ChoiceRows.tsx';
import { ConditionFields, FORMULA_EXAMPLE } from './ConditionFields.tsx';
import { QUESTION } from './question-of.ts';

type Given = {
  form: WrittenForm;
  place: { section: number; question: number; inner: number | null };
  question: Question | null;
  kind: QuestionKind;
  code: string;
};

const WITH_CHOICES: readonly QuestionKind[] = ['one', 'several', 'rank', 'matrix'];
const ASKS_NOTHING: readonly QuestionKind[] = ['note', 'calculated'];

/** What the limits of a kind are about: how many, how long, or from where to where. */
const LIMITS: Partial<Record<QuestionKind, 'count' | 'length' | 'value'>> = {
  several: 'count',
  rank: 'count',
  group: 'count',
  text: 'length',
  long_text: 'length',
  number: 'value',
  scale: 'value',
};
/** With what a scale begins. */
const ON_SCALE = { least: 1, most: 5 };

function Limits({ question, kind }: Pick<Given, 'question' | 'kind'>) {
  const { t } = usePage();
  const about = LIMITS[kind];
  if (about === undefined) return null;
  const limits: Pick<Question, 'least' | 'most'> = question ?? (kind === 'scale' ? ON_SCALE : {});
  const names = about === 'length' ? (['most'] as const) : (['least', 'most'] as const);
  return (
    <Fieldset legend={t(`forms.limits.${about}`)}>
      {names.map((name) => (
        <NumberField
          key={name}
          name={`${QUESTION}.${name}`}
          label={t(`forms.field.${name}`)}
          defaultValue={limits[name]}
          required={kind === 'scale'}
          decimals
        />
      ))}
      {kind === 'number' ? (
        <NumberField
          name={`${QUESTION}.decimals`}
          label={t('forms.field.decimals')}
          defaultValue={question?.decimals}
        />
      ) : null}
    </Fieldset>
  );
}

function Ends({ question, kind }: Pick<Given, 'question' | 'kind'>) {
  const { t } = usePage();
  if (kind !== 'scale') return null;
  return (
    <>
      <LocalizedTextField
        name={`${QUESTION}.ends.least`}
        label={t('forms.question.least_end')}
        defaultValue={question?.ends?.least ?? null}
      />
      <LocalizedTextField
        name={`${QUESTION}.ends.most`}
        label={t('forms.question.most_end')}
        defaultValue={question?.ends?.most ?? null}
      />
    </>
  );
}

function CheckFields({ question }: Pick<Given, 'question'>) {
  const { t } = usePage();
  const checks = question?.checks ?? [];
  return (
    <details open={checks.length > 0}>
      <summary>{t('forms.question.checks')}</summary>
      <p className="hint">{t('forms.question.checks_hint')}</p>
      {Array.from({ length: checks.length + 1 }, (_one, at) => (
        <Fieldset key={at} legend={t('forms.question.check')}>
          <TextField
            name={`${QUESTION}.checks.${at}.formula`}
            label={t('forms.condition.formula')}
            defaultValue={checks[at]?.formula}
          />
          <LocalizedTextField
            name={`${QUESTION}.checks.${at}.message`}
            label={t('forms.question.check_message')}
            defaultValue={checks[at]?.message ?? null}
          />
        </Fieldset>
      ))}
    </details>
  );
}

function Naming({ form, question, code }: Pick<Given, 'form' | 'question' | 'code'>) {
  const { t } = usePage();
  return (
    <details>
      <summary>{t('forms.question.naming')}</summary>
      <TextField
        name={`${QUESTION}.code`}
        label={t('forms.field.code')}
        hint={t('forms.question.code_hint')}
        defaultValue={code}
        required
      />
      {form.version > 1 ? (
        <TextField
          name={`${QUESTION}.formerly`}
          label={t('forms.question.formerly')}
          hint={t('forms.question.formerly_hint')}
          defaultValue={question?.formerly}
        />
      ) : null}
    </details>
  );
}

function WordsFields({ question, kind }: Pick<Given, 'question' | 'kind'>) {
  const { t } = usePage();
  return (
    <>
      <LocalizedTextField
        name={`${QUESTION}.text`}
        label={t(kind === 'calculated' ? 'forms.question.calculated_name' : 'forms.field.text')}
        hint={t('forms.question.text_hint', { example: isolate('${first_name}') })}
        rows={2}
        defaultValue={question?.text ?? null}
        required
      />
      {ASKS_NOTHING.includes(kind) ? null : (
        <LocalizedTextField
          name={`${QUESTION}.hint`}
          label={t('forms.field.hint')}
          defaultValue={question?.hint ?? null}
        />
      )}
    </>
  );
}

function Calculation({ question }: Pick<Given, 'question'>) {
  const { t } = usePage();
  return (
    <TextArea
      name={`${QUESTION}.calculation`}
      label={t('forms.field.calculation')}
      hint={t('forms.condition.formula_hint', { example: isolate(FORMULA_EXAMPLE) })}
      defaultValue={question?.calculation}
      required
    />
  );
}

function ChoiceFields({ question, kind }: Pick<Given, 'question' | 'kind'>) {
  const { t } = usePage();
  if (!WITH_CHOICES.includes(kind)) return null;
  return (
    <>
      {kind === 'matrix' ? (
        <ChoiceRows name={`${QUESTION}.rows`} label={t('forms.field.rows')} rows={question?.rows ?? []} />
      ) : null}
      <ChoiceRows
        name={`${QUESTION}.choices`}
        label={t('forms.field.choices')}
        rows={question?.choices ?? []}
        mayBeExclusive={kind === 'several'}
      />
    </>
  );
}

/** The fields of one question, those that its kind has. */
export function QuestionFields({ form, place, question, kind, code }: Given) {
  const { t } = usePage();
  const asks = !ASKS_NOTHING.includes(kind);
  return (
    <>
      <WordsFields {...{ question, kind }} />
      {kind === 'calculated' ? <Calculation question={question} /> : null}
      {asks ? (
        <Checkbox
          name={`${QUESTION}.isRequired`}
          label={t('forms.question.is_required')}
          hint={t('forms.question.is_required_hint')}
          defaultChecked={question?.isRequired === true}
        />
      ) : null}
      <ChoiceFields {...{ question, kind }} />
      <Limits {...{ question, kind }} />
      <Ends {...{ question, kind }} />
      <ConditionFields form={form} before={place} name={`${QUESTION}.isAskedWhen`} formula={question?.isAskedWhen} />
      {asks ? <CheckFields question={question} /> : null}
      <Naming {...{ form, question, code }} />
    </>
  );
}
