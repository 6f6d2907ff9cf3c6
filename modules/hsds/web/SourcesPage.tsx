import {
  answerForm,
  apiOf,
  Bdi,
  ButtonLink,
  CommandForm,
  DataTable,
  DateText,
  EmptyState,
  NumberText,
  PageTitle,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { hsdsRoutes, type MoveSource, type Source } from '../contract/index.ts';

/** The sources in the order in which they count, and how much they contradict one another in. */
export async function loader({ context }: LoaderFunctionArgs) {
  const api = apiOf(context, hsdsRoutes);
  const conflicts = await api.listConflicts({ page: 1, perPage: 1 });
  return { ...(await api.listSources({})), conflicts: conflicts.total ?? 0 };
}

/** Lets one source count before, or after, the next. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = { source: values.text('source') ?? '', direction: values.text('intent') } as MoveSource;
    await apiOf(context, hsdsRoutes).moveSource(input, { commandId });
    return redirect(`/${params['locale']}/admin/sources`);
  });
}

function Move({ source, at, count }: { source: string; at: number; count: number }) {
  const { t } = usePage();
  return (
    <CommandForm id={`move-${at}`} className="actions">
      <input type="hidden" name="source" value={source} />
      {at === 0 ? null : (
        <SubmitButton intent="up" kind="plain">
          {t('hsds.source.up')} <span className="vh">{source}</span>
        </SubmitButton>
      )}
      {at === count - 1 ? null : (
        <SubmitButton intent="down" kind="plain">
          {t('hsds.source.down')} <span className="vh">{source}</span>
        </SubmitButton>
      )}
    </CommandForm>
  );
}

/** Whose word counts where sources speak of one record. */
export default function SourcesPage() {
  const { sources, conflicts } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const rows = sources.map((source, at) => ({ ...source, at }));
  return (
    <>
      <PageTitle title={t('hsds.source.title')} lead={<p>{t('hsds.source.lead')}</p>} />
      <p>{t('hsds.source.conflicts', { count: conflicts })}</p>
      {conflicts === 0 ? null : (
        <div className="actions">
          <ButtonLink to={href('/admin/sources/conflicts')} kind="plain">
            {t('hsds.conflict.title')}
          </ButtonLink>
        </div>
      )}
      <DataTable<Source & { at: number }>
        caption={t('hsds.source.order')}
        rows={rows}
        keyOf={({ source }) => source}
        empty={<EmptyState title={t('hsds.source.none')} />}
        columns={[
          { key: 'source', heading: t('hsds.field.source'), cell: ({ source }) => <Bdi>{source}</Bdi> },
          {
            key: 'rank',
            heading: t('hsds.source.place'),
            isNumber: true,
            cell: ({ at }) => <NumberText value={at + 1} />,
          },
          {
            key: 'records',
            heading: t('hsds.source.records'),
            isNumber: true,
            cell: ({ records }) => <NumberText value={records} />,
          },
          {
            key: 'saidAt',
            heading: t('hsds.source.said_at'),
            cell: ({ saidAt }) => (saidAt === null ? '' : <DateText value={saidAt} style="dateTime" />),
          },
          {
            key: 'move',
            heading: t('hsds.source.move'),
            cell: ({ source, at }) => <Move source={source} at={at} count={sources.length} />,
          },
        ]}
      />
    </>
  );
}
