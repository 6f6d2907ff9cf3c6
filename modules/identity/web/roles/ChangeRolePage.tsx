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
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../../contract/index.ts';
import { needPermission } from '../need-permission.ts';
import { carriedRole, readGivenRole } from './given-role.ts';
import { RoleFields } from './RoleFields.tsx';
import { RoleLook } from './RoleLook.tsx';
import { roleNameOf } from './role-words.ts';
import { useLookedAt } from './use-looked-at.ts';
import rolesCss from './roles.css?url';

export const handle: PageHandle = { formId: 'role' };

export function links() {
  return [{ rel: 'stylesheet', href: rolesCss }];
}

/** The role as it is now. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'role:ask');
  const { role } = await apiOf(context, identityRoutes).getRole({ role: params['role'] ?? '' });
  return { role };
}

/** Shows the next version as a difference; asks for it once it was looked at. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm<unknown>(request, async (values, commandId) => {
    const api = apiOf(context, identityRoutes);
    const { role } = await api.getRole({ role: params['role'] ?? '' });
    if (values.text('intent') !== 'ask') return readGivenRole(values, role.template ?? refuse('role_locked'));
    const { template: _same, ...proposal } = carriedRole(values) ?? refuse('role_without_work');
    const given = { ...proposal, role: role.role, version: role.version, reason: values.text('reason') ?? '' };
    await api.changeRole(given, { commandId });
    return redirect(`/${params['locale']}/role-requests?done=ask`);
  });
}

/** The next version of a composed role, shown as a difference before it is asked for. */
export default function ChangeRolePage() {
  const { role } = useLoaderData<typeof loader>();
  const page = usePage();
  const { t } = page;
  const looked = useLookedAt();
  const name = roleNameOf(page, { role: role.role, roleName: role.name });
  const { permissions, description } = role;
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/roles', label: t('identity.roles.title') },
          { path: `/roles/${role.role}`, label: name },
        ]}
      />
      <PageTitle
        title={t('identity.compose.change_title', { role: name })}
        lead={<p>{t('identity.compose.change_lead', { count: role.holders })}</p>}
      />
      {looked === null ? null : <RoleLook proposal={looked} before={permissions} beforeName={name} />}
      <CommandForm id="role" words="identity" action="#look">
        <RoleFields
          role={
            looked ?? {
              permissions,
              ...(role.name === null ? {} : { name: role.name }),
              ...(description === null ? {} : { description }),
            }
          }
        />
        <SubmitButton intent="look">{t('identity.compose.look')}</SubmitButton>
      </CommandForm>
    </>
  );
}
