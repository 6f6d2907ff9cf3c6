import { needPermission } from '@qantara/identity/web';
import type { Client, InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  DateText,
  LocalizedTextField,
  LocalText,
  Notice,
  PageTitle,
  StatusBadge,
  SubmitButton,
  TextField,
  usePage,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { observatoryRoutes, type Report, type ReportId } from '../contract/index.ts';
import observatoryCss from './observatory.css?url';
import { TONES } from './ReportsPage.tsx';
import { SectionContents } from './SectionContents.tsx';
import { usePeriodWords } from './use-period-words.ts';

export function links() {
  return [{ rel: 'stylesheet', href: observatoryCss }];
}

/** A report as its writers see it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'observatory:write');
  return apiOf(context, observatoryRoutes).getReport({ reportId: (params['reportId'] ?? '') as ReportId });
}

type Api = Client<typeof observatoryRoutes>;
type Step = { input: Record<string, unknown>; commandId: string };

const STEPS: Record<string, (api: Api, step: Step) => Promise<Report>> = {
  gather: (api, { input, commandId }) =>
    api.gatherAgain(input as InputOf<typeof observatoryRoutes.gatherAgain>, { commandId }),
  approve: (api, { input, commandId }) =>
    api.approveReport(input as InputOf<typeof observatoryRoutes.approveReport>, { commandId }),
  publish: (api, { input, commandId }) =>
    api.publishReport(input as InputOf<typeof observatoryRoutes.publishReport>, { commandId }),
  edition: (api, { input, commandId }) =>
    api.startEdition(input as InputOf<typeof observatoryRoutes.startEdition>, { commandId }),
  words: (api, { input, commandId }) =>
    api.writeWords(input as InputOf<typeof observatoryRoutes.writeWords>, { commandId }),
};

/** Writes of one section, or takes the step whose button was pressed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const typed: Record<string, unknown> = values.toObject();
    const take = STEPS[values.text('intent') ?? ''] ?? STEPS['words'];
    const input = { ...typed, reportId: params['reportId'] ?? '' };
    const report = await take?.(apiOf(context, observatoryRoutes), { input, commandId });
    const section = typeof typed['section'] === 'string' ? `#words-${typed['section']}` : '';
    return redirect(`/${params['locale']}/work/observatory/${report?.reportId ?? input.reportId}${section}`);
  });
}

/** What may be done with it next, and by whom. */
function Steps({ report }: { report: Report }) {
  const { t, can } = usePage();
  const { state, isOwn, version } = report;
  if (state === 'published' || state === 'superseded') return null;
  const mayApprove = can('observatory:approve');
  return (
    <CommandForm id="steps" className="inline">
      <input type="hidden" name="version" value={version} />
      <SubmitButton intent="gather" kind="plain">
        {t('observatory.step.gather')}
      </SubmitButton>
      {state === 'draft' && mayApprove && !isOwn ? (
        <SubmitButton intent="approve">{t('observatory.step.approve')}</SubmitButton>
      ) : null}
      {state === 'approved' && mayApprove ? (
        <SubmitButton intent="publish">{t('observatory.step.publish')}</SubmitButton>
      ) : null}
      {state === 'draft' && isOwn ? <p className="hint">{t('observatory.step.somebody_else')}</p> : null}
    </CommandForm>
  );
}

function NewEdition({ report }: { report: Report }) {
  const { t, href } = usePage();
  if (report.state !== 'published') return null;
  return (
    <>
      <Notice kind="success">
        <p>
          <Link to={href(`/observatory/${report.templateCode}/${report.period}`)}>{t('observatory.read_public')}</Link>
        </p>
      </Notice>
      <details className="plan-part">
        <summary>{t('observatory.step.edition')}</summary>
        <CommandForm id="edition" labels={{ reason: t('observatory.field.reason') }}>
          <TextField
            name="reason"
            label={t('observatory.field.reason')}
            hint={t('observatory.reason_hint')}
            maxLength={500}
            required
          />
          <SubmitButton intent="edition">{t('observatory.step.edition')}</SubmitButton>
        </CommandForm>
      </details>
    </>
  );
}

function SectionWords({ report, section }: { report: Report; section: Report['sections'][number] }) {
  const { t } = usePage();
  const said = report.words[section.code] ?? null;
  if (report.publishedAt !== null)
    return said === null ? null : (
      <p className="observatory-words">
        <LocalText value={said} />
      </p>
    );
  return (
    <CommandForm id={`words-${section.code}`} labels={{ words: t('observatory.field.words') }}>
      <input type="hidden" name="version" value={report.version} />
      <input type="hidden" name="section" value={section.code} />
      <LocalizedTextField
        name="words"
        label={t('observatory.field.words')}
        hint={t('observatory.words_hint')}
        defaultValue={said}
        rows={4}
        required
      />
      <SubmitButton intent="words" kind="plain">
        {t('observatory.step.save')}
      </SubmitButton>
    </CommandForm>
  );
}

/** A report while it is written: its figures, and beside each section what is said of it. */
export default function ReportPage() {
  const report = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const words = usePeriodWords();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/observatory', label: t('observatory.work.title') }]} />
      <PageTitle
        title={text(report.title).text}
        eyebrow={words(report.period)}
        lead={
          <p>
            <StatusBadge tone={TONES[report.state]} label={t(`observatory.state.${report.state}`)} />{' '}
            {t('observatory.edition', { edition: String(report.edition) })} · {t('observatory.gathered')}{' '}
            <DateText value={report.gatheredAt} />
          </p>
        }
      />
      <Steps report={report} />
      <NewEdition report={report} />
      {report.sections.map((section) => (
        <section key={section.code} className="observatory-section" aria-labelledby={`section-${section.code}`}>
          <h2 id={`section-${section.code}`}>
            <LocalText value={section.title} quiet />
          </h2>
          <p>
            <LocalText value={section.lead} />
          </p>
          <SectionWords report={report} section={section} />
          <SectionContents contents={section.contents} />
        </section>
      ))}
    </>
  );
}
