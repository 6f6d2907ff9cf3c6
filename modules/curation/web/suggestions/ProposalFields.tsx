import { directionOf } from '@qantara/kernel';
import { Bdi, useField, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Proposal, SuggestedField, Suggestion } from '../../contract/index.ts';
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

/** Where what was suggested is entered, with its words beside the form; saved there, it is taken. */
export function EnterByHand({ field, suggestion }: { field: SuggestedField; suggestion: Suggestion }) {
  const { t, href } = usePage();
  const { serviceId, suggestionId, takenFields } = suggestion;
  if (takenFields.includes(field)) return <p className="hint">{t('curation.hand.is_taken')}</p>;
  if (serviceId === null) return null;
  const page = field === 'hours' ? 'hours' : 'places';
  return (
    <p>
      <Link to={href(`/curation/services/${serviceId}/${page}?suggestionId=${suggestionId}`)}>
        {t(`curation.hand.enter_${page}`)}
      </Link>
    </p>
  );
}

function ByHand({ proposal, suggestion }: { proposal: Proposed; suggestion: Suggestion }) {
  const { t } = usePage();
  return (
    <>
      <p dir="auto" lang={suggestion.locale} className="said">
        {proposal.value}
      </p>
      <p className="hint">{t('curation.moderate.by_hand')}</p>
      <EnterByHand field={proposal.field} suggestion={suggestion} />
    </>
  );
}

function Take({ field, label }: { field: SuggestedField; label: string }) {
  const { t } = usePage();
  const taken = useField({ name: 'taken', label });
  const id = `${taken.id}-${field}`;
  const isChosen = taken.beginAll('taken[]', [field]).includes(field);
  return (
    <div className="choice">
      <input id={id} type="checkbox" name="taken[]" value={field} defaultChecked={isChosen} />
      <label htmlFor={id}>{t('curation.moderate.take', { field: label })}</label>
    </div>
  );
}

/** One thing that is suggested, beside what stands now: whether it is taken, and in which words. */
export function ProposalFields({ proposal, suggestion }: { proposal: Proposed; suggestion: Suggestion }) {
  const { t } = usePage();
  const label = t(`curation.suggested_field.${proposal.field}`);
  const isByHand = !isApplicable(proposal.field);
  return (
    <div className="proposal">
      {isByHand ? <p className="by-hand">{label}</p> : <Take field={proposal.field} label={label} />}
      <div className="beside">
        {isByHand ? null : (
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
        )}
        <div>
          <p className="beside-title">{t('curation.moderate.suggested')}</p>
          {isByHand ? (
            <ByHand proposal={proposal} suggestion={suggestion} />
          ) : (
            <Reword proposal={proposal} suggestion={suggestion} />
          )}
        </div>
      </div>
    </div>
  );
}
