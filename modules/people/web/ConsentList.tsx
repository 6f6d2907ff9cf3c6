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
import type { Consent } from '../contract/index.ts';
import { isLive } from '../domain/index.ts';

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

function ConsentItem({ consent, names, now }: { consent: Consent; names: Names; now: string }) {
  const { t, formats, text } = usePage();
  const state = stateOf(consent, now);
  const partners = formats.list(consent.recipients.map((id) => text(names[id]).text || t('ui.data.missing')));
  return (
    <li className="result">
      <h3>
        <bdi>{partners}</bdi>
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
        {t(`people.givenHow.${consent.givenHow}`)}
      </p>
      {state === 'live' ? <Withdraw consent={consent} /> : null}
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
