import type { Locale } from '@qantara/kernel';
import { readingLocale } from '@qantara/people/web';
import { peopleRoutes, type PersonId } from '@qantara/people/contract';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  DataTable,
  DateText,
  EmptyState,
  LOCALE_CHOICES,
  LOCALE_NAMES,
  PageTitle,
  RadioGroup,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { shortlistsRoutes, type ShortlistCard } from '../contract/index.ts';

export const handle: PageHandle = { formId: 'new-shortlist' };

/** The lists of one person. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const { person } = await apiOf(context, peopleRoutes).getPerson({ personId });
  const { shortlists } = await apiOf(context, shortlistsRoutes).listShortlists({ personId });
  return { personId, displayName: person.displayName, languages: person.languages, shortlists };
}

/** Begins a list, and opens it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const personId = (params['personId'] ?? '') as PersonId;
    const input = { personId, locale: (values.text('locale') ?? '') as Locale };
    const { shortlistId } = await apiOf(context, shortlistsRoutes).createShortlist(input, { commandId });
    return redirect(`/${params['locale']}/work/people/${personId}/shortlists/${shortlistId}`);
  });
}

function Lists() {
  const { shortlists } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <DataTable<ShortlistCard>
      caption={t('shortlists.items')}
      hidesCaption
      rows={shortlists}
      keyOf={(one) => one.shortlistId}
      empty={<EmptyState title={t('shortlists.none')} />}
      columns={[
        {
          key: 'list',
          heading: t('shortlists.field.shortlistId'),
          cell: (one) => (
            <Link to={href(`/work/people/${one.personId}/shortlists/${one.shortlistId}`)}>
              {t('shortlists.services', { count: one.services })}
            </Link>
          ),
        },
        { key: 'locale', heading: t('shortlists.field.locale'), cell: (one) => LOCALE_NAMES[one.locale] },
        { key: 'changed', heading: t('shortlists.changed'), cell: (one) => <DateText value={one.updatedAt} /> },
      ]}
    />
  );
}

/** The lists that were put together for one person, and a new one. */
export default function ShortlistsPage() {
  const { personId, displayName, languages } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const name = displayName ?? t('shortlists.unnamed');
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${personId}`, label: name }]} />
      <PageTitle title={t('shortlists.title', { name })} lead={<p>{t('shortlists.lead')}</p>} />
      <Lists />
      <CommandForm id="new-shortlist">
        <RadioGroup
          name="locale"
          label={t('shortlists.field.locale')}
          options={LOCALE_CHOICES}
          defaultValue={readingLocale(languages, locale)}
          required
        />
        <SubmitButton>{t('shortlists.new')}</SubmitButton>
      </CommandForm>
    </>
  );
}
