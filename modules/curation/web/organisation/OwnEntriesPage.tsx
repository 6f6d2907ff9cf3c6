import { answerForm, apiOf, PageTitle, usePage } from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes } from '../../contract/index.ts';
import curationCss from '../curation.css?url';
import { keepEntries, saidIn, servicesOf } from '../keep/keep-entries.ts';
import { KeptEntryList } from '../keep/KeptEntryList.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** The entries of the reader's own organisation. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'referral:answer');
  const { entries } = await apiOf(context, curationRoutes).listOwnEntries({});
  const services = await servicesOf(context, entries);
  return { entries, services, said: saidIn(request.url), now: new Date().toISOString() };
}

/** Confirms what was seen, or says whether there is room. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, curationRoutes);
    const after = await keepEntries(values, {
      confirm: (serviceIds) => api.confirmOwnEntries({ serviceIds }, { commandId }),
      sayCapacity: (serviceId, capacity) => api.sayOwnCapacity({ serviceId, capacity }, { commandId }),
    });
    return redirect(`/${params['locale']}/work/entries${after}`);
  });
}

/** What a partner says of its own services: that they are still true, and whether there is room. */
export default function OwnEntriesPage() {
  const { entries, services, said, now } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const waiting = entries.filter(({ standing }) => standing !== 'fresh').length;
  return (
    <>
      <PageTitle title={t('curation.own.title')} lead={<p>{t('curation.keep.waiting', { count: waiting })}</p>} />
      <p>{t('curation.own.lead')}</p>
      <KeptEntryList
        entries={entries}
        services={services}
        now={now}
        said={said}
        changePathOf={(serviceId) => `/services/${serviceId}/suggest`}
      />
    </>
  );
}
