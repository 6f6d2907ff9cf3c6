import type { InputOf } from '@qantara/kernel';
import { listAllOrganisations } from '@qantara/organisations/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  DateText,
  DescriptionList,
  LocalText,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
  FormDetails,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { partnershipRoutes, type Cooperation, type CooperationId } from '../contract/index.ts';
import { CooperationFields, useCooperationLabels } from './CooperationFields.tsx';
import { useBudgetText } from './use-budget-text.ts';

export const handle: PageHandle = { formId: 'cooperation' };

const idOf = (params: Record<string, string | undefined>): CooperationId =>
  (params['cooperationId'] ?? '') as CooperationId;

/** The cooperation, and who could lead it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const api = apiOf(context, partnershipRoutes);
  const cooperation = await api.getCooperation({ cooperationId: idOf(params) });
  return { cooperation, organisations: await listAllOrganisations(context) };
}

/** Writes over the version that was read. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof partnershipRoutes.changeCooperation>;
    const cooperationId = idOf(params);
    await apiOf(context, partnershipRoutes).changeCooperation({ ...input, cooperationId }, { commandId });
    return redirect(new URL(request.url).pathname);
  });
}

function Facts({ cooperation }: { cooperation: Cooperation }) {
  const { t } = usePage();
  const budgetText = useBudgetText();
  const { kind, frame, place, organisationName, startsOn, lastDay, state, outcome } = cooperation;
  return (
    <DescriptionList
      items={[
        { label: t('partnership.field.cooperationKind'), value: t(`partnership.cooperation_kind.${kind}`) },
        { label: t('partnership.field.frame'), value: frame === null ? null : t(`partnership.frame.${frame}`) },
        { label: t('partnership.field.place'), value: <bdi>{place}</bdi> },
        { label: t('partnership.field.lead'), value: <LocalText value={organisationName} quiet /> },
        { label: t('partnership.field.startsOn'), value: <DateText value={startsOn} /> },
        { label: t('partnership.field.lastDay'), value: lastDay === null ? null : <DateText value={lastDay} /> },
        { label: t('partnership.field.budget'), value: budgetText(cooperation) },
        { label: t('partnership.field.state'), value: t(`partnership.cooperation_state.${state}`) },
        { label: t('partnership.field.outcome'), value: outcome === null ? null : <LocalText value={outcome} /> },
      ].filter(({ value }) => value !== null)}
    />
  );
}

/** One cooperation: with whom, on what, for how much, and what came of it. */
export default function CooperationPage() {
  const { cooperation, organisations } = useLoaderData<typeof loader>();
  const { t, can } = usePage();
  const labels = useCooperationLabels();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/partnership/cooperations', label: t('partnership.cooperations.title') }]} />
      <PageTitle
        title={cooperation.partner}
        lead={
          <p>
            <LocalText value={cooperation.subject} />
          </p>
        }
      />
      <Facts cooperation={cooperation} />
      {can('governance:write') ? (
        <FormDetails>
          <summary>{t('partnership.cooperations.change')}</summary>
          <CommandForm id="cooperation" words="partnership" labels={labels}>
            <input type="hidden" name="version" value={cooperation.version} />
            <CooperationFields organisations={organisations} given={cooperation} />
            <SubmitButton>{t('partnership.save')}</SubmitButton>
          </CommandForm>
        </FormDetails>
      ) : null}
    </>
  );
}
