import { CodeCard, usePage } from '@qantara/ui';

/** The code by which a person follows their request. Shown once, never again. */
export function AccessCode({ code }: { code: string }) {
  const { t } = usePage();
  return <CodeCard label={t('screening.code.label')} code={code} hint={t('screening.code.touch')} />;
}
