import { Locale, type Client } from '@qantara/kernel';
import {
  Bdi,
  CommandForm,
  DateText,
  isFormAnswer,
  LOCALE_CHOICES,
  Notice,
  SelectField,
  StatusBadge,
  SubmitButton,
  usePage,
  type FormAnswer,
  type FormValues,
  type StatusTone,
} from '@qantara/ui';
import { useActionData } from 'react-router';
import type { Item, ItemId, OwnerLink, planRoutes } from '../../contract/index.ts';

const TONES: Record<OwnerLink['state'], StatusTone> = { valid: 'active', revoked: 'stopped', expired: 'neutral' };
const MADE = 'owner-link';

/** Makes or ends a link where one of its buttons was pressed; null where another was. A link is shown in this one answer. */
export async function takeLinkStep(
  api: Client<typeof planRoutes>,
  values: FormValues,
  { itemId, commandId }: { itemId: ItemId; commandId: string },
): Promise<FormAnswer | null> {
  const intent = values.text('intent');
  if (intent === 'make-link' || intent === 'send-link') {
    const locale = Locale.catch('ar').parse(values.text('locale'));
    const handOver = intent === 'send-link' ? 'sent' : 'shown';
    const { link, qrCode } = await api.makeOwnerLink({ itemId, locale, handOver }, { commandId });
    const typed = handOver === 'sent' ? { sent: 'yes' } : { link, qrCode };
    return { kind: 'form-answer', form: MADE, refusal: null, typed };
  }
  if (intent !== 'end-link') return null;
  await api.revokeOwnerLink({ itemId, linkId: values.text('linkId') ?? '' }, { commandId });
  return { kind: 'form-answer', form: 'ended-link', refusal: null, typed: {} };
}

function Made({ link, qrCode }: { link: string; qrCode: string }) {
  const { t } = usePage();
  return (
    <Notice kind="success" title={t('plan.links.made')} isNews>
      <p>
        <Bdi latin>{link}</Bdi>
      </p>
      <figure>
        <img className="code-to-scan" alt="" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qrCode)}`} />
        <figcaption>{t('plan.links.scan')}</figcaption>
      </figure>
      <p>{t('plan.links.once')}</p>
    </Notice>
  );
}

function OneLink({ link }: { link: OwnerLink }) {
  const { t } = usePage();
  return (
    <li>
      <p>
        <StatusBadge tone={TONES[link.state]} label={t(`plan.links.state_${link.state}`)} /> <Bdi>{link.mark}</Bdi>{' '}
        {link.isSent ? <>{t('plan.links.is_sent')} · </> : null}
        {t('plan.links.used', { count: link.usedCount })} · {t('plan.links.until')} <DateText value={link.expiresAt} />
      </p>
      {link.state === 'valid' ? (
        <CommandForm id={`end-${link.linkId}`} className="inline">
          <input type="hidden" name="linkId" value={link.linkId} />
          <SubmitButton intent="end-link" kind="danger">
            {t('plan.links.end')}
          </SubmitButton>
        </CommandForm>
      ) : null}
    </li>
  );
}

/** The links by which the owner of this node says how it goes without an account, and a form for another. */
export function OwnerLinks({ links, lead }: { links: readonly OwnerLink[]; lead: Item['leadName'] }) {
  const { t, text, locale } = usePage();
  const answer: unknown = useActionData();
  const made = isFormAnswer(answer) && answer.form === MADE ? answer.typed : null;
  return (
    <section id="links">
      <h2>{t('plan.links.title')}</h2>
      <p className="hint">{t('plan.links.lead')}</p>
      {typeof made?.['link'] === 'string' && typeof made['qrCode'] === 'string' ? (
        <Made link={made['link']} qrCode={made['qrCode']} />
      ) : null}
      {made?.['sent'] === 'yes' ? (
        <Notice kind="success" isNews>
          <p>{t('plan.links.sent')}</p>
        </Notice>
      ) : null}
      <CommandForm id={MADE}>
        <SelectField
          name="locale"
          label={t('plan.field.locale')}
          options={LOCALE_CHOICES}
          defaultValue={locale}
          required
        />
        <SubmitButton intent="make-link" kind="plain">
          {t('plan.links.make')}
        </SubmitButton>
        {lead === null ? null : (
          <SubmitButton intent="send-link" kind="plain">
            {t('plan.links.send', { organisation: text(lead).text })}
          </SubmitButton>
        )}
      </CommandForm>
      {links.length === 0 ? null : (
        <ul className="plan-plans">
          {links.map((link) => (
            <OneLink key={link.linkId} link={link} />
          ))}
        </ul>
      )}
    </section>
  );
}
