import { PopulationGroup } from '@qantara/governance/contract';
import type { InputOf } from '@qantara/kernel';
import { listAllOrganisations } from '@qantara/organisations/web';
import {
  answerForm,
  apiOf,
  CommandForm,
  DateField,
  DateText,
  LocalizedTextField,
  LocalText,
  PageTitle,
  SelectField,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ConsultationWay, planRoutes, type Consultation, type PlanId } from '../../contract/index.ts';
import planCss from '../plan.css?url';
import { loadPlan } from '../write/load-choices.ts';
import { PlanTrail } from '../write/PlanTrail.tsx';

export const handle: PageHandle = { formId: 'consultation' };

export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
}

/** Which groups were asked for this plan, and who may have asked them. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { planId, name, state } = await loadPlan(context, params);
  const { consultations } = await apiOf(context, planRoutes).checkPlan({ planId });
  const organisations = await listAllOrganisations(context);
  return {
    plan: { planId, name, state },
    consultations,
    organisations: organisations.map(({ organisationId, name: own }) => ({ organisationId, name: own })),
  };
}

/** Writes down that a group was asked, or takes out what was written by mistake. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const planId = (params['planId'] ?? '') as PlanId;
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, planRoutes);
    const consultationId = values.text('consultationId');
    const typed: Record<string, unknown> = { ...values.toObject(), planId };
    if (consultationId !== undefined) await api.removeConsultation({ planId, consultationId }, { commandId });
    else await api.addConsultation(typed as InputOf<typeof planRoutes.addConsultation>, { commandId });
    return redirect(new URL(request.url).pathname);
  });
}

function OneConsultation({ one, isOpen }: { one: Consultation; isOpen: boolean }) {
  const { t } = usePage();
  return (
    <li>
      <DateText value={one.heldOn} style="date" /> · {t(`plan.way.${one.way}`)}
      {one.organisationName === null ? null : (
        <>
          {' · '}
          <LocalText value={one.organisationName} quiet />
        </>
      )}
      {one.said === null ? null : (
        <p>
          <LocalText value={one.said} />
        </p>
      )}
      {isOpen ? (
        <CommandForm id={`remove-${one.consultationId}`} className="inline">
          <input type="hidden" name="consultationId" value={one.consultationId} />
          <SubmitButton kind="plain">{t('plan.consultations.remove')}</SubmitButton>
        </CommandForm>
      ) : null}
    </li>
  );
}

/** Every group, and when, how and by whom it was asked; those whom nobody asked are said to be so. */
function Matrix({ consultations, isOpen }: { consultations: readonly Consultation[]; isOpen: boolean }) {
  const { t } = usePage();
  return (
    <dl className="plan-asked">
      {PopulationGroup.options.map((group) => {
        const own = consultations.filter(({ population }) => population === group);
        return (
          <div key={group}>
            <dt>{t(`governance.population.${group}`)}</dt>
            <dd>
              {own.length === 0 ? (
                <span className="missing">{t('plan.consultations.nobody')}</span>
              ) : (
                <ul className="plan-plans">
                  {own.map((one) => (
                    <OneConsultation key={one.consultationId} one={one} isOpen={isOpen} />
                  ))}
                </ul>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function NewConsultation() {
  const { organisations } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  return (
    <CommandForm id="consultation">
      <SelectField
        name="population"
        label={t('plan.field.population')}
        options={PopulationGroup.options.map((value) => ({ value, label: t(`governance.population.${value}`) }))}
        required
      />
      <DateField name="heldOn" label={t('plan.field.heldOn')} required />
      <SelectField
        name="way"
        label={t('plan.field.way')}
        options={ConsultationWay.options.map((value) => ({ value, label: t(`plan.way.${value}`) }))}
        required
      />
      <SelectField
        name="organisationId"
        label={t('plan.field.askedBy')}
        options={organisations.map(({ organisationId, name }) => ({
          value: organisationId as string,
          label: text(name).text,
        }))}
        emptyLabel={t('plan.details.choose')}
      />
      <LocalizedTextField name="said" label={t('plan.field.said')} hint={t('plan.consultations.said_hint')} rows={3} />
      <SubmitButton>{t('plan.consultations.add_do')}</SubmitButton>
    </CommandForm>
  );
}

/** Which groups were asked for a plan. */
export default function ConsultationsPage() {
  const { plan, consultations } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const isOpen = plan.state !== 'archived';
  return (
    <>
      <PlanTrail plan={plan} />
      <PageTitle title={t('plan.consultations.title')} lead={<p>{t('plan.consultations.lead')}</p>} />
      <Matrix consultations={consultations} isOpen={isOpen} />
      {isOpen ? (
        <>
          <h2>{t('plan.consultations.add')}</h2>
          <NewConsultation />
        </>
      ) : null}
    </>
  );
}
