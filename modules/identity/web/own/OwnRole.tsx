import { Bdi, DateText, Notice, usePage } from '@qantara/ui';
import type { OwnAccount } from '../../contract/index.ts';
import { roleNameOf } from '../roles/role-words.ts';

/** To whoever has no role yet: that it waits, for which, and until when; or that nobody has asked for one. */
export function OwnRole({ own }: { own: OwnAccount }) {
  const page = usePage();
  const { t } = page;
  const { roleRequest, account } = own;
  if (roleRequest === null && account.role !== null) return null;
  if (roleRequest === null)
    return (
      <Notice kind="warning" title={t('identity.waiting.no_role_title')}>
        <p>{t('identity.waiting.no_role_text')}</p>
      </Notice>
    );
  return (
    <Notice kind="info" title={t('identity.waiting.title', { role: roleNameOf(page, roleRequest) })}>
      <p>{t(account.role === null ? 'identity.waiting.text' : 'identity.waiting.text_other')}</p>
      <p>
        {t('identity.requests.asked_by')} <Bdi>{roleRequest.askedBy}</Bdi> <DateText value={roleRequest.askedAt} />
      </p>
      <p>
        {t('identity.requests.until')} <DateText value={roleRequest.expiresAt} style="dateTime" />
      </p>
    </Notice>
  );
}
