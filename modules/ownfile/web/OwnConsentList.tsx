import { CommandForm, ResultList, StatusBadge, SubmitButton, usePage } from '@qantara/ui';
import type { OwnConsent } from '../contract/index.ts';

function stateOf({ withdrawnAt, isLive }: OwnConsent): 'withdrawn' | 'live' | 'ended' {
  if (withdrawnAt !== null) return 'withdrawn';
  return isLive ? 'live' : 'ended';
}

const TONES = { live: 'active', ended: 'neutral', withdrawn: 'stopped' } as const;

function ConsentItem({ consent }: { consent: OwnConsent }) {
  const { t, formats, text } = usePage();
  const state = stateOf(consent);
  return (
    <li className="result">
      <h3>
        <bdi>{formats.list(consent.recipients.map((name) => text(name).text))}</bdi>
      </h3>
      <p>
        <StatusBadge tone={TONES[state]} label={t(`people.consents.${state}`)} />{' '}
        {t('people.consents.until', { date: formats.date(consent.endsAt) })}
      </p>
      <p>
        {t(`people.purpose.${consent.purpose}`)}
        {' · '}
        {consent.categories.map((category) => t(`people.category.${category}`)).join(' · ')}
      </p>
      {state === 'live' ? (
        <CommandForm id={`withdraw-${consent.consentId}`} action="?">
          <p className="hint">{t('ownfile.withdraw_text')}</p>
          <input type="hidden" name="consentId" value={consent.consentId} />
          <SubmitButton kind="plain">{t('people.consents.withdraw')}</SubmitButton>
        </CommandForm>
      ) : null}
    </li>
  );
}

/** What the person agreed to, for whom and until when; what is in force they take back by one press. */
export function OwnConsentList({ consents }: { consents: OwnConsent[] }) {
  const { t } = usePage();
  if (consents.length === 0) return <p>{t('ownfile.no_consents')}</p>;
  return (
    <ResultList label={t('ownfile.consents')}>
      {consents.map((consent) => (
        <ConsentItem key={consent.consentId} consent={consent} />
      ))}
    </ResultList>
  );
}
