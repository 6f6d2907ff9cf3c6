import { needPermission } from '@qantara/identity/web';
import type { Client, InputOf } from '@qantara/kernel';
import { answerForm, apiOf, Breadcrumbs, DateText, LocalText, PageTitle, StatusBadge, usePage } from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { observatoryRoutes, type Report, type ReportId } from '../contract/index.ts';
import observatoryCss from './observatory.css?url';
import { TONES } from './ReportsPage.tsx';
import { Discard, EditionReason, NewEdition, SectionWords, Steps } from './ReportForms.tsx';
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
  reason: (api, { input, commandId }) =>
    api.writeReason(input as InputOf<typeof observatoryRoutes.writeReason>, { commandId }),
};

/** Writes of one section, or takes the step whose button was pressed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const typed: Record<string, unknown> = values.toObject();
    const intent = values.text('intent') ?? '';
    const input = { ...typed, reportId: params['reportId'] ?? '' };
    const api = apiOf(context, observatoryRoutes);
    if (intent === 'discard') {
      await api.discardReport(input as InputOf<typeof observatoryRoutes.discardReport>, { commandId });
      return redirect(`/${params['locale']}/work/observatory`);
    }
    const report = await (STEPS[intent] ?? STEPS['words'])?.(api, { input, commandId });
    const section = typeof typed['section'] === 'string' ? `#words-${typed['section']}` : '';
    return redirect(`/${params['locale']}/work/observatory/${report?.reportId ?? input.reportId}${section}`);
  });
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
      <EditionReason report={report} />
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
      <Discard report={report} />
    </>
  );
}
