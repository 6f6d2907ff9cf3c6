import { Bdi, CommandForm, DateText, StatusBadge, SubmitButton, TextArea, usePage } from '@qantara/ui';
import type { Lifting } from '../../contract/index.ts';

function Answer({ liftingId }: { liftingId: string }) {
  const { t } = usePage();
  return (
    <CommandForm id={`answer-${liftingId}`}>
      <input type="hidden" name="liftingId" value={liftingId} />
      <TextArea name="note" label={t('people.field.note')} rows={2} maxLength={500} />
      <div className="actions">
        <SubmitButton intent="agree">{t('people.protection.agree')}</SubmitButton>
        <SubmitButton intent="refuse" kind="danger">
          {t('people.protection.refuse')}
        </SubmitButton>
      </div>
    </CommandForm>
  );
}

function LiftNow({ liftingId }: { liftingId: string }) {
  const { t } = usePage();
  return (
    <CommandForm id={`lift-${liftingId}`} className="one-button">
      <input type="hidden" name="liftingId" value={liftingId} />
      <SubmitButton intent="lift">{t('people.protection.lift_now')}</SubmitButton>
    </CommandForm>
  );
}

/** That a protection ends, as somebody asked, and what whoever reads may do about it. */
export function LiftingItem({ lifting }: { lifting: Lifting }) {
  const { t } = usePage();
  const { liftingId, state, to, reason, askedByName, askedAt, note, isOwn } = lifting;
  return (
    <article className="result">
      <h3>
        {t(`people.liftTo.${to}`)}{' '}
        <StatusBadge
          tone={state === 'asked' || state === 'agreed' ? 'attention' : 'neutral'}
          label={t(`people.lifting.${state}`)}
        />
      </h3>
      <p>
        <Bdi>{askedByName ?? '–'}</Bdi> · <DateText value={askedAt} style="dateTime" />
      </p>
      <p dir="auto">{reason}</p>
      {note === null ? null : <p dir="auto">{note}</p>}
      {state === 'asked' && !isOwn ? <Answer liftingId={liftingId} /> : null}
      {state === 'agreed' && isOwn ? <LiftNow liftingId={liftingId} /> : null}
    </article>
  );
}
