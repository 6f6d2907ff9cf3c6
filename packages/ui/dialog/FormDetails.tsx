import type { ComponentProps } from 'react';
import { useIsAnswered } from './answered-form.ts';

/** `formId` names the form where another component holds it. */
type FormDetailsProps = ComponentProps<'details'> & { formId?: string };

/**
 * Details with a form in them: closed until somebody opens them, and open where the form was sent and is shown again, so that what was
 * refused is seen, whatever the browser makes of the fragment.
 */
export function FormDetails({ open = false, formId, children, ...rest }: FormDetailsProps) {
  const isAnswered = useIsAnswered(children, formId);
  return (
    <details {...rest} open={open || isAnswered}>
      {children}
    </details>
  );
}
