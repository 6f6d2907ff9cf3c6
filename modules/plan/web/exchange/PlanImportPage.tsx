import { needPermission } from '@qantara/identity/web';
import { Refusal, type InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  LocalText,
  Notice,
  PageTitle,
  Stat,
  StatRow,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type PlanImportId, type PlanImportReport } from '../../contract/index.ts';
import { Findings } from './Findings.tsx';
import { QuestionFields, useQuestionLabels } from './QuestionFields.tsx';

export const handle: PageHandle = { formId: 'decide' };

/** A file, what is in it, and what is to be decided. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'plan:write');
  return apiOf(context, planRoutes).getPlanImport({ importId: (params['importId'] ?? '') as PlanImportId });
}

/** Keeps what was decided, writes the plan, or gives the file up. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const importId = (params['importId'] ?? '') as PlanImportId;
    const api = apiOf(context, planRoutes);
    const intent = values.text('intent');
    const input = { ...values.toObject(), importId } as InputOf<typeof planRoutes.writePlanImport>;
    if (intent === 'write') {
      const { planId } = await api.writePlanImport(input, { commandId });
      return redirect(`/${params['locale']}/plan/write/${planId}`);
    }
    if (intent === 'choose') await api.choosePlanImport(input, { commandId });
    else if (intent === 'discard') await api.discardPlanImport({ importId }, { commandId });
    else throw new Refusal('invalid_input');
    return redirect(request.url);
  });
}

function Summary({ summary }: Pick<PlanImportReport, 'summary'>) {
  const { t, text } = usePage();
  if (summary === null) return null;
  return (
    <>
      <h2>
        <LocalText value={summary.name} />
      </h2>
      <p className="hint">{t(`plan.reach.${summary.reach}`)}</p>
      <StatRow>
        {summary.levels.map(({ name, nodes }) => (
          <Stat key={text(name).text} label={text(name).text} value={nodes} />
        ))}
        <Stat label={t('plan.import.targets')} value={summary.targets} />
      </StatRow>
    </>
  );
}

function Decisions({ report }: { report: PlanImportReport }) {
  const { t } = usePage();
  const mayWrite = report.summary !== null;
  return (
    <CommandForm id="decide" labels={useQuestionLabels(report.questions)}>
      {mayWrite ? <h2>{t('plan.import.decide')}</h2> : null}
      <QuestionFields questions={report.questions} options={report.options} />
      <div className="actions">
        {mayWrite ? <SubmitButton intent="write">{t('plan.import.write')}</SubmitButton> : null}
        {mayWrite ? (
          <SubmitButton kind="plain" intent="choose" skipsChecks>
            {t('plan.import.keep')}
          </SubmitButton>
        ) : null}
        <SubmitButton kind="plain" intent="discard" skipsChecks>
          {t('plan.import.discard')}
        </SubmitButton>
      </div>
    </CommandForm>
  );
}

/** What a plan's file holds, what hinders writing it, and what the planner decides before it is written. */
export default function PlanImportPage() {
  const report = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const { planImport, faults, notices, summary } = report;
  const { status, fileName, planId } = planImport;
  const state = status === 'read' && summary === null ? 'faulty' : status;
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/plan/write', label: t('plan.list.title') },
          { path: '/plan/write/import', label: t('plan.import.title') },
        ]}
      />
      <PageTitle
        title={t('plan.import.one')}
        lead={
          <p>
            <Bdi>{fileName}</Bdi>
          </p>
        }
      />
      <Notice kind={state === 'faulty' ? 'warning' : 'info'}>
        <p>{t(`plan.import.is_${state}`)}</p>
      </Notice>
      {planId === null ? null : <ButtonLink to={href(`/plan/write/${planId}`)}>{t('plan.import.open')}</ButtonLink>}
      <Findings caption={t('plan.import.faults')} findings={faults} />
      <Summary summary={summary} />
      <Findings caption={t('plan.import.notices')} findings={notices} />
      {status === 'read' ? <Decisions report={report} /> : null}
    </>
  );
}
