import { directionOf } from '@qantara/kernel';
import { Bdi, useField, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Proposal, Suggestion } from '../../contract/index.ts';
import { isApplicable } from '../../domain/index.ts';

type Proposed = Proposal & { now: string | null };

function Reword({ proposal, suggestion }: { proposal: Proposed; suggestion: Suggestion }) {
  const { t } = usePage();
  const name = `values.${proposal.field}`;
  const label = t('curation.moderate.as');
  const field = useField({ name, label });
  const isLong = proposal.value.length > 60;
  const shared = {
    id: field.id,
    name,
    className: 'input',
    lang: suggestion.locale,
    dir: ['phone', 'email', 'url'].includes(proposal.field) ? 'ltr' : directionOf(suggestion.locale),
    defaultValue: field.begin(name, proposal.value),
  };
  return (
    <div className="field">
      <label htmlFor={field.id}>{label}</label>
      {isLong ? <textarea {...shared} rows={4} /> : <input {...shared} type="text" />}
    </div>
  );
}

function ByHand({ proposal, suggestion }: { proposal: Proposed; suggestion: Suggestion }) {
  const { t, href } = usePage();
  return (
    <>
      <p dir="auto" lang={suggestion.locale} className="said">
        {proposal.value}
      </p>
      <p className="hint">
        {t('curation.moderate.by_hand')}{' '}
        {suggestion.serviceId === null ? null : (
          <Link to={href(`/curation/services/${suggestion.serviceId}`)}>{t('curation.moderate.to_entry')}</Link>
        )}
      </p>
    </>
  );
}

/** One thing that is suggested, beside what stands now: whether it is taken, and in which words. */
export function ProposalFields({ proposal, suggestion }: { proposal: Proposed; suggestion: Suggestion }) {
  const { t } = usePage();
  const label = t(`curation.suggested_field.${proposal.field}`);
  const taken = useField({ name: 'taken', label });
  const id = `${taken.id}-${proposal.field}`;
  const isChosen = taken.beginAll('taken[]', [proposal.field]).includes(proposal.field);
  return (
    <div className="proposal">
      <div className="choice">
        <input id={id} type="checkbox" name="taken[]" value={proposal.field} defaultChecked={isChosen} />
        <label htmlFor={id}>{t('curation.moderate.take', { field: label })}</label>
      </div>
      <div className="beside">
        <div>
          <p className="beside-title">{t('curation.moderate.now')}</p>
          <p className="said">
            {proposal.now === null ? (
              <span className="missing">{t('curation.moderate.nothing')}</span>
            ) : (
              <Bdi>{proposal.now}</Bdi>
            )}
          </p>
        </div>
        <div>
          <p className="beside-title">{t('curation.moderate.suggested')}</p>
          {isApplicable(proposal.field) && suggestion.serviceId !== null ? (
            <Reword proposal={proposal} suggestion={suggestion} />
          ) : (
            <ByHand proposal={proposal} suggestion={suggestion} />
          )}
        </div>
      </div>
    </div>
  );
}
