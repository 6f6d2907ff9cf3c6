import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  ConfirmDialog,
  DateText,
  Notice,
  PageTitle,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { RefusalNotice } from '@qantara/identity/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes, type Merge, type MergeId } from '../contract/index.ts';
import { BothRecords } from './duplicates/BothRecords.tsx';
import { HiddenTogether } from './duplicates/HiddenTogether.tsx';

/** The proposal and both records. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const mergeId = (params['mergeId'] ?? '') as MergeId;
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { areas, ...(await apiOf(context, peopleRoutes).getMerge({ mergeId })) };
}

/** What a person says of the proposal. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const of = { mergeId: (params['mergeId'] ?? '') as MergeId };
    const api = apiOf(context, peopleRoutes);
    const intent = values.text('intent');
    if (intent === 'confirm') await api.confirmMerge(of, { commandId });
    else if (intent === 'undo') await api.undoMerge(of, { commandId });
    else await api.refuseMerge(of, { commandId });
    return redirect(`/${params['locale']}/work/merges/${of.mergeId}`);
  });
}

/** Two people decide: whoever asked waits, a colleague agrees or says no. */
function Waiting({ merge }: { merge: Merge }) {
  const { t } = usePage();
  return (
    <>
      <Notice>
        <p>
          {t(merge.isMine ? 'people.merge.mine_until' : 'people.merge.until')} <DateText value={merge.expiresAt} />
        </p>
      </Notice>
      <CommandForm id="decide" className="steps">
        {merge.isMine ? null : <SubmitButton intent="confirm">{t('people.merge.confirm')}</SubmitButton>}
        <SubmitButton intent="refuse" kind="plain">
          {t(merge.isMine ? 'people.merge.take_back' : 'people.merge.refuse')}
        </SubmitButton>
      </CommandForm>
    </>
  );
}

function Merged({ merge }: { merge: Merge }) {
  const { t, href } = usePage();
  return (
    <>
      <p className="actions">
        <ButtonLink to={href(`/work/people/${merge.kept.personId}`)} kind="action">
          {t('people.merge.to_person')}
        </ButtonLink>
      </p>
      <ConfirmDialog label={t('people.merge.undo')} title={t('people.merge.undo_title')}>
        <CommandForm id="undo">
          <p>{t('people.merge.undo_text')}</p>
          <SubmitButton intent="undo" kind="danger">
            {t('people.merge.undo')}
          </SubmitButton>
        </CommandForm>
      </ConfirmDialog>
    </>
  );
}

/** One proposal that two records are one person, through to its end and back. */
export default function MergePage() {
  const { merge, preview, areas } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/duplicates', label: t('people.duplicates.title') }]} />
      <PageTitle title={t('people.merge.title')} eyebrow={t(`people.mergeStatus.${merge.status}`)} />
      <RefusalNotice
        title={t('people.names.not_done')}
        shownForms={merge.status === 'requested' ? ['decide'] : merge.status === 'confirmed' ? ['undo'] : []}
      />
      <BothRecords kept={preview.kept} other={preview.other} areas={areas} />
      {merge.status === 'requested' ? <HiddenTogether kept={preview.kept} other={preview.other} /> : null}
      {merge.status === 'requested' ? <Waiting merge={merge} /> : null}
      {merge.status === 'confirmed' ? <Merged merge={merge} /> : null}
    </>
  );
}
