import { DateText, Notice, usePage } from '@qantara/ui';
import type { RoleRequest } from '../../contract/index.ts';

/** What became of a role that was just asked for: it waits, or is in effect, and why. */
export function AskedRole({ state, expiresAt }: Pick<RoleRequest, 'state' | 'expiresAt'>) {
  const { t } = usePage();
  if (state === 'asked')
    return (
      <Notice kind="warning" title={t('identity.give.waits_title')} isNews>
        <p>
          {t('identity.give.waits_text')} <DateText value={expiresAt} style="dateTime" />
        </p>
      </Notice>
    );
  return (
    <Notice kind={state === 'alone' ? 'warning' : 'success'} title={t('identity.give.in_effect')} isNews>
      <p>{t(state === 'alone' ? 'identity.give.alone_text' : 'identity.give.reduced_text')}</p>
    </Notice>
  );
}
