import type { Screening } from '@qantara/screening/contract';
import { ButtonLink, CommandForm, LocalText, StatusBadge, SubmitButton, usePage } from '@qantara/ui';
import type { ListedReferral } from './PersonReferrals.tsx';
import { StatusOfReferral } from './StatusOfReferral.tsx';

type Finding = Screening['findings'][number];
type Given = { personId: string; screening: Screening; referrals: ListedReferral[] };

function Wanted({ finding, personId, screening, referrals }: Given & { finding: Finding }) {
  const { t, href } = usePage();
  const { needCode, needName } = finding;
  const latest = referrals.find(({ referral }) => referral.needCode === needCode);
  const query = new URLSearchParams({ need: needCode, screening: screening.screeningId });
  return (
    <li className="service-choice">
      <div className="actions">
        <strong>
          <LocalText value={needName} quiet />
        </strong>
        {latest === undefined ? null : <StatusOfReferral status={latest.referral.status} />}
        <ButtonLink
          to={href(`/work/people/${personId}/refer?${query}`)}
          kind={latest === undefined ? 'action' : 'plain'}
        >
          {t('referrals.person.refer')}
        </ButtonLink>
      </div>
    </li>
  );
}

function CloseForm({ screeningId }: { screeningId: string }) {
  const { t } = usePage();
  return (
    <CommandForm id={`close-${screeningId}`}>
      <input type="hidden" name="screeningId" value={screeningId} />
      <p className="hint">{t('referrals.person.close_hint')}</p>
      <SubmitButton intent="close" kind="plain">
        {t('referrals.person.close')}
      </SubmitButton>
    </CommandForm>
  );
}

function OneScreening({ personId, screening, referrals }: Given) {
  const { t, formats, text } = usePage();
  const wanted = screening.findings.filter((finding) => finding.wantsHelp === true);
  const unwanted = screening.findings.filter((finding) => finding.hasNeed === true && finding.wantsHelp !== true);
  const needs = unwanted.map(({ needName }) => text(needName).text).join(' · ');
  const date = formats.date(screening.receivedAt);
  return (
    <div className="asked-once">
      <p className="hint">
        {t('referrals.person.asked_on', { date, channel: t(`forms.channel.${screening.channel}`) })}{' '}
        {screening.isUrgent ? <StatusBadge tone="attention" label={t('referrals.person.urgent')} /> : null}{' '}
        <StatusBadge tone="neutral" label={t(`screening.status.${screening.status}`)} />
      </p>
      {wanted.length === 0 ? <p>{t('referrals.person.nothing_wanted')}</p> : null}
      <ul className="results">
        {wanted.map((finding) => (
          <Wanted key={finding.needCode} {...{ finding, personId, screening, referrals }} />
        ))}
      </ul>
      {unwanted.length === 0 ? null : <p>{t('referrals.person.not_wanted', { needs })}</p>}
      {screening.status === 'taken' ? <CloseForm screeningId={screening.screeningId} /> : null}
    </div>
  );
}

/** What a person wants help with, each time they were asked; a need that is not wanted is never a referral. */
export function WantedHelp(given: { personId: string; screenings: Screening[]; referrals: ListedReferral[] }) {
  const { t } = usePage();
  const { personId, screenings, referrals } = given;
  return (
    <section>
      <h2>{t('referrals.person.wanted')}</h2>
      {screenings.length === 0 ? <p>{t('referrals.person.no_screening')}</p> : null}
      {screenings.map((screening) => (
        <OneScreening key={screening.screeningId} {...{ personId, screening, referrals }} />
      ))}
    </section>
  );
}
