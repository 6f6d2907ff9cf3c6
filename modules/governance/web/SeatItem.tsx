import { CommandForm, ConfirmDialog, DateField, DateText, LocalText, SubmitButton, usePage } from '@qantara/ui';
import type { Holding, Seat } from '../contract/index.ts';
import { SeatBadge } from './SeatBadge.tsx';
import { ChangeSeatForms } from './SeatForms.tsx';

function LeaveForm({ holdingId }: { holdingId: string }) {
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('governance.end_term')} title={t('governance.end_term')}>
      <CommandForm id={`end-${holdingId}`}>
        <input type="hidden" name="holdingId" value={holdingId} />
        <DateField name="lastDay" label={t('governance.field.lastDay')} hint={t('governance.end_hint')} required />
        <SubmitButton intent="end">{t('governance.end_term')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function Term({ holding, mayChange }: { holding: Holding; mayChange: boolean }) {
  const { t } = usePage();
  const { organisationName, sitterName, sitterFunction, startsOn, lastDay } = holding;
  return (
    <li>
      <p>
        <bdi>{sitterName}</bdi>
        {t('governance.comma')}
        <bdi>{sitterFunction}</bdi> · <LocalText value={organisationName} quiet />
      </p>
      <p className="quiet">
        {t('governance.from')} <DateText value={startsOn} />{' '}
        {lastDay === null ? (
          t('governance.no_last_day')
        ) : (
          <>
            {t('governance.until')} <DateText value={lastDay} />
          </>
        )}
      </p>
      {mayChange ? <LeaveForm holdingId={holding.holdingId} /> : null}
    </li>
  );
}

/** One seat: whom it stands for, who sits in it, and until when. */
export function SeatItem({ seat, mayChange }: { seat: Seat; mayChange: boolean }) {
  const { t, formats } = usePage();
  return (
    <li className="party">
      <h3>
        <LocalText value={seat.name} quiet />
      </h3>
      <p>
        <SeatBadge status={seat.status} /> {t(`governance.stands_for.${seat.standsFor}`)}
        {seat.populations.length === 0
          ? ''
          : ` · ${formats.list(seat.populations.map((group) => t(`governance.population.${group}`)))}`}
        {seat.isRequired ? ` · ${t('governance.field.isRequired')}` : ''}
      </p>
      {mayChange ? <ChangeSeatForms seat={seat} /> : null}
      <ul className="plain-list">
        {seat.holdings.map((holding) => (
          <Term key={holding.holdingId} holding={holding} mayChange={mayChange} />
        ))}
      </ul>
    </li>
  );
}
