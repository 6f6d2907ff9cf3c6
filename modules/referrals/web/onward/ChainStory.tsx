import { ButtonLink, CommandForm, LocalText, Notice, SubmitButton, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { ChainLink, OpenReferral } from '../../contract/index.ts';
import { StatusOfReferral } from '../StatusOfReferral.tsx';

function One({ link, isThis }: { link: ChainLink; isThis: boolean }) {
  const { t, href } = usePage();
  const name =
    link.organisationName === null ? t('referrals.open.nobody_yet') : <LocalText value={link.organisationName} quiet />;
  return (
    <li>
      {link.kind === null ? null : `${t(`referrals.onward.${link.kind}`)} · `}
      {isThis ? <strong>{name}</strong> : <Link to={href(`/work/referrals/${link.referralId}`)}>{name}</Link>}{' '}
      <StatusOfReferral status={link.status} />
      {link.reasonCode === null ? null : ` ${t(`referrals.reason.${link.reasonCode}`)}`}
    </li>
  );
}

/** What came back because nothing lets it go on, for who asked first: to send elsewhere, or to let be. */
function CameBack({ open }: { open: OpenReferral }) {
  const { t, href } = usePage();
  const { referral, side } = open;
  const back = open.onward.filter(({ state }) => state === 'back');
  if (side !== 'requester' || back.length === 0) return null;
  const again = `/work/people/${referral.personId}/refer?need=${referral.needCode}&follows=${referral.referralId}`;
  return (
    <Notice kind="warning" title={t('referrals.came_back.title')}>
      <ul>
        {back.map(({ onwardId, serviceName, reasonCode }) => (
          <li key={onwardId}>
            <LocalText value={serviceName} quiet /> {reasonCode === null ? null : t(`referrals.reason.${reasonCode}`)}
          </li>
        ))}
      </ul>
      <p className="actions">
        <ButtonLink to={href(again)}>{t('referrals.came_back.again')}</ButtonLink>
      </p>
      <CommandForm id="leave-onward">
        <SubmitButton intent="leave_onward" kind="plain">
          {t('referrals.came_back.leave')}
        </SubmitButton>
      </CommandForm>
    </Notice>
  );
}

/** Where a request went from here, as one story: what was passed on, what came of it, what came back. */
export function ChainStory({ open }: { open: OpenReferral }) {
  const { t } = usePage();
  const waiting = open.onward.some(({ state }) => state === 'asked');
  return (
    <>
      <CameBack open={open} />
      {waiting ? <Notice title={t('referrals.onward_state.asked')} /> : null}
      {open.chain.length === 0 ? null : (
        <section>
          <h2>{t('referrals.chain.title')}</h2>
          <ol>
            {open.chain.map((link) => (
              <One key={link.referralId} link={link} isThis={link.referralId === open.referral.referralId} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
