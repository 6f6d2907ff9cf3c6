import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  DateText,
  DescriptionList,
  Notice,
  NumberText,
  PageTitle,
  RadioGroup,
  SubmitButton,
  TextArea,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { oversightRoutes, type Finding, type FindingId } from '../contract/index.ts';
import { FindingBadge } from './FindingBadge.tsx';
import { OpeningsTable, PersonMark } from './OpeningsTable.tsx';
import oversightCss from './oversight.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: oversightCss }];
}

export const handle: PageHandle = { formId: 'decide' };

/** One finding, with the openings behind it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const findingId = (params['findingId'] ?? '') as FindingId;
  return apiOf(context, oversightRoutes).getFinding({ findingId });
}

/** Decides, with a note. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof oversightRoutes.decideFinding>;
    await apiOf(context, oversightRoutes).decideFinding(input, { commandId });
    return redirect(request.url);
  });
}

function Facts({ finding }: { finding: Finding }) {
  const { t } = usePage();
  const { accountName, accountId, personId, onDay, measured, threshold } = finding;
  return (
    <DescriptionList
      dense
      items={[
        { label: t('oversight.log.who'), value: <Bdi>{accountName ?? accountId.slice(-8)}</Bdi> },
        { label: t('oversight.log.whose'), value: personId === null ? '–' : <PersonMark personId={personId} /> },
        { label: t('oversight.findings.day'), value: <DateText value={onDay} /> },
        { label: t('oversight.finding.measured'), value: <NumberText value={measured} /> },
        { label: t('oversight.finding.threshold'), value: <NumberText value={threshold} /> },
      ]}
    />
  );
}

function Decide({ finding }: { finding: Finding }) {
  const { t } = usePage();
  const options = (['fine', 'follow_up', 'misuse'] as const).map((value) => ({
    value,
    label: t(`oversight.state.${value}`),
    hint: t(`oversight.decide_means.${value}`),
  }));
  return (
    <CommandForm id="decide">
      <input type="hidden" name="findingId" value={finding.findingId} />
      <input type="hidden" name="version" value={finding.version} />
      <RadioGroup name="decision" label={t('oversight.field.decision')} options={options} required />
      <TextArea name="note" label={t('oversight.field.note')} hint={t('oversight.finding.note_hint')} />
      <SubmitButton>{t('oversight.finding.decide')}</SubmitButton>
    </CommandForm>
  );
}

function Decided({ finding }: { finding: Finding }) {
  const { t } = usePage();
  const { state, note, decidedBy, decidedAt } = finding;
  return (
    <Notice kind={state === 'misuse' ? 'warning' : 'success'} title={t(`oversight.state.${state}`)} isNews>
      {note === null ? null : <p dir="auto">{note}</p>}
      <p>
        <Bdi>{decidedBy ?? '–'}</Bdi>
        {' · '}
        {decidedAt === null ? null : <DateText value={decidedAt} style="dateTime" />}
      </p>
    </Notice>
  );
}

/** One finding: why it is worth a look, the openings, and the decision. */
export default function FindingPage() {
  const { finding, openings, mayDecide } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/oversight/findings', label: t('oversight.findings.title') }]} />
      <PageTitle title={t(`oversight.pattern.${finding.pattern}`)} lead={<FindingBadge state={finding.state} />} />
      <p>{t(`oversight.pattern_means.${finding.pattern}`)}</p>
      <Facts finding={finding} />
      {finding.state === 'open' ? null : <Decided finding={finding} />}
      {mayDecide ? <Decide finding={finding} /> : null}
      {finding.state === 'open' && !mayDecide ? <Notice title={t('refusal.finding_own')} /> : null}
      <h2>{t('oversight.finding.openings')}</h2>
      <OpeningsTable openings={openings} caption={t('oversight.finding.openings')} />
    </>
  );
}
