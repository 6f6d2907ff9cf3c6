import { Bdi, DateText, Notice, usePage } from '@qantara/ui';
import type { EnrolmentLink } from '../../contract/index.ts';

/** A link for one colleague, shown this once to the administrator who hands it over. */
export function LinkCard({ link, expiresAt }: EnrolmentLink) {
  const { t } = usePage();
  return (
    <Notice kind="success" title={t('identity.link.title')} isNews>
      <p>{t('identity.link.hand_over')}</p>
      <p className="enrolment-link">
        <Bdi latin>{link}</Bdi>
      </p>
      <p>
        {t('identity.link.until')} <DateText value={expiresAt} style="dateTime" />
      </p>
    </Notice>
  );
}
