import { Notice, usePage } from '@qantara/ui';

/** The secret that messages are signed with, shown this once. */
export function SecretCard({ secret }: { secret: string }) {
  const { t } = usePage();
  return (
    <Notice kind="success" title={t('webhooks.secret.title')}>
      <p>
        <code dir="ltr">{secret}</code>
      </p>
      <p>{t('webhooks.secret.text')}</p>
    </Notice>
  );
}
