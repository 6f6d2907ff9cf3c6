import { Children, isValidElement, type ReactNode } from 'react';
import { useActionData } from 'react-router';
import { isFormAnswer } from '../form/answer-form.ts';
import { CommandForm } from '../form/CommandForm.tsx';

type Below = { id?: unknown; children?: ReactNode };

/** The forms among the children, by their ids. */
function formsIn(children: ReactNode): unknown[] {
  return Children.toArray(children).flatMap((child) => {
    if (!isValidElement<Below>(child)) return [];
    const { id, children: below } = child.props;
    return child.type === CommandForm ? [id] : formsIn(below);
  });
}

/** Whether a form among the children was sent and is shown again, so that whatever holds it must not hide it; by its id where it is a component's. */
export function useIsAnswered(children: ReactNode, formId?: string): boolean {
  const answer = useActionData();
  return isFormAnswer(answer) && (answer.form === formId || formsIn(children).includes(answer.form));
}
