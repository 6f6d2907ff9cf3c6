import { needPermission } from '@qantara/identity/web';
import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  CommandForm,
  DateText,
  LocalText,
  PageTitle,
  StatusBadge,
  SubmitButton,
  TextField,
  usePage,
  type StatusTone,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { observatoryRoutes, type ReportState, type Shelf } from '../contract/index.ts';
import { usePeriodWords } from './use-period-words.ts';

export const TONES: Record<ReportState, StatusTone> = {
  draft: 'waiting',
  approved: 'active',
  published: 'done',
  superseded: 'neutral',
};

/** Every template with what is written of it, what is published and what is due. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'observatory:write');
  return apiOf(context, observatoryRoutes).listReports({});
}

/** Begins a report and goes on to it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof observatoryRoutes.startReport>;
    const { reportId } = await apiOf(context, observatoryRoutes).startReport(input, { commandId });
    return redirect(`/${params['locale']}/work/observatory/${reportId}`);
  });
}

function Start({ shelf }: { shelf: Shelf }) {
  const { t } = usePage();
  const { templateCode, duePeriod, rhythm } = shelf;
  return (
    <CommandForm id={`start-${templateCode}`} labels={{ period: t('observatory.field.period') }}>
      <input type="hidden" name="templateCode" value={templateCode} />
      <TextField
        name="period"
        label={t('observatory.field.period')}
        hint={t(`observatory.period_hint.${rhythm}`)}
        defaultValue={duePeriod ?? ''}
        width="short"
        maxLength={7}
        latin
        required
      />
      <SubmitButton kind="plain">{t('observatory.start')}</SubmitButton>
    </CommandForm>
  );
}

/** The reports of the observatory for those who write them. */
export default function ReportsPage() {
  const { shelves } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const words = usePeriodWords();
  return (
    <>
      <PageTitle title={t('observatory.work.title')} lead={<p>{t('observatory.work.lead')}</p>} />
      {shelves.map((shelf) => (
        <section key={shelf.templateCode} aria-labelledby={`shelf-${shelf.templateCode}`}>
          <h2 id={`shelf-${shelf.templateCode}`}>
            <LocalText value={shelf.title} quiet />
          </h2>
          <p className="hint">
            {t(`observatory.rhythm.${shelf.rhythm}`)}
            {shelf.duePeriod === null ? null : <> · {t('observatory.due', { period: words(shelf.duePeriod) })}</>}
          </p>
          <ul>
            {shelf.reports.map(({ reportId, period, edition, state, publishedAt }) => (
              <li key={reportId}>
                <Link to={href(`/work/observatory/${reportId}`)}>{words(period)}</Link>{' '}
                <StatusBadge tone={TONES[state]} label={t(`observatory.state.${state}`)} />
                {edition === 1 ? null : ` ${t('observatory.edition', { edition: String(edition) })}`}{' '}
                {publishedAt === null ? null : <DateText value={publishedAt} style="date" />}
              </li>
            ))}
          </ul>
          <Start shelf={shelf} />
        </section>
      ))}
    </>
  );
}
