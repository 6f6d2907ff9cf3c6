import { needPermission } from '@qantara/identity/web';
import { apiOf, ButtonLink, DataTable, DateText, EmptyState, LocalText, PageTitle, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { policiesRoutes, type Policy } from '../contract/index.ts';
import { filterOf } from './filter-of.ts';
import { PositionBadge, StageBadge } from './PolicyBadges.tsx';
import { PolicyFilters } from './PolicyFilters.tsx';

/** The texts that are followed, narrowed as the address says. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'policy:read');
  return apiOf(context, policiesRoutes).listPolicies(filterOf(request.url));
}

function Title({ policyId, title, body }: Policy) {
  const { href } = usePage();
  return (
    <>
      <Link to={href(`/work/policies/${policyId}`)}>
        <LocalText value={title} quiet />
      </Link>
      <p className="hint">
        <LocalText value={body} quiet />
      </p>
    </>
  );
}

function Next({ nextOn, nextStep }: Policy) {
  return (
    <>
      {nextOn === null ? null : <DateText value={nextOn} />}{' '}
      {nextStep === null ? null : <LocalText value={nextStep} quiet />}
    </>
  );
}

/** Laws, by-laws, strategies and budget rules that change what the plans can do: where each stands, and where we stand. */
export default function PoliciesPage() {
  const { policies } = useLoaderData<typeof loader>();
  const { t, href, can, search } = usePage();
  return (
    <>
      <PageTitle title={t('policies.title')} lead={<p>{t('policies.lead')}</p>} />
      <PolicyFilters />
      <div className="actions">
        {can('policy:write') ? <ButtonLink to={href('/work/policies/new')}>{t('policies.new')}</ButtonLink> : null}
        <a href={`${href('/work/policies/table.csv')}${search}`} download>
          {t('policies.as_table')}
        </a>
      </div>
      <DataTable<Policy>
        caption={t('policies.title')}
        hidesCaption
        rows={policies}
        keyOf={({ policyId }) => policyId}
        empty={<EmptyState title={t('policies.none')} />}
        columns={[
          { key: 'title', heading: t('policies.field.title'), cell: Title },
          { key: 'level', heading: t('policies.field.level'), cell: ({ level }) => t(`policies.level.${level}`) },
          { key: 'kind', heading: t('policies.field.kind'), cell: ({ kind }) => t(`policies.kind.${kind}`) },
          { key: 'stage', heading: t('policies.field.stage'), cell: StageBadge },
          { key: 'position', heading: t('policies.field.position'), cell: PositionBadge },
          { key: 'next', heading: t('policies.next'), cell: Next },
        ]}
      />
    </>
  );
}
