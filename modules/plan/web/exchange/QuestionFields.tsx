import { isolate } from '@qantara/kernel';
import { SelectField, usePage } from '@qantara/ui';
import { LEFT_OUT, type PlanImportReport, type PlanQuestion } from '../../contract/index.ts';

type QuestionFieldsProps = Pick<PlanImportReport, 'questions' | 'options'>;

function useLabelOf(): (question: PlanQuestion) => string {
  const { t, text } = usePage();
  return ({ kind, said }) => {
    const words = text(said).text;
    return words === '' ? t(`plan.question.${kind}`) : t(`plan.question_of.${kind}`, { said: isolate(words) });
  };
}

/** The labels of the questions, for the summary of what was refused. */
export function useQuestionLabels(questions: readonly PlanQuestion[]): Record<string, string> {
  const labelOf = useLabelOf();
  return Object.fromEntries(questions.map((question, index) => [`choices.${index}.value`, labelOf(question)]));
}

/** What the planner decides of a file: where the plan stands, and whom or what its words mean. What is plainly meant is chosen already. */
export function QuestionFields({ questions, options }: QuestionFieldsProps) {
  const { t, text } = usePage();
  const labelOf = useLabelOf();
  const nothing = ({ kind }: PlanQuestion) =>
    kind === 'area' ? [] : [{ value: LEFT_OUT, label: t(`plan.question_none.${kind}`) }];
  return questions.map((question, index) => (
    <div key={question.key}>
      <input type="hidden" name={`choices.${index}.key`} value={question.key} />
      <SelectField
        name={`choices.${index}.value`}
        label={labelOf(question)}
        {...(question.rows > 1 && { hint: t('plan.import.rows', { rows: question.rows }) })}
        options={[
          ...nothing(question),
          ...(options[question.kind] ?? []).map(({ value, label }) => ({ value, label: text(label).text })),
        ]}
        defaultValue={question.choice}
        required
      />
    </div>
  ));
}
