import { Checkbox, isFormAnswer, Notice, usePage } from '@qantara/ui';
import { useActionData } from 'react-router';

/** The mark that makes a place confidential, and what it means. */
export function ConfidentialField() {
  const { t } = usePage();
  return (
    <Checkbox
      name="isConfidential"
      label={t('curation.field.isConfidential')}
      hint={t('curation.hidden.mark_hint')}
      required
    />
  );
}

/** After a fault: what was typed is not in the fields any more, and why. */
export function TypedAgain({ isHidden = false }: { isHidden?: boolean }) {
  const { t } = usePage();
  const data = useActionData<unknown>();
  const isMarked = isFormAnswer(data) && data.refusal !== null && (isHidden || 'isConfidential' in data.typed);
  return isMarked ? <Notice kind="warning" title={t('curation.hidden.typed_again')} /> : null;
}
