import { RefusalNotice } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  Notice,
  PageTitle,
  Progress,
  Stat,
  StatRow,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { hsdsRoutes, type ImportId, type ServiceImport } from '../contract/index.ts';
import { ChangesList } from './ChangesList.tsx';
import { CountsTable } from './CountsTable.tsx';
import hsdsCss from './hsds.css?url';
import { ImportNotesList } from './ImportNotesList.tsx';
import { OpenPlacesNotice } from './OpenPlacesNotice.tsx';
import { ImportStatusBadge } from './ImportStatusBadge.tsx';
import { RefusalsList } from './RefusalsList.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: hsdsCss }];
}

/** The import as it stands, one page of what it would change, and of what it refused. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const importId = (params['importId'] ?? '') as ImportId;
  const page = new URL(request.url).searchParams.get('page') ?? '1';
  const api = apiOf(context, hsdsRoutes);
  const taken = await api.getImport({ importId });
  const isChecked = taken.status === 'checked';
  return {
    taken,
    changes: isChecked ? await api.listImportChanges({ importId, page, perPage: 25 }) : null,
    refusals: await api.listRowRefusals({ importId, page: isChecked ? '1' : page, perPage: isChecked ? 20 : 50 }),
  };
}

/** Lets what was seen be written, or gives it up. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const importId = (params['importId'] ?? '') as ImportId;
    const api = apiOf(context, hsdsRoutes);
    if (values.text('intent') === 'let') await api.letImport({ importId }, { commandId });
    else await api.discardImport({ importId }, { commandId });
    return redirect(`/${params['locale']}/admin/imports/${importId}`);
  });
}

/** The page renews itself; with its address and without a fragment: a browser that is told only "again" stays where it is. */
function UnderWay({ taken }: { taken: ServiceImport }) {
  const { t, pathname, formats } = usePage();
  const read = formats.number(taken.rowsRead);
  const total = taken.rowsTotal;
  return (
    <>
      <meta httpEquiv="refresh" content={`3; url=${pathname}`} />
      <Notice>
        <p>{t(taken.status === 'waiting' ? 'hsds.import.under_way' : 'hsds.import.writing')}</p>
      </Notice>
      {total === null || total === 0 ? null : (
        <Progress
          label={t('hsds.import.rows_of', { read, total: formats.number(total) })}
          value={taken.rowsRead}
          max={total}
        />
      )}
    </>
  );
}

function Decision({ taken }: { taken: ServiceImport }) {
  const { t, href } = usePage();
  const isMapped = /CSV|XLSX/.test(taken.format ?? '');
  return (
    <div className="actions">
      <CommandForm id="let" className="form">
        <SubmitButton intent="let">{t('hsds.import.let')}</SubmitButton>
      </CommandForm>
      {isMapped ? (
        <ButtonLink to={href(`/admin/imports/${taken.importId}/mapping`)} kind="plain">
          {t('hsds.import.map_again')}
        </ButtonLink>
      ) : null}
      <CommandForm id="discard" className="form">
        <SubmitButton intent="discard" kind="plain">
          {t('hsds.import.discard')}
        </SubmitButton>
      </CommandForm>
    </div>
  );
}

function Waiting({ taken }: { taken: ServiceImport }) {
  const { t, href } = usePage();
  return (
    <>
      <Notice>
        <p>{t('hsds.import.needs_mapping')}</p>
      </Notice>
      <div className="actions">
        <ButtonLink to={href(`/admin/imports/${taken.importId}/mapping`)}>{t('hsds.import.map')}</ButtonLink>
        <CommandForm id="discard" className="form">
          <SubmitButton intent="discard" kind="plain">
            {t('hsds.import.discard')}
          </SubmitButton>
        </CommandForm>
      </div>
    </>
  );
}

function Failed({ taken }: { taken: ServiceImport }) {
  const { t } = usePage();
  return (
    <Notice kind="danger" title={t('hsds.import.failed')}>
      <p>{t(`hsds.import_failure.${taken.failure ?? 'import_broken'}`)}</p>
    </Notice>
  );
}

function Done({ taken }: { taken: ServiceImport }) {
  const { t } = usePage();
  return (
    <>
      <StatRow>
        <Stat label={t('hsds.import.organisations')} value={taken.organisationsSaved} />
        <Stat label={t('hsds.import.services')} value={taken.servicesSaved} />
        <Stat label={t('hsds.import.locations')} value={taken.locationsSaved} />
        <Stat label={t('hsds.import.ended')} value={taken.servicesEnded} />
        <Stat label={t('hsds.import.rows_refused')} value={taken.rowsRefused} />
        <Stat label={t('hsds.import.values_refused')} value={taken.valuesRefused} />
      </StatRow>
      {taken.counts === null ? null : <CountsTable counts={taken.counts} caption={t('hsds.import.became')} />}
    </>
  );
}

function State({ taken }: { taken: ServiceImport }) {
  const { t } = usePage();
  if (taken.status === 'failed') return <Failed taken={taken} />;
  if (taken.status === 'mapping') return <Waiting taken={taken} />;
  if (taken.status === 'done') return <Done taken={taken} />;
  if (taken.status === 'waiting' || taken.status === 'running') return <UnderWay taken={taken} />;
  if (taken.status === 'discarded' || taken.status === 'expired')
    return (
      <Notice>
        <p>{t(`hsds.import.${taken.status}`)}</p>
      </Notice>
    );
  return (
    <>
      <Notice>
        <p>{t('hsds.import.nothing_written')}</p>
      </Notice>
      {taken.counts === null ? null : <CountsTable counts={taken.counts} caption={t('hsds.import.would')} />}
      <Decision taken={taken} />
    </>
  );
}

/** One file on its way in: how far it is, what it would change, what came of it, and what it refused, where and why. */
export default function ImportPage() {
  const { taken, refusals, changes } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const isRead = taken.status === 'done' || taken.status === 'checked';
  return (
    <>
      <Breadcrumbs items={[{ label: t('hsds.import.title'), path: '/admin/imports' }]} />
      <PageTitle
        title={t('hsds.import.of', { file: taken.fileName })}
        eyebrow={<ImportStatusBadge status={taken.status} />}
        lead={
          <p>
            <Bdi>{taken.source}</Bdi>
            {taken.format === null ? null : (
              <>
                {' · '}
                <Bdi latin>{taken.format}</Bdi>
              </>
            )}
          </p>
        }
      />
      <RefusalNotice title={t('hsds.import.changed_meanwhile')} shownForms={['let', 'discard']} />
      <OpenPlacesNotice places={taken.notes?.maybeConfidential ?? []} />
      <State taken={taken} />
      {changes === null ? null : (
        <>
          <h2>{t('hsds.import.changes')}</h2>
          <ChangesList changes={changes} />
        </>
      )}
      {isRead ? (
        <>
          <h2>{t('hsds.import.refused')}</h2>
          <RefusalsList refusals={refusals} importId={taken.importId} isPaged={taken.status === 'done'} />
          {taken.notes === null ? null : <ImportNotesList notes={taken.notes} />}
        </>
      ) : null}
    </>
  );
}
