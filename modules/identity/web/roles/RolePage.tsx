import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  ConfirmDialog,
  DescriptionList,
  Filters,
  NumberText,
  PageTitle,
  SelectField,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../../contract/index.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { RequestHistory } from './RequestHistory.tsx';
import { RoleDifferenceView } from './RoleDifferenceView.tsx';
import { RoleInWords } from './RoleInWords.tsx';
import { roleMeans, roleNameOf } from './role-words.ts';
import rolesCss from './roles.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: rolesCss }];
}

/** One role, the others that it can be compared with, and the one that it is compared with. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const api = apiOf(context, identityRoutes);
  const { role, requests } = await api.getRole({ role: params['role'] ?? '' });
  const { roles } = await api.listRoles({});
  const compared = new URL(request.url).searchParams.get('with');
  return {
    role,
    requests,
    others: roles.filter((one) => one.role !== role.role),
    other: roles.find((one) => one.role === compared && one.role !== role.role) ?? null,
  };
}

/** Retires a role that nobody holds. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (_values, commandId) => {
    await apiOf(context, identityRoutes).retireRole({ role: params['role'] ?? '' }, { commandId });
    return redirect(`/${params['locale']}/roles`);
  });
}

function Compare() {
  const { role, others, other } = useLoaderData<typeof loader>();
  const page = usePage();
  const { t } = page;
  const name = other === null ? '' : roleNameOf(page, { role: other.role, roleName: other.name });
  const own = roleNameOf(page, { role: role.role, roleName: role.name });
  return (
    <section aria-labelledby="compare">
      <h2 id="compare">{t('identity.compare.title')}</h2>
      <Filters id="compare-with" label={t('identity.compare.title')} submitLabel={t('identity.compare.go')} inline>
        <SelectField
          name="with"
          label={t('identity.compare.with')}
          options={others.map((one) => ({
            value: one.role,
            label: roleNameOf(page, { role: one.role, roleName: one.name }),
          }))}
        />
      </Filters>
      {other === null ? null : (
        <RoleDifferenceView
          before={other.permissions}
          after={role.permissions}
          labels={{
            added: t('identity.compare.only', { role: own }),
            removed: t('identity.compare.only', { role: name }),
            kept: t('identity.compare.both'),
            same: t('identity.compare.same'),
          }}
        />
      )}
    </section>
  );
}

function History() {
  const { requests } = useLoaderData<typeof loader>();
  const { t } = usePage();
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('identity.roles.history')}</h2>
      <RequestHistory requests={requests} />
    </section>
  );
}

function Retire() {
  const { role } = useLoaderData<typeof loader>();
  const page = usePage();
  const { t } = page;
  return (
    <ConfirmDialog
      label={t('identity.roles.retire')}
      title={t('identity.roles.retire_title', { role: roleNameOf(page, { role: role.role, roleName: role.name }) })}
      kind="danger"
    >
      <CommandForm id="retire">
        <p>{t('identity.roles.retire_text')}</p>
        <SubmitButton intent="retire" kind="danger">
          {t('identity.roles.retire')}
        </SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function Facts() {
  const { role } = useLoaderData<typeof loader>();
  const page = usePage();
  const { t } = page;
  const { isShipped, isRetired, template, version, holders } = role;
  const origin = isShipped
    ? t('identity.roles.shipped_text')
    : t('identity.roles.composed_text', { template: roleNameOf(page, { role: template, roleName: null }), version });
  return (
    <DescriptionList
      dense
      items={[
        { label: t('identity.roles.holders'), value: <NumberText value={holders} /> },
        { label: t('identity.roles.origin'), value: origin },
        ...(isRetired ? [{ label: t('identity.accounts.state'), value: t('identity.roles.retired_text') }] : []),
      ]}
    />
  );
}

/** What a role is, in words: whose records, what can and cannot be done, how it came to be so, and what others are. */
export default function RolePage() {
  const { role, requests } = useLoaderData<typeof loader>();
  const page = usePage();
  const { t, href, can } = page;
  const mayChange = can('role:ask') && !role.isShipped && !role.isRetired;
  const waits = requests.some(({ state }) => state === 'asked');
  return (
    <>
      <Breadcrumbs items={[{ path: '/roles', label: t('identity.roles.title') }]} />
      <PageTitle
        title={roleNameOf(page, { role: role.role, roleName: role.name })}
        lead={<p>{roleMeans(page, role.role, role.description)}</p>}
      >
        {mayChange ? (
          <ButtonLink to={href(`/roles/${role.role}/change`)} kind="action">
            {t('identity.roles.change')}
          </ButtonLink>
        ) : null}
        {can('role:ask') && role.template === null ? (
          <ButtonLink to={href(`/roles/new?template=${role.role}`)}>{t('identity.roles.compose_from')}</ButtonLink>
        ) : null}
      </PageTitle>
      <RefusalNotice title={t('identity.account.not_done')} shownForms={[]} />
      {waits ? (
        <p>
          <Link to={href('/role-requests')}>{t('identity.roles.change_waits')}</Link>
        </p>
      ) : null}
      <Facts />
      <RoleInWords permissions={role.permissions} />
      <Compare />
      <History />
      {mayChange ? (
        <section aria-labelledby="retiring">
          <h2 id="retiring">{t('identity.roles.retire')}</h2>
          <Retire />
        </section>
      ) : null}
    </>
  );
}
