import { isolate } from '@qantara/kernel';
import { answerForm, apiOf, LocalText, PageTitle, usePage } from '@qantara/ui';
import { data, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { keepEntries, saidIn, servicesOf } from './keep/keep-entries.ts';
import { KeptEntryList } from './keep/KeptEntryList.tsx';
import { LinkNotValid } from './keep/LinkNotValid.tsx';
import { openKept } from './keep/open-kept.ts';

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** What the link opens. Opening confirms nothing: a mailbox opens links by itself to look for viruses. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { token = '' } = params;
  const said = saidIn(request.url);
  const kept = await openKept(context, token);
  if (kept === null) return data({ kept, token: '', services: [], said, now: '' }, { status: 404 });
  const services = await servicesOf(context, kept.entries);
  return data({ kept, token, services, said, now: new Date().toISOString() });
}

/** Confirms what was seen, or says whether there is room. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const { token = '', locale } = params;
    const api = apiOf(context, curationRoutes);
    const after = await keepEntries(values, {
      confirm: (serviceIds) => api.confirmEntries({ token, serviceIds }, { commandId }),
      sayCapacity: (serviceId, capacity) => api.sayCapacity({ token, serviceId, capacity }, { commandId }),
    });
    return redirect(`/${locale}/keep/${token}${after}`);
  });
}

/** An organisation's entries, by its own link: what to confirm first, and one tap for all of it. */
export default function KeepPage() {
  const { kept, token, services, said, now } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  if (kept === null) return <LinkNotValid />;
  const waiting = kept.entries.filter(({ standing }) => standing !== 'fresh').length;
  return (
    <>
      <meta name="robots" content="noindex" />
      <PageTitle
        title={t('curation.keep.title', { organisation: isolate(text(kept.organisationName).text) })}
        lead={<p>{t('curation.keep.waiting', { count: waiting })}</p>}
      />
      <KeptEntryList
        entries={kept.entries}
        services={services}
        now={now}
        said={said}
        changePathOf={(serviceId) => `/keep/${token}/${serviceId}`}
      />
      <p className="hint">
        {t('curation.keep.secret')} <LocalText value={kept.organisationName} quiet />
      </p>
    </>
  );
}
