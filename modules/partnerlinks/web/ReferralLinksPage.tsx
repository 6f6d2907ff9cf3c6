import { Locale } from '@qantara/kernel';
import { PartnerStep, type ReferralId } from '@qantara/referrals/contract';
import { StepForm, stepLinks, stepOf } from '@qantara/referrals/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  Checkbox,
  CommandForm,
  DateText,
  isFormAnswer,
  LOCALE_CHOICES,
  Notice,
  PageTitle,
  SelectField,
  StatusBadge,
  SubmitButton,
  usePage,
  type FormAnswer,
  type StatusTone,
} from '@qantara/ui';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { partnerlinksRoutes, type LinkState, type PartnerLink, type PartnerLinkId } from '../contract/index.ts';
import { AskForm } from './AskForm.tsx';
import { MadeLinkCard } from './MadeLinkCard.tsx';
import { QuestionList } from './QuestionList.tsx';

export const links = stepLinks;

/** The links of one referral that we sent. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const referralId = (params['referralId'] ?? '') as ReferralId;
  return { referralId, ...(await apiOf(context, partnerlinksRoutes).listLinks({ referralId })) };
}

/** Makes or ends a link, asks the partner, or types in what they said on the telephone. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const referralId = (params['referralId'] ?? '') as ReferralId;
  const api = apiOf(context, partnerlinksRoutes);
  return answerForm(request, async (values, commandId) => {
    const intent = values.text('intent');
    if (intent === 'make') {
      const locale = Locale.catch('ar').parse(values.text('locale'));
      const isSent = values.flag('isSent');
      const { link, qrCode } = await api.makeLink({ referralId, locale, isSent }, { commandId });
      const typed = { link, qrCode, ...(isSent ? { sent: 'yes' } : {}) };
      const made: FormAnswer = { kind: 'form-answer', form: 'make', refusal: null, typed };
      return made;
    }
    if (intent === 'revoke') {
      const partnerLinkId = (values.text('partnerLinkId') ?? '') as PartnerLinkId;
      await api.revokeLink({ referralId, partnerLinkId }, { commandId });
    } else if (intent === 'ask') await api.askPartner({ referralId, words: values.text('words') ?? '' }, { commandId });
    else await api.answerForPartner({ referralId, step: PartnerStep.parse(intent), ...stepOf(values) }, { commandId });
    return redirect(`/${params['locale']}/work/referrals/${referralId}/links`);
  });
}

const TONES: Record<LinkState, StatusTone> = { valid: 'active', revoked: 'stopped', expired: 'neutral' };

function OneLink({ link }: { link: PartnerLink }) {
  const { t } = usePage();
  return (
    <li className="result">
      <p>
        <StatusBadge tone={TONES[link.state]} label={t(`partnerlinks.state.${link.state}`)} />{' '}
        {t('partnerlinks.links.made')} <DateText value={link.madeAt} />
      </p>
      <p className="hint">
        {t('partnerlinks.page.mark')} <Bdi>{link.mark}</Bdi>
        {link.isSent ? ` · ${t('partnerlinks.links.sent')}` : null} ·{' '}
        {t('partnerlinks.links.opened', { count: link.openedCount })}
        {link.openedAt === null ? null : (
          <>
            {' '}
            <DateText value={link.openedAt} style="dateTime" />
          </>
        )}
      </p>
      {link.state === 'valid' ? (
        <CommandForm id={`revoke-${link.partnerLinkId}`} className="inline">
          <input type="hidden" name="partnerLinkId" value={link.partnerLinkId} />
          <SubmitButton intent="revoke" kind="danger">
            {t('partnerlinks.links.revoke')}
          </SubmitButton>
        </CommandForm>
      ) : null}
    </li>
  );
}

function MakeForm() {
  const { t, locale } = usePage();
  return (
    <CommandForm id="make">
      <SelectField
        name="locale"
        label={t('partnerlinks.field.locale')}
        options={LOCALE_CHOICES}
        defaultValue={locale}
        required
      />
      <Checkbox
        name="isSent"
        label={t('partnerlinks.links.send')}
        hint={t('partnerlinks.links.send_hint')}
        defaultChecked
      />
      <SubmitButton intent="make">{t('partnerlinks.links.make')}</SubmitButton>
    </CommandForm>
  );
}

function ByTelephone() {
  const { partnerMay, version } = useLoaderData<typeof loader>();
  const { t } = usePage();
  if (partnerMay.length === 0) return null;
  return (
    <section>
      <h2>{t('partnerlinks.telephone.title')}</h2>
      <p className="hint">{t('partnerlinks.telephone.hint')}</p>
      {partnerMay.map((step) => (
        <StepForm key={step} step={step} version={version} isNext={false} />
      ))}
    </section>
  );
}

/** How a partner without an account answers: links, the telephone, and questions between the two. */
export default function ReferralLinksPage() {
  const { referralId, links, questions, partnerMay } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const answer = useActionData<unknown>();
  const made = isFormAnswer(answer) && answer.form === 'make' ? answer.typed : null;
  const isOver = partnerMay.length === 0;
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/referrals/${referralId}`, label: t('partnerlinks.links.referral') }]} />
      <PageTitle title={t('partnerlinks.links.title')} lead={<p>{t('partnerlinks.links.lead')}</p>} />
      {typeof made?.['link'] === 'string' && typeof made['qrCode'] === 'string' ? (
        <MadeLinkCard link={made['link']} qrCode={made['qrCode']} isSent={made['sent'] === 'yes'} />
      ) : null}
      {isOver ? (
        <Notice>
          <p>{t('partnerlinks.links.over')}</p>
        </Notice>
      ) : (
        <MakeForm />
      )}
      {links.length === 0 ? null : (
        <ul className="results">
          {links.map((link) => (
            <OneLink key={link.partnerLinkId} link={link} />
          ))}
        </ul>
      )}
      <ByTelephone />
      <QuestionList questions={questions} own="requester" />
      {isOver ? null : (
        <AskForm id="ask-partner" label={t('partnerlinks.questions.ask')} hint={t('partnerlinks.questions.ask_hint')} />
      )}
    </>
  );
}
