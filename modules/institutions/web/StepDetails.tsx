import { isFormAnswer } from '@qantara/ui';
import type { ReactNode } from 'react';
import { useActionData } from 'react-router';

/** A form that stands folded until it is wanted, and open when it was refused. */
export function StepDetails({
  formId,
  summary,
  isOpen,
  children,
}: {
  formId: string;
  summary: string;
  isOpen?: boolean;
  children: ReactNode;
}) {
  const answer = useActionData<unknown>();
  const isAnswered = isFormAnswer(answer) && answer.form === formId;
  return (
    <details className="step" open={isOpen === true || isAnswered}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
