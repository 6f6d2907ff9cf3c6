import { StatusBadge, usePage } from '@qantara/ui';
import type { Account } from '../../contract/index.ts';

/** Whether an account is open, waits for a role or for its owner, or is closed. */
export function AccountState({ account }: { account: Account }) {
  const { t } = usePage();
  if (account.disabledAt !== null) return <StatusBadge tone="stopped" label={t('identity.accounts.closed')} />;
  if (account.role === null) return <StatusBadge tone="waiting" label={t('identity.accounts.waits')} />;
  if (!account.isEnrolled) return <StatusBadge tone="waiting" label={t('identity.accounts.invited')} />;
  return <StatusBadge tone="active" label={t('identity.accounts.open')} />;
}
