import { Bdi, DateText, StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { Inspection, InspectionOutcome, Requirement } from '../contract/index.ts';
import { PlannedInspectionForms, ShortcomingForm } from './InspectionForms.tsx';

const TONES: Record<InspectionOutcome, StatusTone> = {
  satisfactory: 'done',
  to_improve: 'waiting',
  unacceptable: 'attention',
};

type InspectionItemProps = {
  inspection: Inspection;
  requirements: Requirement[];
  today: string;
  isNewest: boolean;
};

function Standing({ inspection }: { inspection: Inspection }) {
  const { t } = usePage();
  const { outcome, state } = inspection;
  if (outcome !== null) return <StatusBadge tone={TONES[outcome]} label={t(`institutions.outcome.${outcome}`)} />;
  return (
    <StatusBadge
      tone={state === 'planned' ? 'waiting' : 'stopped'}
      label={t(`institutions.inspection_state.${state}`)}
    />
  );
}

/** One inspection: when, why, by whom, what came of it, and what is still to be written down of it. */
export function InspectionItem({ inspection, requirements, today, isNewest }: InspectionItemProps) {
  const { t, can } = usePage();
  const mayInspect = can('institution:inspect');
  return (
    <article className="visit">
      <h3>
        <DateText value={inspection.doneOn ?? inspection.plannedOn} />
        {' · '}
        {t(`institutions.inspection_reason.${inspection.reason}`)}
      </h3>
      <p>
        <Standing inspection={inspection} />{' '}
        <span className="age">
          {t('institutions.inspect.by')} <Bdi>{inspection.team}</Bdi>
        </span>
      </p>
      {inspection.summary === null ? null : (
        <p className="said">
          <Bdi>{inspection.summary}</Bdi>
        </p>
      )}
      {mayInspect && inspection.state === 'planned' ? (
        <PlannedInspectionForms inspection={inspection} today={today} />
      ) : null}
      {mayInspect && inspection.state === 'done' ? (
        <ShortcomingForm
          inspectionId={inspection.inspectionId}
          requirements={requirements}
          isOpen={isNewest && inspection.doneOn === today && inspection.outcome !== 'satisfactory'}
        />
      ) : null}
    </article>
  );
}
