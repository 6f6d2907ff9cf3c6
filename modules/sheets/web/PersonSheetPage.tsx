import { peopleRoutes, type PersonId } from '@qantara/people/contract';
import { answerForm, apiOf, Bdi, Breadcrumbs, PageTitle, usePage } from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { findTypedSheet } from './find-typed-sheet.ts';
import { SheetCodeForm } from './SheetCodeForm.tsx';

/** Whose sheet is to be keyed. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  return apiOf(context, peopleRoutes).getPerson({ personId });
}

/** Goes to the sheet, which is this person's then. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values) => {
    const code = await findTypedSheet(context, values.text('sheetCode'));
    return redirect(`/${params['locale']}/work/sheets/${code}?person=${params['personId'] ?? ''}`);
  });
}

/** A sheet that one person filled in. */
export default function PersonSheetPage() {
  const { person } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const name = person.displayName ?? t('sheets.person.unnamed');
  const base = `/work/people/${person.personId}`;
  return (
    <>
      <Breadcrumbs items={[{ path: base, label: name }]} />
      <PageTitle title={t('sheets.person.title')} eyebrow={<Bdi>{name}</Bdi>} lead={<p>{t('sheets.person.lead')}</p>} />
      <SheetCodeForm />
    </>
  );
}
