import type { FormValues } from '@qantara/ui';
import type { OutcomeCode, ReasonCode } from '../../contract/index.ts';

/** What a `StepForm` sends besides the step itself, as the routes of steps take it. */
export function stepOf(values: Pick<FormValues, 'text'>) {
  return {
    version: values.text('version') ?? '',
    reasonCode: (values.text('reasonCode') ?? null) as ReasonCode | null,
    outcomeCode: (values.text('outcomeCode') ?? null) as OutcomeCode | null,
    note: values.text('note') ?? '',
  };
}
