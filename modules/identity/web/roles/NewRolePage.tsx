import { refuse } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, RoleTemplate } from '../../contract/index.ts';
import { ownPermissionsOf } from '../../domain/index.ts';
import { needPermission } from '../need-permission.ts';
import { carriedRole, readGivenRole } from './given-role.ts';
import { RoleFields } from './RoleFields.tsx';
import { RoleLook } from './RoleLook.tsx';
import { useLookedAt } from './use-looked-at.ts';
import rolesCss from './roles.css?url';

export const handle: PageHandle = { formId: 'role' };

export function links() {
  return [{ rel: 'stylesheet', href: rolesCss }];
}

function templateIn(url: string): RoleTemplate | null {
  const template = RoleTemplate.safeParse(new URL(url).searchParams.get('template'));
  return template.success ? template.data : null;
}

/** The role that it begins as, once one is chosen. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'role:ask');
  const template = templateIn(request.url);
  return { template, permissions: template === null ? [] : [...ownPermissionsOf(template)] };
}

/** Shows what was composed; asks for it once it was looked at. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm<unknown>(request, async (values, commandId) => {
    if (values.text('intent') === 'ask') {
      const proposal = carriedRole(values) ?? refuse('role_without_work');
      const reason = values.text('reason') ?? '';
      await apiOf(context, identityRoutes).composeRole({ ...proposal, reason }, { commandId });
      return redirect(`/${params['locale']}/role-requests?done=ask`);
    }
    return readGivenRole(values, templateIn(request.url) ?? refuse('role_not_found'));
  });
}

function Templates() {
  const { t, href } = usePage();
  return (
    <section aria-labelledby="templates">
      <h2 id="templates">{t('identity.compose.from')}</h2>
      <dl className="facts">
        {RoleTemplate.options.map((template) => (
          <div key={template}>
            <dt>
              <Link to={href(`/roles/new?template=${template}`)}>{t(`identity.role.${template}`)}</Link>
            </dt>
            <dd>{t(`identity.role_means.${template}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A role of the region's own: from a template, looked at as a difference, then asked for. */
export default function NewRolePage() {
  const { template, permissions } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const looked = useLookedAt();
  return (
    <>
      <Breadcrumbs items={[{ path: '/roles', label: t('identity.roles.title') }]} />
      <PageTitle
        title={t('identity.compose.title')}
        lead={
          <p>
            {template === null
              ? t('identity.compose.lead')
              : t('identity.compose.lead_from', { role: t(`identity.role.${template}`) })}
          </p>
        }
      />
      {template === null ? (
        <Templates />
      ) : (
        <>
          {looked === null ? null : (
            <RoleLook proposal={looked} before={permissions} beforeName={t(`identity.role.${template}`)} />
          )}
          <CommandForm id="role" words="identity" action="#look">
            <RoleFields role={looked ?? { permissions }} />
            <SubmitButton intent="look">{t('identity.compose.look')}</SubmitButton>
          </CommandForm>
        </>
      )}
    </>
  );
}
