import type { LocalizedText } from '@qantara/kernel';
import {
  CommandForm,
  ConfirmDialog,
  ResultList,
  StatusBadge,
  SubmitButton,
  usePage,
  type StatusTone,
} from '@qantara/ui';
import type { Consent } from '../../contract/index.ts';
import { isLive } from '../../domain/index.ts';
import { AllPartners, PartnerNames } from './PartnerNames.tsx';

type Names = Record<string, LocalizedText>;
type State = 'live' | 'ended' | 'withdrawn';

const TONES: Record<State, StatusTone> = { live: 'active', ended: 'neutral', withdrawn: 'stopped' };

function stateOf(consent: Consent, now: string): State {
  if (consent.withdrawnAt !== null) return 'withdrawn';
  return isLive(consent, new Date(now)) ? 'live' : 'ended';
}

function Withdraw({ consent }: { consent: Consent }) {
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('people.consents.withdraw')} title={t('people.consents.withdraw_title')}>
      <CommandForm id={`withdraw-${consent.consentId}`}>
        <p>{t('people.consents.withdraw_text')}</p>
        <input type="hidden" name="personId" value={consent.personId} />
        <input type="hidden" name="consentId" value={consent.consentId} />
        <SubmitButton intent="withdraw" kind="danger">
          {t('people.consents.withdraw')}
        </SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

/** Who gave it, where it was not the person alone and of age. */
function Giver({ consent }: { consent: Consent }) {
  const { t } = usePage();
  const { proxyRelation, proxyName, childAssent, aloneReason } = consent;
  if (aloneReason !== null) return <p>{t('people.consents.alone', { reason: t(`people.alone.${aloneReason}`) })}</p>;
  if (proxyRelation === null) return null;
  return (
    <p>
      {t('people.consents.by_proxy')} <bdi>{proxyName}</bdi> ({t(`people.proxy.${proxyRelation}`)})
      {childAssent === null ? null : (
        <> {t('people.consents.child', { word: t(`people.childAssent.${childAssent}`) })}</>
      )}
    </p>
  );
}

/** Which text was read, to read it again. */
function TextRead({ consent }: { consent: Consent }) {
  const { t, href } = usePage();
  const { purpose, textNumber } = consent;
  if (textNumber === null) return <>{t('people.consents.no_text')}</>;
  return (
    <a href={href(`/consent-texts/${purpose}/${textNumber}`)}>
      {t('people.text.version', { number: String(textNumber) })}
    </a>
  );
}

function ConsentItem({ consent, names, now }: { consent: Consent; names: Names; now: string }) {
  const { t, formats, href, can } = usePage();
  const state = stateOf(consent, now);
  return (
    <li className="result">
      <h3>
        <PartnerNames ids={consent.recipients} names={names} />
      </h3>
      <p>
        <StatusBadge tone={TONES[state]} label={t(`people.consents.${state}`)} />{' '}
        {t('people.consents.until', { date: formats.date(consent.endsAt) })}
      </p>
      <p>
        {t(`people.purpose.${consent.purpose}`)}
        {' · '}
        {consent.categories.map((category) => t(`people.category.${category}`)).join(' · ')}
        {' · '}
        {t(`people.direction.${consent.direction}`)}
        {' · '}
        {t(`people.givenHow.${consent.givenHow}`)}
        {' · '}
        <TextRead consent={consent} />
      </p>
      <AllPartners ids={consent.recipients} names={names} />
      <Giver consent={consent} />
      {state === 'live' ? <Withdraw consent={consent} /> : null}
      {state === 'live' && can('consent:record') ? (
        <p className="actions">
          <a href={href(`/work/people/${consent.personId}/consents/${consent.consentId}/receipt`)}>
            {t('people.receipt.give')}
          </a>
        </p>
      ) : null}
    </li>
  );
}

/** What a person agreed to, for whom and until when; what is in force can be taken back. */
export function ConsentList({ consents, names, now }: { consents: Consent[]; names: Names; now: string }) {
  const { t } = usePage();
  if (consents.length === 0) return <p>{t('people.consents.none')}</p>;
  return (
    <ResultList label={t('people.consents.title')}>
      {consents.map((consent) => (
        <ConsentItem key={consent.consentId} consent={consent} names={names} now={now} />
      ))}
    </ResultList>
  );
}
