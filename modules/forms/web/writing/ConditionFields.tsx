import { isolate } from '@qantara/kernel';
import { Fieldset, RadioGroup, SelectField, TextField, usePage } from '@qantara/ui';
import type { Question, WrittenForm } from '../../contract/index.ts';
import { COMPARISONS, readCondition, type SimpleCondition } from '../../domain/index.ts';
import { CONDITION_ROWS } from './condition-of.ts';

/** How a formula looks, in the syntax of XLSForm. */
export const FORMULA_EXAMPLE = "${age} >= 18 and selected(${needs}, 'food')";

type Before = { section: number; question: number; inner?: number | null };

function asCondition(formula: string | undefined): SimpleCondition | null {
  try {
    return formula === undefined ? { join: 'all', rows: [] } : readCondition(formula);
  } catch {
    return null;
  }
}

/** The questions that stand before a place: only they can be a condition of it. */
export function questionsBefore(form: Pick<WrittenForm, 'body'>, before: Before): Question[] {
  const earlier = form.body.sections.slice(0, before.section).flatMap(({ questions }) => questions);
  const same = form.body.sections[before.section]?.questions ?? [];
  const inGroup =
    before.inner === null || before.inner === undefined
      ? []
      : (same[before.question]?.questions ?? []).slice(0, before.inner);
  const open = [...earlier, ...same.slice(0, before.question)].filter(
    ({ kind }) => kind !== 'note' && kind !== 'group',
  );
  return [...open, ...inGroup];
}

function Row({
  at,
  prefix,
  questions,
  row,
}: {
  at: number;
  prefix: string;
  questions: readonly Question[];
  row: SimpleCondition['rows'][number] | undefined;
}) {
  const { t, text, formats } = usePage();
  return (
    <Fieldset legend={t('forms.condition.row', { number: formats.number(at + 1) })}>
      <SelectField
        name={`${prefix}.${at}.question`}
        label={t('forms.condition.question')}
        options={questions.map((one) => ({ value: one.code, label: text(one.text).text }))}
        defaultValue={row?.question}
      />
      <SelectField
        name={`${prefix}.${at}.comparison`}
        label={t('forms.condition.comparison')}
        options={COMPARISONS.map((value) => ({ value, label: t(`forms.comparison.${value}`) }))}
        defaultValue={row?.comparison}
      />
      <TextField
        name={`${prefix}.${at}.value`}
        label={t('forms.condition.value')}
        hint={t('forms.condition.value_hint')}
        defaultValue={row?.value}
      />
    </Fieldset>
  );
}

/** The formula where the comparisons of the page cannot say it. */
function ownFormula(condition: SimpleCondition | null, formula: string | undefined): string | undefined {
  return condition === null || condition.rows.length > CONDITION_ROWS ? formula : undefined;
}

/** When something is asked: by comparisons in words, or by a formula where they do not suffice. */
export function ConditionFields(given: {
  form: Pick<WrittenForm, 'body'>;
  before: Before;
  name: string;
  formula: string | undefined;
  /** Sets its fields apart where a page lays out several. */
  prefix?: string;
  /** What it decides; when it is asked, where it is left out. */
  words?: { title: string; hint: string };
}) {
  const { t } = usePage();
  const { prefix = 'when' } = given;
  const words = given.words ?? { title: t('forms.condition.title'), hint: t('forms.condition.hint') };
  const condition = asCondition(given.formula);
  const questions = questionsBefore(given.form, given.before);
  if (questions.length === 0 && given.formula === undefined) return null;
  return (
    <details open={given.formula !== undefined}>
      <summary>{words.title}</summary>
      <p className="hint">{words.hint}</p>
      <RadioGroup
        name={`${prefix}.join`}
        label={t('forms.condition.join')}
        options={['all', 'any'].map((value) => ({ value, label: t(`forms.condition.${value}`) }))}
        defaultValue={condition?.join ?? 'all'}
        inline
      />
      {Array.from({ length: CONDITION_ROWS }, (_one, at) => (
        <Row key={at} at={at} prefix={prefix} questions={questions} row={condition?.rows[at]} />
      ))}
      <TextField
        name={given.name}
        label={t('forms.condition.formula')}
        hint={t('forms.condition.formula_hint', { example: isolate(FORMULA_EXAMPLE) })}
        defaultValue={ownFormula(condition, given.formula)}
      />
    </details>
  );
}
