import type { InputOf } from '@qantara/kernel';
import { territoryRoutes } from '@qantara/territory/contract';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  PageTitle,
  SubmitButton,
  TextArea,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, RoleRequest, type AccountId } from '../../contract/index.ts';
import { AskedRole } from './AskedRole.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { needPermission } from '../need-permission.ts';
import { roleNameOf } from '../roles/role-words.ts';

export const handle: PageHandle = { formId: 'give' };

/** A colleague's account, and the roles that there are. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'role:ask');
  const api = apiOf(context, identityRoutes);
  const { account } = await api.getAccount({ accountId: (params['accountId'] ?? '') as AccountId });
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { account, areas, ...(await api.listRoles({})) };
}

/** Asks for it, and shows what became of it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const given = { ...values.toObject(), accountId: params['accountId'] } as InputOf<typeof identityRoutes.giveRole>;
    return apiOf(context, identityRoutes).giveRole(given, { commandId });
  });
}

/** Another role for a colleague: asked here, in effect when somebody else agrees. */
export default function GiveRolePage() {
  const { account, areas, roles } = useLoaderData<typeof loader>();
  const page = usePage();
  const { t, href } = page;
  const asked = RoleRequest.safeParse(useActionData<unknown>());
  const list = account.isProgram
    ? { path: '/admin/programs', label: t('identity.programs.title') }
    : { path: '/admin/accounts', label: t('identity.accounts.title') };
  const path = `${list.path}/${account.accountId}`;
  return (
    <>
      <Breadcrumbs items={[list, { path, label: account.displayName }]} />
      <PageTitle
        title={t('identity.give.title', { name: account.displayName })}
        lead={
          <p>
            {t('identity.give.now')} <Bdi>{roleNameOf(page, account)}</Bdi>
          </p>
        }
      />
      {asked.success ? (
        <>
          <AskedRole {...asked.data} />
          <p className="actions">
            <ButtonLink to={href(path)} kind="action">
              {t('identity.give.back')}
            </ButtonLink>
          </p>
        </>
      ) : (
        <CommandForm id="give" labels={{ role: t('identity.field.role'), areaId: t('field.areaId') }}>
          <p>{t('identity.give.how')}</p>
          <RoleChoice roles={roles} areas={areas} role={account.role} areaId={account.areaId} />
          <TextArea
            name="reason"
            label={t('identity.field.reason')}
            hint={t('identity.requests.reason_hint')}
            rows={3}
            required
          />
          <SubmitButton>{t('identity.give.go')}</SubmitButton>
        </CommandForm>
      )}
    </>
  );
}
