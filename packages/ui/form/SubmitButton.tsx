import type { ReactNode } from 'react';

type SubmitButtonProps = {
  children: ReactNode;
  kind?: 'action' | 'plain' | 'danger';
  /** Sent as `intent`, where one form can do several things. */
  intent?: string;
  /** Lets a draft be kept although fields are still missing. */
  skipsChecks?: boolean;
};

/** The button that sends the form. One in a form is the action; the others are plain. */
export function SubmitButton({ children, kind = 'action', intent, skipsChecks }: SubmitButtonProps) {
  const named = intent === undefined ? {} : { name: 'intent', value: intent };
  return (
    <button type="submit" className={`button ${kind}`} formNoValidate={skipsChecks} {...named}>
      {children}
    </button>
  );
}
