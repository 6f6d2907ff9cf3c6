import { apiOf, DateText, EmptyState, LocalText, PageTitle, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { policiesRoutes, type Policy } from '../contract/index.ts';
import { filterOf } from './filter-of.ts';
import { PositionBadge, StageBadge } from './PolicyBadges.tsx';
import { PolicyLinks } from './PolicyLinks.tsx';
import { ServedItems } from './ServedItems.tsx';

/** The texts that everyone reads, those of one plan or node where the address says so. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  return apiOf(context, policiesRoutes).listPublicPolicies(filterOf(request.url));
}

function OnePolicy({ policy }: { policy: Policy }) {
  const { t } = usePage();
  return (
    <article>
      <h2>
        <LocalText value={policy.title} />
      </h2>
      <p>
        <StageBadge stage={policy.stage} /> <PositionBadge position={policy.position} />
      </p>
      <p className="hint">
        {t(`policies.kind.${policy.kind}`)} · {t(`policies.level.${policy.level}`)} ·{' '}
        <LocalText value={policy.body} quiet />
      </p>
      <p>
        <LocalText value={policy.changes} />
      </p>
      {policy.reasons === null ? null : (
        <>
          <h3>{t('policies.why')}</h3>
          <p>
            <LocalText value={policy.reasons} />
          </p>
        </>
      )}
      {policy.nextOn === null ? null : (
        <>
          <h3>{t('policies.next')}</h3>
          <p>
            <DateText value={policy.nextOn} />{' '}
            {policy.nextStep === null ? null : <LocalText value={policy.nextStep} quiet />}
          </p>
        </>
      )}
      {policy.serves.length === 0 ? null : (
        <>
          <h3>{t('policies.serves')}</h3>
          <ServedItems items={policy.serves} pathOf={({ planId, number }) => `/plans/${planId}#i${number}`} />
        </>
      )}
      <PolicyLinks links={policy.links} />
    </article>
  );
}

/** The laws and rules that matter to the plans, and what the partners say of them, in plain words. */
export default function PublicPoliciesPage() {
  const { policies } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <PageTitle title={t('policies.public_title')} lead={<p>{t('policies.public_lead')}</p>} />
      {policies.length === 0 ? <EmptyState title={t('policies.none')} /> : null}
      {policies.map((policy) => (
        <OnePolicy key={policy.policyId} policy={policy} />
      ))}
    </>
  );
}
