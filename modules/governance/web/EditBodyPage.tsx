import { needPermission } from '@qantara/identity/web';
import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  DateField,
  PageTitle,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { governanceRoutes, type BodyId } from '../contract/index.ts';
import { BodyFields } from './BodyFields.tsx';
import { loadBodyChoices } from './load-body-choices.ts';

export const handle: PageHandle = { formId: 'body' };

const idOf = (params: Record<string, string | undefined>): BodyId => (params['bodyId'] ?? '') as BodyId;

/** The body as it stands, and what may be chosen for it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'governance:write');
  const { body } = await apiOf(context, governanceRoutes).getBody({ bodyId: idOf(params) });
  const choices = await loadBodyChoices(context);
  return { body, choices: { ...choices, bodies: choices.bodies.filter(({ bodyId }) => bodyId !== body.bodyId) } };
}

/** Changes the body over the version that was read, or ends it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, governanceRoutes);
    const typed: Record<string, unknown> = { ...values.toObject(), bodyId: idOf(params) };
    await (values.text('intent') === 'close'
      ? api.closeBody(typed as InputOf<typeof governanceRoutes.closeBody>, { commandId })
      : api.changeBody(typed as InputOf<typeof governanceRoutes.changeBody>, { commandId }));
    return redirect(`/${params['locale']}/work/governance/bodies/${idOf(params)}`);
  });
}

/** Changing what a body is, and ending it. */
export default function EditBodyPage() {
  const { body, choices } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const name = text(body.name).text;
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/work/governance', label: t('governance.title') },
          { path: `/work/governance/bodies/${body.bodyId}`, label: name },
        ]}
      />
      <PageTitle title={t('governance.edit_title', { name })} />
      <CommandForm id="body" words="governance" labels={{ organisationId: t('governance.host') }}>
        <input type="hidden" name="version" value={body.version} />
        <BodyFields body={body} choices={choices} />
        <SubmitButton>{t('governance.edit_do')}</SubmitButton>
      </CommandForm>
      <h2>{t('governance.close_body')}</h2>
      <p>{t('governance.close_body_text')}</p>
      <CommandForm id="close">
        <input type="hidden" name="version" value={body.version} />
        <DateField name="closedOn" label={t('governance.field.closedOn')} required />
        <TextField name="reason" label={t('governance.field.reason')} maxLength={500} required />
        <SubmitButton intent="close" kind="danger">
          {t('governance.close_body')}
        </SubmitButton>
      </CommandForm>
    </>
  );
}
