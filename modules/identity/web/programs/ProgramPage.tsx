import type { InputOf } from '@qantara/kernel';
import { listAllOrganisations } from '@qantara/organisations/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  ConfirmDialog,
  DateText,
  DescriptionList,
  LocalText,
  PageTitle,
  SubmitButton,
  usePage,
  FormDetails,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, type ProgramId } from '../../contract/index.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { roleNameOf } from '../roles/role-words.ts';
import { ProofFields, ScopesField } from './ProgramFields.tsx';

/** A program, as an administrator looks after it. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const programId = (params['programId'] ?? '') as ProgramId;
  const program = await apiOf(context, identityRoutes).getProgram({ programId });
  const organisations = await listAllOrganisations(context);
  const organisation = organisations.find(({ organisationId }) => organisationId === program.organisationId);
  return { program, organisation: organisation?.name ?? null, origin: new URL(request.url).origin };
}

/** Other keys, other scopes, or the end of it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, identityRoutes);
    const programId = (params['programId'] ?? '') as ProgramId;
    const given = { ...values.toObject(), programId };
    const intent = values.text('intent');
    if (intent === 'keys')
      await api.changeProgramKeys(given as InputOf<typeof identityRoutes.changeProgramKeys>, { commandId });
    if (intent === 'scopes')
      await api.changeProgramScopes(given as unknown as InputOf<typeof identityRoutes.changeProgramScopes>, {
        commandId,
      });
    if (intent === 'close') await api.disableAccount({ accountId: programId }, { commandId });
    return redirect(request.url);
  });
}

function Proof() {
  const { program } = useLoaderData<typeof loader>();
  const { t } = usePage();
  if (program.keysAddress !== null) return <Bdi latin>{program.keysAddress}</Bdi>;
  return (
    <ul>
      {program.keys.map(({ kid, algorithm, thumbprint }) => (
        <li key={kid}>
          <Bdi latin>{`${kid} (${algorithm})`}</Bdi>
          <br />
          <small>
            {t('identity.programs.thumbprint')} <code dir="ltr">{thumbprint}</code>
          </small>
        </li>
      ))}
    </ul>
  );
}

function Facts() {
  const { program, organisation, origin } = useLoaderData<typeof loader>();
  const page = usePage();
  const { t } = page;
  const { programId, contact, scopes, createdAt, lastSeenAt, closedAt } = program;
  return (
    <DescriptionList
      items={[
        { label: t('field.organisationId'), value: <LocalText value={organisation ?? undefined} quiet /> },
        { label: t('identity.field.role'), value: roleNameOf(page, program) },
        { label: t('identity.field.contact'), value: <Bdi>{contact}</Bdi> },
        { label: t('identity.programs.client_id'), value: <code dir="ltr">{programId}</code> },
        { label: t('identity.programs.token_address'), value: <code dir="ltr">{`${origin}/oauth/token`}</code> },
        { label: t('identity.programs.proof'), value: <Proof /> },
        { label: t('identity.field.scopes'), value: <code dir="ltr">{scopes.join(' ')}</code> },
        { label: t('identity.programs.registered'), value: <DateText value={createdAt} /> },
        {
          label: t('identity.programs.last_seen'),
          value:
            lastSeenAt === null ? t('identity.programs.never_seen') : <DateText value={lastSeenAt} style="dateTime" />,
        },
        ...(closedAt === null
          ? []
          : [{ label: t('identity.accounts.closed'), value: <DateText value={closedAt} style="dateTime" /> }]),
      ]}
    />
  );
}

function Changes() {
  const { program } = useLoaderData<typeof loader>();
  const { t, href, can } = usePage();
  return (
    <>
      {can('role:ask') ? (
        <p>
          <ButtonLink to={href(`/admin/accounts/${program.programId}/role`)}>
            {t('identity.programs.other_role')}
          </ButtonLink>
        </p>
      ) : null}
      <FormDetails>
        <summary>{t('identity.programs.other_keys')}</summary>
        <CommandForm
          id="keys"
          labels={{ keys: t('identity.field.keys'), keysAddress: t('identity.field.keysAddress') }}
        >
          <p>{t('identity.programs.ends_tokens')}</p>
          <ProofFields />
          <SubmitButton intent="keys">{t('identity.programs.keep_keys')}</SubmitButton>
        </CommandForm>
      </FormDetails>
      <FormDetails>
        <summary>{t('identity.programs.other_scopes')}</summary>
        <CommandForm id="scopes" labels={{ scopes: t('identity.field.scopes') }}>
          <p>{t('identity.programs.ends_tokens')}</p>
          <ScopesField scopes={program.scopes} />
          <SubmitButton intent="scopes">{t('identity.programs.keep_scopes')}</SubmitButton>
        </CommandForm>
      </FormDetails>
    </>
  );
}

/** Whose program it is, how it proves itself, what it may ask for, and when it was last here. */
export default function ProgramPage() {
  const { program } = useLoaderData<typeof loader>();
  const { t, can } = usePage();
  const isOpen = program.closedAt === null;
  return (
    <>
      <Breadcrumbs items={[{ path: '/admin/programs', label: t('identity.programs.title') }]} />
      <PageTitle
        title={program.name}
        lead={program.role === null ? <p>{t('identity.programs.waits')}</p> : undefined}
      />
      <RefusalNotice title={t('identity.account.not_done')} shownForms={['keys', 'scopes']} />
      <Facts />
      {isOpen && can('account:create') ? <Changes /> : null}
      {isOpen && can('account:disable') ? (
        <ConfirmDialog
          label={t('identity.programs.close')}
          title={t('identity.programs.close_title', { name: program.name })}
          kind="danger"
        >
          <CommandForm id="close">
            <p>{t('identity.programs.close_text')}</p>
            <SubmitButton intent="close" kind="danger">
              {t('identity.programs.close')}
            </SubmitButton>
          </CommandForm>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
