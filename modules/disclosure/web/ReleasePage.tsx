import { textIn } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import { apiOf, Breadcrumbs, DescriptionList, Notice, pageContext, PageTitle, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { disclosureRoutes } from '../contract/index.ts';
import { presetOf } from '../domain/presets.ts';
import { AuditedCells } from './AuditedCells.tsx';
import { PolicyText } from './PolicyText.tsx';
import { ReleasedCells } from './ReleasedCells.tsx';

/** The table as it was told, and for who may agree to policies what an attacker could say of what it hides. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'disclosure:read');
  const api = apiOf(context, disclosureRoutes);
  const releaseId = params['releaseId'] ?? '';
  const mayAudit = context.get(pageContext).account?.permissions.includes('disclosure:agree') ?? false;
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  if (!mayAudit) return { release: await api.getRelease({ releaseId }), audit: null, areas };
  const audit = await api.auditRelease({ releaseId });
  return { release: audit.release, audit, areas };
}

/** One release, whole, with the audit of it. */
export default function ReleasePage() {
  const { release, audit, areas } = useLoaderData<typeof loader>();
  const { t, locale, formats } = usePage();
  const name = textIn(release.name, locale).text;
  const nameOf = (code: string): string => {
    if (code === 'all') return t('disclosure.all');
    const area = areaName(areas, code);
    return area === null ? code : textIn(area, locale).text;
  };
  const narrowed = Object.values(release.cut).flat().map(nameOf);
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/work/disclosure', label: t('disclosure.title') },
          { path: `/work/disclosure/${release.datasetCode}`, label: name },
        ]}
      />
      <PageTitle title={name} lead={<p>{formats.dateTime(release.releasedAt)}</p>} />
      <DescriptionList
        items={[
          { label: t('disclosure.state'), value: t(`disclosure.release_state.${release.state}`) },
          {
            label: t('disclosure.policy'),
            value: <PolicyText policy={release.policy} preset={presetOf(release.policy)} />,
          },
          {
            label: t('disclosure.cut'),
            value: narrowed.length === 0 ? t('disclosure.all') : <bdi>{formats.list(narrowed)}</bdi>,
          },
          { label: t('disclosure.how_much'), value: t(`disclosure.detail.${release.detail}`) },
        ]}
      />
      {release.table.addsUp ? null : <Notice>{t('disclosure.does_not_add_up')}</Notice>}
      {audit === null ? null : <AuditedCells audit={audit} nameOf={nameOf} />}
      <ReleasedCells table={release.table} nameOf={nameOf} />
    </>
  );
}
