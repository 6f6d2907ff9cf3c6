import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  CommandForm,
  DateText,
  DescriptionList,
  EmptyState,
  LocalText,
  PageTitle,
  RadioGroup,
  StatusBadge,
  SubmitButton,
  TextArea,
  usePage,
} from '@qantara/ui';
import { needPermission, RefusalNotice } from '@qantara/identity/web';
import { GlassVerdict, type GlassItem } from '@qantara/people/contract';
import { isReviewLate } from '@qantara/people/domain';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { oversightRoutes } from '../contract/index.ts';
import { PersonMark } from './OpeningsTable.tsx';
import oversightCss from './oversight.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: oversightCss }];
}

/** What was opened in an emergency: what is to be looked at, or what was. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'oversight:read');
  const isReviewed = new URL(request.url).searchParams.get('reviewed') === 'yes';
  const reviewed = isReviewed ? ('yes' as const) : ('no' as const);
  return { isReviewed, ...(await apiOf(context, oversightRoutes).listGlassReviews({ reviewed })) };
}

/** Says what was found. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof oversightRoutes.reviewGlass>;
    await apiOf(context, oversightRoutes).reviewGlass(input, { commandId });
    return redirect(request.url);
  });
}

function Review({ glassId }: { glassId: string }) {
  const { t } = usePage();
  return (
    <CommandForm id={`review-${glassId}`}>
      <input type="hidden" name="glassId" value={glassId} />
      <RadioGroup
        name="verdict"
        label={t('oversight.field.verdict')}
        options={GlassVerdict.options.map((value) => ({ value, label: t(`people.glassVerdict.${value}`) }))}
        required
      />
      <TextArea name="note" label={t('oversight.field.note')} rows={2} maxLength={1000} required />
      <SubmitButton>{t('oversight.emergencies.say')}</SubmitButton>
    </CommandForm>
  );
}

function State({ glass, now }: { glass: GlassItem; now: string }) {
  const { t } = usePage();
  const { verdict } = glass;
  if (verdict !== null) {
    const tone = verdict === 'justified' ? 'done' : 'attention';
    return <StatusBadge tone={tone} label={t(`people.glassVerdict.${verdict}`)} />;
  }
  const isLate = isReviewLate(new Date(glass.openedAt), new Date(now));
  return isLate ? <StatusBadge tone="attention" label={t('oversight.emergencies.late')} /> : null;
}

function Facts({ glass, now }: { glass: GlassItem; now: string }) {
  const { t } = usePage();
  const end = glass.closedAt ?? glass.until;
  const isOver = end <= now;
  return (
    <DescriptionList
      dense
      items={[
        { label: t('oversight.log.who'), value: <Bdi>{glass.accountName ?? glass.accountId.slice(-8)}</Bdi> },
        {
          label: t('oversight.emergencies.house'),
          value: glass.organisationName === null ? '–' : <LocalText value={glass.organisationName} quiet />,
        },
        { label: t('oversight.log.whose'), value: <PersonMark personId={glass.personId} /> },
        { label: t('oversight.emergencies.class'), value: t(`people.class.${glass.recordClass}`) },
        { label: t('oversight.emergencies.opened'), value: <DateText value={glass.openedAt} style="dateTime" /> },
        {
          label: t(isOver ? 'oversight.emergencies.until' : 'oversight.emergencies.open_until'),
          value: <DateText value={end} style="dateTime" />,
        },
      ]}
    />
  );
}

function Emergency({ glass, now }: { glass: GlassItem; now: string }) {
  const { t } = usePage();
  const isOwed = glass.verdict === null;
  return (
    <article className="result">
      <h2>
        {t(`people.glassReason.${glass.reasonCode}`)} <State glass={glass} now={now} />
      </h2>
      <p dir="auto">{glass.reason}</p>
      <Facts glass={glass} now={now} />
      {glass.reviewNote === null ? null : <p dir="auto">{glass.reviewNote}</p>}
      {isOwed && glass.isOwn ? <p>{t('refusal.glass_own')}</p> : null}
      {isOwed && !glass.isOwn ? <Review glassId={glass.glassId} /> : null}
    </article>
  );
}

/** Records opened in an emergency, each of which somebody else looks at afterwards. */
export default function EmergencyReviewsPage() {
  const { items, now, isReviewed } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const shownForms = items.map(({ glassId }) => `review-${glassId}`);
  const tab = (path: string, label: string, isCurrent: boolean) => (
    <li>
      <Link to={href(path)} aria-current={isCurrent ? 'page' : undefined}>
        {label}
      </Link>
    </li>
  );
  return (
    <>
      <PageTitle title={t('oversight.emergencies.title')} lead={<p>{t('oversight.emergencies.lead')}</p>} />
      <nav className="states" aria-label={t('oversight.emergencies.title')}>
        <ul>
          {tab('/oversight/emergencies', t('oversight.emergencies.owed'), !isReviewed)}
          {tab('/oversight/emergencies?reviewed=yes', t('oversight.emergencies.done'), isReviewed)}
        </ul>
      </nav>
      <RefusalNotice title={t('oversight.emergencies.not_done')} shownForms={shownForms} />
      {items.length === 0 ? (
        <EmptyState title={t(isReviewed ? 'oversight.emergencies.none_done' : 'oversight.emergencies.none_owed')} />
      ) : (
        items.map((glass) => <Emergency key={glass.glassId} glass={glass} now={now} />)
      )}
    </>
  );
}
