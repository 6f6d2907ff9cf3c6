import { peopleRoutes, type PersonId } from '@qantara/people/contract';
import {
  apiOf,
  Bdi,
  Breadcrumbs,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  PageTitle,
  StatusBadge,
  usePage,
  type Column,
  type StatusTone,
} from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { screeningRoutes } from '../../contract/index.ts';
import { compareScreenings, type ComparedNeed, type NeedChange } from '../../domain/index.ts';

/** What this person said they need, each time they were asked, newest first. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const { person } = await apiOf(context, peopleRoutes).getPerson({ personId });
  const { screenings } = await apiOf(context, screeningRoutes).listScreeningsOf({ personId });
  return { person, screenings };
}

const TONES: Record<NeedChange, StatusTone> = {
  new: 'attention',
  still: 'waiting',
  gone: 'done',
  unknown: 'neutral',
  never: 'neutral',
};

function Compared({ rows, before, now }: { rows: ComparedNeed[]; before: string; now: string }) {
  const { t } = usePage();
  const said = (value: boolean | null | undefined) => {
    if (value === undefined) return t('screening.compare.not_asked');
    return t(`screening.record.${value === null ? 'prefer_not_to_say' : value ? 'yes' : 'no'}`);
  };
  const columns: Column<ComparedNeed>[] = [
    { key: 'need', heading: t('screening.compare.need'), cell: ({ needName }) => <LocalText value={needName} /> },
    { key: 'before', heading: t('screening.compare.before'), cell: (row) => said(row.before) },
    { key: 'now', heading: t('screening.compare.now'), cell: (row) => said(row.now) },
    {
      key: 'change',
      heading: t('screening.compare.change'),
      cell: ({ change }) => <StatusBadge tone={TONES[change]} label={t(`screening.compare.${change}`)} />,
    },
  ];
  return (
    <section>
      <h2>
        <DateText value={before} /> – <DateText value={now} />
      </h2>
      <DataTable
        caption={t('screening.compare.title')}
        hidesCaption
        columns={columns}
        rows={rows}
        keyOf={({ needCode }) => needCode}
      />
    </section>
  );
}

/** What changed for a person from one screening to the next. */
export default function ScreeningsPage() {
  const { person, screenings } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const name = person.displayName ?? t('screening.record.unnamed');
  const pairs = screenings.slice(0, -1).flatMap((now, at) => {
    const before = screenings[at + 1];
    return before === undefined ? [] : [{ now, before }];
  });
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${person.personId}`, label: name }]} />
      <PageTitle
        title={t('screening.compare.title')}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={<p>{t('screening.compare.lead')}</p>}
      />
      {pairs.length === 0 ? <EmptyState title={t('screening.compare.once')} /> : null}
      {pairs.map(({ now, before }) => (
        <Compared
          key={now.screeningId}
          rows={compareScreenings(before, now)}
          before={before.receivedAt}
          now={now.receivedAt}
        />
      ))}
    </>
  );
}
