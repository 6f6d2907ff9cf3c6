import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  Notice,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { territoryRoutes } from '@qantara/territory/contract';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes, type PersonId } from '../contract/index.ts';
import { BothRecords } from './duplicates/BothRecords.tsx';
import { HiddenTogether } from './duplicates/HiddenTogether.tsx';

export const handle: PageHandle = { formId: 'merge' };

/** Both records, the one that is to stand for both first. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const id = (name: string) => (searchParams.get(name) ?? '') as PersonId;
  const two = { personId: id('kept'), otherPersonId: id('other') };
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { areas, ...(await apiOf(context, peopleRoutes).previewMerge(two)) };
}

/** Asks a colleague to agree. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const id = (name: string) => (values.text(name) ?? '') as PersonId;
    const two = { personId: id('personId'), otherPersonId: id('otherPersonId') };
    const { mergeId } = await apiOf(context, peopleRoutes).requestMerge(two, { commandId });
    return redirect(`/${params['locale']}/work/merges/${mergeId}`);
  });
}

/** Before two records are proposed to be one: both of them, line by line. */
export default function NewMergePage() {
  const { kept, other, reasons, areas } = useLoaderData<typeof loader>();
  const { t, href, formats } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/duplicates', label: t('people.duplicates.title') }]} />
      <PageTitle title={t('people.merge.new_title')} lead={<p>{t('people.merge.new_lead')}</p>} />
      {reasons.length === 0 ? null : (
        <Notice title={t('people.merge.why')}>
          <p>{formats.list(reasons.map((reason) => t(`people.pairReason.${reason}`)))}</p>
        </Notice>
      )}
      <BothRecords kept={kept} other={other} areas={areas} />
      <HiddenTogether kept={kept} other={other} />
      <CommandForm id="merge">
        <input type="hidden" name="personId" value={kept.personId} />
        <input type="hidden" name="otherPersonId" value={other.personId} />
        <SubmitButton>{t('people.merge.ask')}</SubmitButton>
      </CommandForm>
      <p className="actions">
        <ButtonLink to={href(`/work/merges/new?kept=${other.personId}&other=${kept.personId}`)}>
          {t('people.merge.swap')}
        </ButtonLink>
      </p>
    </>
  );
}
