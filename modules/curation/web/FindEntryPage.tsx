import {
  apiOf,
  Breadcrumbs,
  ButtonLink,
  EmptyState,
  Filters,
  LocalText,
  PageTitle,
  Pagination,
  ResultItem,
  ResultList,
  TextField,
  usePage,
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { directoryRoutes } from '@qantara/directory/contract';
import { Freshness } from '@qantara/directory/web';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';

/** The entries that have these words, by the search that residents have. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'directory:curate');
  const { searchParams } = new URL(request.url);
  const words = searchParams.get('words') ?? '';
  const page = searchParams.get('page') ?? '1';
  return { found: await apiOf(context, directoryRoutes).findServices({ words, page }) };
}

/** Finding the entry that is to be changed. */
export default function FindEntryPage() {
  const { found } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ label: t('curation.freshness.title'), path: '/curation' }]} />
      <PageTitle title={t('curation.find.title')} lead={<p>{t('curation.find.lead')}</p>}>
        <ButtonLink to={href('/curation/entries/new')}>{t('curation.entry_new.title')}</ButtonLink>
      </PageTitle>
      <Filters id="find" label={t('curation.find.title')} submitLabel={t('curation.find.submit')} inline>
        <TextField name="words" type="search" label={t('curation.find.words')} width="medium" maxLength={200} />
      </Filters>
      {found.items.length === 0 ? (
        <EmptyState title={t('curation.find.none')} />
      ) : (
        <ResultList label={t('curation.find.title')}>
          {found.items.map(({ serviceId, name, organisationName, assuredAt }) => (
            <ResultItem
              key={serviceId}
              to={href(`/curation/services/${serviceId}`)}
              title={<LocalText value={name} quiet />}
            >
              <p>
                <LocalText value={organisationName} quiet />
                {' · '}
                <Freshness assuredAt={assuredAt} />
              </p>
            </ResultItem>
          ))}
        </ResultList>
      )}
      <Pagination {...found} />
    </>
  );
}
