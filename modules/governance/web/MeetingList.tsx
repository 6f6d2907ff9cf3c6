import {
  ButtonLink,
  CommandForm,
  ConfirmDialog,
  DateField,
  DateText,
  LocalizedTextField,
  LocalText,
  Notice,
  NumberField,
  SubmitButton,
  TextField,
  usePage,
} from '@qantara/ui';
import { Link } from 'react-router';
import type { MeetingLine } from '../contract/index.ts';
import { MeetingBadge } from './MeetingBadge.tsx';

function PlanForm() {
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('governance.plan_meeting')} title={t('governance.plan_meeting')}>
      <CommandForm id="meeting">
        <LocalizedTextField name="title" label={t('governance.field.title')} required />
        <DateField name="onDay" label={t('governance.field.onDay')} required />
        <TextField name="atTime" type="time" label={t('governance.field.atTime')} width="short" required />
        <NumberField name="lastsMinutes" label={t('governance.field.lastsMinutes')} defaultValue="120" required />
        <TextField name="place" label={t('governance.field.place')} maxLength={200} />
        <TextField name="link" type="url" label={t('governance.field.link')} maxLength={500} />
        <SubmitButton intent="meeting">{t('governance.plan_meeting')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

type Given = { meetings: MeetingLine[]; isLate: boolean; mayKeep: boolean; feedPath: string | null };

/** The meetings of a body, and the address of its calendar. */
export function MeetingList({ meetings, isLate, mayKeep, feedPath }: Given) {
  const { t, href } = usePage();
  return (
    <>
      <h2>{t('governance.meetings')}</h2>
      {isLate ? <Notice kind="warning" title={t('governance.late')} /> : null}
      {meetings.length === 0 ? <p>{t('governance.no_meetings')}</p> : null}
      <ul className="plain-list">
        {meetings.map(({ meetingId, title, startsAt, state }) => (
          <li key={meetingId}>
            <Link to={href(`/work/governance/meetings/${meetingId}`)}>
              <LocalText value={title} quiet />
            </Link>{' '}
            <DateText value={startsAt} style="dateTime" /> <MeetingBadge state={state} />
          </li>
        ))}
      </ul>
      {feedPath === null ? null : (
        <>
          <p>{t('governance.feed_text')}</p>
          <p>
            <ButtonLink to={href(feedPath)}>{t('governance.feed')}</ButtonLink>
          </p>
        </>
      )}
      {mayKeep ? (
        <>
          <CommandForm id="feed">
            <SubmitButton intent="feed">{t('governance.renew_feed')}</SubmitButton>
          </CommandForm>
          <PlanForm />
        </>
      ) : null}
    </>
  );
}
