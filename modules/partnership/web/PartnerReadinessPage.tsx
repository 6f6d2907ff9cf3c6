import { textIn, type InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  DataTable,
  DateField,
  DateText,
  EmptyState,
  PageTitle,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { Dimension, partnershipRoutes, type Assessment } from '../contract/index.ts';
import { StandingBadge } from './StandingBadge.tsx';

export const handle: PageHandle = { formId: 'assessment' };

const LEVELS = ['0', '1', '2', '3'] as const;
const idOf = (params: Record<string, string | undefined>): string => params['organisationId'] ?? '';

/** One partner: the newest look at each dimension, and every look before. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return apiOf(context, partnershipRoutes).getReadiness({ organisationId: idOf(params) });
}

/** Writes down how ready it is in one respect. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof partnershipRoutes.assessReadiness>;
    await apiOf(context, partnershipRoutes).assessReadiness({ ...input, organisationId: idOf(params) }, { commandId });
    return redirect(new URL(request.url).pathname);
  });
}

function AssessmentTable({ caption, rows }: { caption: string; rows: Assessment[] }) {
  const { t } = usePage();
  return (
    <DataTable<Assessment>
      caption={caption}
      rows={rows}
      keyOf={(one) => `${one.dimension} ${one.assessedOn} ${rows.indexOf(one)}`}
      empty={<EmptyState title={t('partnership.readiness.nobody_looked')} />}
      columns={[
        {
          key: 'dimension',
          heading: t('partnership.field.dimension'),
          cell: ({ dimension }) => t(`partnership.dimension.${dimension}`),
        },
        { key: 'level', heading: t('partnership.field.level'), cell: ({ level }) => t(`partnership.level.${level}`) },
        {
          key: 'evidence',
          heading: t('partnership.field.evidence'),
          cell: ({ evidence, obstacle }) => (
            <>
              <p dir="auto">{evidence}</p>
              {obstacle === null ? null : <p dir="auto">{obstacle}</p>}
            </>
          ),
        },
        {
          key: 'step',
          heading: t('partnership.field.step'),
          cell: ({ step, stepDueOn }) => (
            <>
              {step === null ? null : <p dir="auto">{step}</p>}
              {stepDueOn === null ? null : (
                <p>
                  {t('partnership.until')} <DateText value={stepDueOn} />
                </p>
              )}
            </>
          ),
        },
        {
          key: 'day',
          heading: t('partnership.field.assessedOn'),
          cell: ({ assessedOn }) => <DateText value={assessedOn} />,
        },
      ]}
    />
  );
}

function AssessForm() {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('partnership.readiness.look')}</h2>
      <CommandForm id="assessment">
        <SelectField
          name="dimension"
          label={t('partnership.field.dimension')}
          options={Dimension.options.map((value) => ({ value, label: t(`partnership.dimension.${value}`) }))}
          required
        />
        <RadioGroup
          name="level"
          label={t('partnership.field.level')}
          options={LEVELS.map((value) => ({ value, label: t(`partnership.level.${value}`) }))}
          required
        />
        <TextArea
          name="evidence"
          label={t('partnership.field.evidence')}
          hint={t('partnership.evidence_hint')}
          rows={3}
          required
        />
        <TextArea
          name="obstacle"
          label={t('partnership.field.obstacle')}
          hint={t('partnership.obstacle_hint')}
          rows={2}
        />
        <TextArea name="step" label={t('partnership.field.step')} rows={2} />
        <DateField name="stepDueOn" label={t('partnership.field.stepDueOn')} />
        <DateField name="assessedOn" label={t('partnership.field.assessedOn')} required />
        <SubmitButton>{t('partnership.save')}</SubmitButton>
      </CommandForm>
    </section>
  );
}

/** How ready one partner is, what keeps it out, and what was agreed to do about it. */
export default function PartnerReadinessPage() {
  const { organisationName, standing, assessments, notLookedAt, history } = useLoaderData<typeof loader>();
  const { t, locale, can, formats } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/partnership/readiness', label: t('partnership.readiness.title') }]} />
      <PageTitle title={textIn(organisationName, locale).text} lead={<StandingBadge standing={standing} />} />
      {notLookedAt.length === 0 ? null : (
        <p>
          {t('partnership.readiness.not_looked_at', {
            dimensions: formats.list(notLookedAt.map((one) => t(`partnership.dimension.${one}`))),
          })}
        </p>
      )}
      <AssessmentTable caption={t('partnership.readiness.now')} rows={assessments} />
      {history.length > assessments.length ? (
        <details>
          <summary>{t('partnership.readiness.before')}</summary>
          <AssessmentTable caption={t('partnership.readiness.before')} rows={history} />
        </details>
      ) : null}
      {can('governance:write') ? <AssessForm /> : null}
    </>
  );
}
