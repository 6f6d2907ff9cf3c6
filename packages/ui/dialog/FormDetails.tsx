import type { ComponentProps } from 'react';
import { useIsAnswered } from './answered-form.ts';

/**
 * Details with a form in them: closed until somebody opens them, and open where the form was sent and is shown again, so that what was
 * refused is seen, whatever the browser makes of the fragment.
 */
export function FormDetails({ open = false, children, ...rest }: ComponentProps<'details'>) {
  const isAnswered = useIsAnswered(children);
  return (
    <details {...rest} open={open || isAnswered}>
      {children}
    </details>
  );
}
