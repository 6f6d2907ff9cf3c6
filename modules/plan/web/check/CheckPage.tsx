import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  LocalText,
  Notice,
  PageTitle,
  RadioGroup,
  StatusBadge,
  SubmitButton,
  TextArea,
  usePage,
  type StatusTone,
  FormDetails,
} from '@qantara/ui';
import type { InputOf } from '@qantara/kernel';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import {
  FrameworkArea,
  planRoutes,
  type CheckLine,
  type CheckState,
  type Finding,
  type PlanCheck,
  type PlanId,
} from '../../contract/index.ts';
import planCss from '../plan.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: planCss }];
}

/** What the plan lacks at this moment. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const planId = new URL(request.url).searchParams.get('planId') as PlanId | null;
  return apiOf(context, planRoutes).checkPlan(planId === null ? {} : { planId });
}

/** Answers one of the lines that only people can answer. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const typed: Record<string, unknown> = values.toObject();
    const input = typed as InputOf<typeof planRoutes.answerCheck>;
    await apiOf(context, planRoutes).answerCheck(input, { commandId });
    return redirect(`${new URL(request.url).pathname}?planId=${String(input.planId)}#check-${String(input.code)}`);
  });
}

const isArea = (about: string): boolean => FrameworkArea.options.some((area) => area === about);

/** What is lacking of one node, group or body; the way to mend it for whoever may. */
function Lack({ finding }: { finding: Finding }) {
  const { t, href, can } = usePage();
  const { code, about, count, number, title, path } = finding;
  const named = about === null ? '' : t(isArea(about) ? `plan.framework.${about}` : `governance.population.${about}`);
  return (
    <li>
      {number === null ? null : (
        <>
          <span className="plan-number">{number}</span> <LocalText value={title} quiet />{' '}
        </>
      )}
      {named === '' ? null : `${named} `}
      {count === null ? null : `${t('plan.check.seats', { count })} `}
      {can('plan:write') ? <Link to={href(path)}>{t(`plan.mend.${code}`)}</Link> : null}
    </li>
  );
}

/** Something is said of it beside its heading: of which node, of whom, how many. */
const isNamed = ({ number, about, count }: Finding): boolean => [number, about, count].some((one) => one !== null);

/** What is lacking, one heading for each kind of lack. */
function Lacks({ findings }: Pick<PlanCheck, 'findings'>) {
  const { t, can } = usePage();
  if (findings.length === 0)
    return (
      <Notice kind="success">
        <p>{t('plan.check.nothing')}</p>
      </Notice>
    );
  return (
    <>
      {[...Map.groupBy(findings, ({ code }) => code)].map(([code, found]) => (
        <section key={code}>
          <h3>
            {t(`plan.finding.${code}`)} <small>{t('plan.check.count', { count: found.length })}</small>
          </h3>
          <ul className="plan-plans">
            {found
              .filter((finding) => can('plan:write') || isNamed(finding))
              .map((finding) => (
                <Lack key={`${finding.number} ${finding.about} ${finding.path}`} finding={finding} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Efforts({ efforts }: Pick<PlanCheck, 'efforts'>) {
  const { t, formats } = usePage();
  return (
    <table className="table keeps">
      <caption>{t('plan.balance.framework_note')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('plan.field.frameworkAreas')}</th>
          <th scope="col" className="number">
            {t('plan.check.efforts')}
          </th>
          <th scope="col" className="number">
            {t('plan.check.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {efforts.map(({ area, count, share }) => (
          <tr key={area}>
            <th scope="row">{t(`plan.framework.${area}`)}</th>
            <td className="number">{formats.number(count)}</td>
            <td className="number">{share === null ? t('ui.data.missing') : formats.percent(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const TONES: Record<CheckState, StatusTone> = { met: 'done', not_met: 'attention', not_answered: 'waiting' };

function AnswerForm({ line, planId }: { line: CheckLine; planId: PlanId }) {
  const { t } = usePage();
  const begun = line.state === 'not_answered' ? null : line.state === 'met' ? 'yes' : 'no';
  return (
    <FormDetails>
      <summary aria-label={`${t('plan.check.answer')}: ${t(`plan.checklist.${line.code}`)}`}>
        {t('plan.check.answer')}
      </summary>
      <CommandForm id={`answer-${line.code}`}>
        <input type="hidden" name="planId" value={planId} />
        <input type="hidden" name="code" value={line.code} />
        <RadioGroup
          name="isMet"
          label={t('plan.field.isMet')}
          options={[
            { value: 'yes', label: t('plan.check.yes') },
            { value: 'no', label: t('plan.check.no') },
          ]}
          defaultValue={begun}
          required
        />
        <TextArea name="note" label={t('plan.field.note')} rows={2} defaultValue={line.note} />
        <SubmitButton kind="plain">{t('plan.write.save')}</SubmitButton>
      </CommandForm>
    </FormDetails>
  );
}

function Checklist({ checked }: { checked: PlanCheck }) {
  const { t, can } = usePage();
  const mayAnswer = can('plan:write') && checked.plan.state !== 'archived';
  return (
    <ol className="plan-checklist">
      {checked.checklist.map((line) => (
        <li key={line.code} id={`check-${line.code}`}>
          {t(`plan.checklist.${line.code}`)}{' '}
          <StatusBadge tone={TONES[line.state]} label={t(`plan.check_state.${line.state}`)} />
          <p className="hint">
            {line.isByProgram ? t('plan.check.by_program') : null}
            <bdi>{line.note}</bdi>
          </p>
          {mayAnswer && !line.isByProgram ? <AnswerForm line={line} planId={checked.plan.planId} /> : null}
        </li>
      ))}
    </ol>
  );
}

/** What a plan lacks before it can be led, judged and defended: found by the program, each with the way to mend it. */
export default function CheckPage() {
  const checked = useLoaderData<typeof loader>();
  const { t, text, href, formats, can } = usePage();
  const met = checked.checklist.filter(({ state }) => state === 'met').length;
  return (
    <>
      <Breadcrumbs
        items={[{ path: `/plan/manage?planId=${checked.plan.planId}`, label: text(checked.plan.name).text }]}
      />
      <PageTitle title={t('plan.check.title')} lead={<p>{t('plan.check.lead')}</p>} />
      <h2>{t('plan.check.lacks')}</h2>
      <Lacks findings={checked.findings} />
      <h2>{t('plan.check.balance')}</h2>
      <Efforts efforts={checked.efforts} />
      {can('plan:write') ? (
        <>
          <h2>{t('plan.check.asked')}</h2>
          <p>
            <Link to={href(`/plan/write/${checked.plan.planId}/consultations`)}>{t('plan.check.consultations')}</Link>
          </p>
        </>
      ) : null}
      <h2>{t('plan.check.eighteen')}</h2>
      <p>{t('plan.check.met', { met: formats.number(met), all: formats.number(checked.checklist.length) })}</p>
      <Checklist checked={checked} />
    </>
  );
}
