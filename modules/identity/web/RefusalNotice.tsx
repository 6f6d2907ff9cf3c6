import { isFormAnswer, Notice, usePage } from '@qantara/ui';
import { useActionData } from 'react-router';

/**
 * Why a form was refused that is no longer on the page, because the record changed meanwhile: the page shows its fresh
 * state, and says this above it.
 */
export function RefusalNotice({ title, shownForms }: { title: string; shownForms: readonly string[] }) {
  const { t } = usePage();
  const answer = useActionData<unknown>();
  if (!isFormAnswer(answer) || answer.refusal === null || shownForms.includes(answer.form)) return null;
  return (
    <Notice kind="danger" title={title} isNews>
      <p>{t(`refusal.${answer.refusal.code}`, answer.refusal.values)}</p>
    </Notice>
  );
}
