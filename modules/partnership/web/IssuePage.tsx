import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  DateText,
  DescriptionList,
  LocalText,
  PageTitle,
  RadioGroup,
  SubmitButton,
  TextArea,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { IssueState, partnershipRoutes, type Issue, type IssueId } from '../contract/index.ts';
import { IssueBadge } from './IssueBadge.tsx';

export const handle: PageHandle = { formId: 'word' };

const idOf = (params: Record<string, string | undefined>): IssueId => (params['issueId'] ?? '') as IssueId;

/** The issue, and what was tried so far. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return apiOf(context, partnershipRoutes).getIssue({ issueId: idOf(params) });
}

/** Says what was tried, and where it stands since. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof partnershipRoutes.tellIssue>;
    await apiOf(context, partnershipRoutes).tellIssue({ ...input, issueId: idOf(params) }, { commandId });
    return redirect(new URL(request.url).pathname);
  });
}

function WordForm({ state }: Pick<Issue, 'state'>) {
  const { t } = usePage();
  return (
    <CommandForm id="word">
      <TextArea name="words" label={t('partnership.field.words')} rows={4} maxLength={4000} required />
      <RadioGroup
        name="state"
        label={t('partnership.field.state')}
        options={IssueState.options.map((value) => ({ value, label: t(`partnership.issue_state.${value}`) }))}
        defaultValue={state}
        required
      />
      <SubmitButton>{t('partnership.save')}</SubmitButton>
    </CommandForm>
  );
}

/** One issue between organisations: what it is, since when, what was tried and what solved it. */
export default function IssuePage() {
  const issue = useLoaderData<typeof loader>();
  const { t, text, formats } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/partnership/issues', label: t('partnership.issues.title') }]} />
      <PageTitle title={issue.title} lead={<IssueBadge state={issue.state} />} />
      <p dir="auto">{issue.wording}</p>
      <DescriptionList
        items={[
          { label: t('partnership.field.kind'), value: t(`partnership.issue_kind.${issue.kind}`) },
          {
            label: t('partnership.field.organisationIds'),
            value: formats.list(issue.organisations.map(({ name }) => text(name).text)),
          },
          { label: t('partnership.issues.raised_by'), value: <LocalText value={issue.raisedBy.name} quiet /> },
          { label: t('partnership.field.raisedOn'), value: <DateText value={issue.raisedOn} /> },
          { label: t('partnership.issues.days_open'), value: t('partnership.days', { count: issue.daysOpen }) },
        ]}
      />
      <h2>{t('partnership.issues.tried')}</h2>
      {issue.words.length === 0 ? <p>{t('partnership.issues.nothing_tried')}</p> : null}
      <ul className="plain-list">
        {issue.words.map(({ state, words, saidAt }) => (
          <li key={saidAt}>
            <p>
              <DateText value={saidAt} style="dateTime" /> · {t(`partnership.issue_state.${state}`)}
            </p>
            <p dir="auto">{words}</p>
          </li>
        ))}
      </ul>
      <WordForm state={issue.state} />
    </>
  );
}
