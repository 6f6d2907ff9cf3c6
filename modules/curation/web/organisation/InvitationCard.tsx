import { directionOf } from '@qantara/kernel';
import { Bdi, Notice, usePage } from '@qantara/ui';
import type { Keeper } from '../../contract/index.ts';
import type { Invitation } from './invitation.ts';

function mailAddress(email: string, { subject, text }: Invitation): string {
  return `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}

function textAddress(phone: string, { text }: Invitation): string {
  return `sms:${phone.replaceAll(/[^\d+]/g, '')}?body=${encodeURIComponent(text)}`;
}

/** A link that was just made, shown once, with the letter to send and the ways to send it. */
export function InvitationCard({ invitation, keeper }: { invitation: Invitation; keeper: Keeper | null }) {
  const { t } = usePage();
  const { locale, text, url } = invitation;
  return (
    <Notice kind="success" title={t('curation.link.made')} isNews>
      <p>{t('curation.link.once')}</p>
      <p className="link-made">
        <Bdi latin>{url}</Bdi>
      </p>
      <label htmlFor="letter">{t('curation.link.letter')}</label>
      <textarea id="letter" className="input" rows={8} lang={locale} dir={directionOf(locale)} readOnly value={text} />
      <p className="actions">
        <a className="button action" href={mailAddress(keeper?.email ?? '', invitation)}>
          {t('curation.link.mail')}
        </a>
        {keeper?.phone === undefined ? null : (
          <a className="button plain" href={textAddress(keeper.phone, invitation)}>
            {t('curation.link.text')}
          </a>
        )}
      </p>
    </Notice>
  );
}
