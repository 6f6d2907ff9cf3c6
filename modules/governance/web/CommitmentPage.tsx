import { textIn, type InputOf } from '@qantara/kernel';
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
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { CommitmentState, governanceRoutes, type Commitment, type CommitmentId } from '../contract/index.ts';
import { CommitmentBadge } from './MeetingBadge.tsx';

const idOf = (params: Record<string, string | undefined>): CommitmentId =>
  (params['commitmentId'] ?? '') as CommitmentId;

/** The commitment, and how it went so far. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return apiOf(context, governanceRoutes).getCommitment({ commitmentId: idOf(params) });
}

/** Says how it goes. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof governanceRoutes.tellCommitment>;
    await apiOf(context, governanceRoutes).tellCommitment({ ...input, commitmentId: idOf(params) }, { commandId });
    return redirect(new URL(request.url).pathname);
  });
}

function TellForm({ state }: Pick<Commitment, 'state'>) {
  const { t } = usePage();
  return (
    <CommandForm id="tell">
      <RadioGroup
        name="state"
        label={t('governance.field.state')}
        options={CommitmentState.options.map((value) => ({ value, label: t(`governance.commitment.${value}`) }))}
        defaultValue={state}
        required
      />
      <TextArea
        name="story"
        label={t('governance.field.story')}
        hint={t('governance.story_hint')}
        maxLength={2000}
        required
      />
      <SubmitButton>{t('governance.tell')}</SubmitButton>
    </CommandForm>
  );
}

/** One commitment: who promised what until when, and what became of it. */
export default function CommitmentPage() {
  const commitment = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const { wording, organisationName, ownerName, dueOn, bodyName, words } = commitment;
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/governance/commitments', label: t('governance.commitments') }]} />
      <PageTitle title={textIn(wording, locale).text} lead={<CommitmentBadge {...commitment} />} />
      <DescriptionList
        items={[
          { label: t('governance.field.organisationId'), value: <LocalText value={organisationName} quiet /> },
          ...(ownerName === null ? [] : [{ label: t('governance.field.ownerName'), value: <bdi>{ownerName}</bdi> }]),
          { label: t('governance.field.dueOn'), value: <DateText value={dueOn} /> },
          { label: t('governance.field.bodyId'), value: <LocalText value={bodyName} quiet /> },
        ]}
      />
      <h2>{t('governance.how_it_went')}</h2>
      {words.length === 0 ? <p>{t('governance.nothing_said')}</p> : null}
      <ul className="plain-list">
        {words.map(({ state, story, saidAt }) => (
          <li key={saidAt}>
            <p>
              <DateText value={saidAt} style="dateTime" /> · {t(`governance.commitment.${state}`)}
            </p>
            <p dir="auto">{story}</p>
          </li>
        ))}
      </ul>
      {commitment.mayTell ? <TellForm state={commitment.state} /> : null}
    </>
  );
}
