import { textIn, type InputOf } from '@qantara/kernel';
import { listAllOrganisations } from '@qantara/organisations/web';
import { territoryRoutes } from '@qantara/territory/contract';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../../contract/index.ts';
import { maySuitProgram } from '../../domain/index.ts';
import { RoleChoice } from '../accounts/RoleChoice.tsx';
import { needPermission } from '../need-permission.ts';
import { ProofFields, ScopesField } from './ProgramFields.tsx';

export const handle: PageHandle = { formId: 'program' };

/** What a coordination platform exchanges with a clinic; cut where less is needed. */
const USUAL_SCOPES = [
  'system/*.rs',
  'system/Patient.cu',
  'system/ServiceRequest.cu',
  'system/Task.cu',
  'system/Consent.cu',
];

/** The organisations that a program may belong to, and the roles that suit one. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'account:create');
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const { roles } = await apiOf(context, identityRoutes).listRoles({});
  const suitable = roles.filter(({ permissions }) => maySuitProgram(permissions));
  return { organisations: await listAllOrganisations(context), areas, roles: suitable };
}

/** Registers it, and shows it with what became of its role. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const given = values.toObject() as InputOf<typeof identityRoutes.registerProgram>;
    const { program } = await apiOf(context, identityRoutes).registerProgram(given, { commandId });
    return redirect(`/${params['locale']}/admin/programs/${program.programId}`);
  });
}

/** A program of an organisation: whose, in which role, how it proves itself, what it may ask for. */
export default function NewProgramPage() {
  const { organisations, roles, areas } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const choices = organisations
    .map(({ organisationId, name }) => ({ value: organisationId as string, label: textIn(name, locale).text }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  return (
    <>
      <Breadcrumbs items={[{ path: '/admin/programs', label: t('identity.programs.title') }]} />
      <PageTitle title={t('identity.programs.new_title')} lead={<p>{t('identity.programs.new_lead')}</p>} />
      <CommandForm
        id="program"
        labels={{
          name: t('identity.field.programName'),
          organisationId: t('field.organisationId'),
          contact: t('identity.field.contact'),
          role: t('identity.field.role'),
          areaId: t('field.areaId'),
          keys: t('identity.field.keys'),
          keysAddress: t('identity.field.keysAddress'),
          scopes: t('identity.field.scopes'),
        }}
      >
        <TextField name="name" label={t('identity.field.programName')} width="medium" required />
        <SelectField name="organisationId" label={t('field.organisationId')} options={choices} required />
        <TextField
          name="contact"
          label={t('identity.field.contact')}
          hint={t('identity.programs.contact_hint')}

          required
        />
        <RoleChoice roles={roles} areas={areas} />
        <ProofFields />
        <ScopesField scopes={USUAL_SCOPES} />
        <TextArea name="reason" label={t('identity.field.reason')} hint={t('identity.requests.reason_hint')} rows={3} />
        <SubmitButton>{t('identity.programs.new_go')}</SubmitButton>
      </CommandForm>
    </>
  );
}
