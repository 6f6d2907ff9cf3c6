import { TextField, usePage } from '@qantara/ui';

/** The code from one's telephone; where it may be one of those for recovery, that is longer. */
export function CodeField({
  label,
  hint,
  mayRecover = false,
}: {
  label?: string | undefined;
  hint?: string | undefined;
  mayRecover?: boolean;
}) {
  const { t } = usePage();
  return (
    <TextField
      name="code"
      label={label ?? t('identity.field.code')}
      hint={hint}
      width="short"
      autoComplete="one-time-code"
      maxLength={mayRecover ? 20 : 12}
      latin
      required
    />
  );
}
