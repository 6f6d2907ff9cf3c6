import { RefusalNotice } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  DataTable,
  Icon,
  Notice,
  PageTitle,
  Pagination,
  Stat,
  StatRow,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import {
  assetsRoutes,
  type AssetImport,
  type AssetImportId,
  type AssetImportOutcome,
  type CheckAssetImport,
  type FeatureRefusal,
} from '../contract/index.ts';
import { AssetImportBadge } from './AssetImportBadge.tsx';
import assetsCss from './assets.css?url';
import { MappingForm } from './MappingForm.tsx';

export const handle: PageHandle = { formId: 'mapping' };

export function links() {
  return [{ rel: 'stylesheet', href: assetsCss }];
}

/** The import as it stands, and one page of what it refuses. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const importId = (params['importId'] ?? '') as AssetImportId;
  const page = new URL(request.url).searchParams.get('page') ?? '1';
  const api = apiOf(context, assetsRoutes);
  return {
    taken: await api.getAssetImport({ importId }),
    refusals: await api.listFeatureRefusals({ importId, page, perPage: 50 }),
  };
}

/** Tries a mapping, writes what was tried, or gives the file up. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const importId = (params['importId'] ?? '') as AssetImportId;
    const api = apiOf(context, assetsRoutes);
    const intent = values.text('intent');
    if (intent === 'write') await api.writeAssetImport({ importId }, { commandId });
    else if (intent === 'discard') await api.discardAssetImport({ importId }, { commandId });
    else await api.checkAssetImport({ ...values.toObject(), importId } as CheckAssetImport, { commandId });
    return redirect(`/${params['locale']}/work/assets/imports/${importId}`);
  });
}

const PARTS = ['added', 'changed', 'ended', 'same'] as const;

function Outcome({ outcome, isWritten }: { outcome: AssetImportOutcome; isWritten: boolean }) {
  const { t } = usePage();
  return (
    <section aria-labelledby="outcome">
      <h2 id="outcome">{t(isWritten ? 'assets.import.done' : 'assets.import.would')}</h2>
      {isWritten ? null : <p>{t('assets.import.dry')}</p>}
      <StatRow>
        {PARTS.map((part) => (
          <Stat key={part} label={t(`assets.import.${part}`)} value={outcome[part].count} />
        ))}
        <Stat label={t('assets.import.refused')} value={outcome.refused} />
      </StatRow>
      {(['added', 'changed', 'ended'] as const).map((part) =>
        outcome[part].count === 0 ? null : (
          <details key={part}>
            <summary>{t(`assets.import.${part}`)}</summary>
            <ul>
              {outcome[part].first.map((name, index) => (
                <li key={`${index} ${name}`}>
                  <Bdi>{name}</Bdi>
                </li>
              ))}
            </ul>
            {outcome[part].count > outcome[part].first.length ? (
              <p>{t('assets.import.and_more', { count: outcome[part].count - outcome[part].first.length })}</p>
            ) : null}
          </details>
        ),
      )}
    </section>
  );
}

type Refused = Awaited<ReturnType<typeof loader>>['refusals'];

function Refusals({ refusals, importId }: { refusals: Refused; importId: string }) {
  const { t, href, formats } = usePage();
  if (refusals.items.length === 0) return <p>{t('assets.import.nothing_refused')}</p>;
  return (
    <>
      <p>{t('assets.import.refused_text')}</p>
      <p>
        <a href={href(`/work/assets/imports/${importId}/refusals.csv`)} download>
          <Icon name="download" /> {t('assets.import.download')}
        </a>
      </p>
      <DataTable<FeatureRefusal>
        caption={t('assets.import.refused')}
        hidesCaption
        rows={refusals.items}
        keyOf={({ feature, code }) => `${feature} ${code}`}
        columns={[
          {
            key: 'feature',
            heading: t('assets.import.feature'),
            cell: ({ feature }) => t('assets.import.feature_number', { number: formats.number(feature) }),
          },
          {
            key: 'field',
            heading: t('assets.import.field'),
            cell: ({ field }) => (field === null ? '' : <Bdi latin>{field}</Bdi>),
          },
          { key: 'why', heading: t('assets.import.why'), cell: ({ code }) => t(`assets.feature_refusal.${code}`) },
          {
            key: 'value',
            heading: t('assets.import.value'),
            cell: ({ value }) => (value === null ? '' : <Bdi>{value}</Bdi>),
          },
        ]}
      />
      <Pagination {...refusals} />
    </>
  );
}

function Ending({ taken }: { taken: AssetImport }) {
  const { t } = usePage();
  if (taken.outcome === null) return null;
  const { added, changed, ended } = taken.outcome;
  const count = added.count + changed.count + ended.count;
  return (
    <div className="actions">
      <CommandForm id="write" className="form">
        <SubmitButton intent="write">{t('assets.import.write', { count })}</SubmitButton>
      </CommandForm>
      <CommandForm id="discard" className="form">
        <SubmitButton intent="discard" kind="plain">
          {t('assets.import.discard')}
        </SubmitButton>
      </CommandForm>
    </div>
  );
}

/** One file: what its properties mean, what writing it would do, and what it refuses; then what came of it. */
export default function AssetImportPage() {
  const { taken, refusals } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const isOpen = taken.status === 'read' || taken.status === 'checked';
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/work/assets', label: t('assets.kept.title') },
          { path: '/work/assets/imports', label: t('assets.import.title') },
        ]}
      />
      <PageTitle
        title={t('assets.import.of', { file: taken.fileName })}
        eyebrow={<AssetImportBadge status={taken.status} />}
        lead={
          <p>
            <Bdi>{taken.source}</Bdi> · {t('assets.import.has', { count: taken.features })} ·{' '}
            <Bdi latin>{taken.encoding}</Bdi>
          </p>
        }
      />
      <RefusalNotice title={t('assets.keep.changed')} shownForms={isOpen ? ['mapping', 'write', 'discard'] : []} />
      {taken.status === 'discarded' ? (
        <Notice>
          <p>{t('assets.import.discarded')}</p>
        </Notice>
      ) : null}
      {taken.outcome === null || taken.status === 'discarded' ? null : (
        <>
          <Outcome outcome={taken.outcome} isWritten={taken.status === 'written'} />
          {isOpen ? <Ending taken={taken} /> : null}
          <h2>{t('assets.import.refused')}</h2>
          <Refusals refusals={refusals} importId={taken.importId} />
        </>
      )}
      {isOpen ? (
        <section aria-labelledby="meaning">
          <h2 id="meaning">{t(taken.status === 'read' ? 'assets.mapping.title' : 'assets.mapping.other')}</h2>
          <p>{t('assets.mapping.lead')}</p>
          <MappingForm taken={taken} />
        </section>
      ) : null}
    </>
  );
}
