import { isolate, Refusal } from '@qantara/kernel';
import { answerForm, apiOf, CommandForm, LocalText, Notice, PageTitle, SubmitButton, usePage } from '@qantara/ui';
import { Capacity, directoryRoutes, type Service, type ServiceId } from '@qantara/directory/contract';
import { data, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, type KeptEntries } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { KeptEntryItem } from './keep/KeptEntryItem.tsx';
import { LinkNotValid } from './keep/LinkNotValid.tsx';
import { openKept } from './keep/open-kept.ts';

/** An organisation with more entries than this reads each on its own page: a telephone must load this one. */
const MOST_OPENED = 15;

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

async function servicesOf(context: LoaderFunctionArgs['context'], { entries }: KeptEntries): Promise<Service[]> {
  const api = apiOf(context, directoryRoutes);
  const opened = entries.length > MOST_OPENED ? [] : entries;
  return Promise.all(opened.map(({ serviceId }) => api.getService({ serviceId })));
}

/** What the link opens. Opening confirms nothing: a mailbox opens links by itself to look for viruses. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { token = '' } = params;
  const kept = await openKept(context, token);
  if (kept === null) return data({ kept, token: '', services: [], said: null, of: null, now: '' }, { status: 404 });
  const { searchParams } = new URL(request.url);
  const [said, of] = [searchParams.get('said'), searchParams.get('of')];
  const services = await servicesOf(context, kept);
  return data({ kept, token, services, said, of, now: new Date().toISOString() });
}

/** Confirms what was seen, or says whether there is room. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const { token = '', locale } = params;
    const api = apiOf(context, curationRoutes);
    const intent = values.text('intent');
    const here = `/${locale}/keep/${token}`;
    if (intent === 'confirm') {
      await api.confirmEntries({ token, serviceIds: values.all('serviceIds') as ServiceId[] }, { commandId });
      const of = values.text('of');
      return redirect(of === undefined ? `${here}?said=confirmed` : `${here}?said=confirmed&of=${of}#entry-${of}`);
    }
    const capacity = Capacity.safeParse(intent);
    if (!capacity.success) throw new Refusal('invalid_input');
    const serviceId = (values.text('serviceId') ?? '') as ServiceId;
    await api.sayCapacity({ token, serviceId, capacity: capacity.data }, { commandId });
    return redirect(`${here}?said=room&of=${serviceId}#entry-${serviceId}`);
  });
}

function Thanks({ kept, said }: { kept: KeptEntries; said: string | null }) {
  const { t, formats } = usePage();
  if (said !== 'confirmed') return null;
  const next = kept.entries.flatMap(({ dueOn, standing }) => (standing === 'fresh' && dueOn !== null ? [dueOn] : []));
  const [first] = next.toSorted();
  return (
    <Notice kind="success" title={t('curation.keep.thanks')} isNews>
      {first === undefined ? null : <p>{t('curation.keep.next', { day: formats.date(first) })}</p>}
    </Notice>
  );
}

function ConfirmAll({ kept }: { kept: KeptEntries }) {
  const { t } = usePage();
  const isAllFresh = kept.entries.every(({ standing }) => standing === 'fresh');
  if (kept.entries.length < 2 || isAllFresh) return null;
  return (
    <CommandForm id="confirm-all" action="?">
      {kept.entries.map(({ serviceId }) => (
        <input key={serviceId} type="hidden" name="serviceIds[]" value={serviceId} />
      ))}
      <SubmitButton intent="confirm">{t('curation.keep.confirm_all')}</SubmitButton>
      <p className="hint">{t('curation.keep.confirm_all_hint')}</p>
    </CommandForm>
  );
}

/** An organisation's entries, by its own link: what to confirm first, and one tap for all of it. */
export default function KeepPage() {
  const { kept, token, services, said, of, now } = useLoaderData<typeof loader>();
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
      {of === null ? <Thanks kept={kept} said={said} /> : null}
      {kept.entries.length === 0 ? <p>{t('curation.keep.none')}</p> : null}
      <ConfirmAll kept={kept} />
      <ul className="kept-list" aria-label={t('curation.keep.entries')}>
        {kept.entries.map((entry) => (
          <KeptEntryItem
            key={entry.serviceId}
            entry={entry}
            service={services.find(({ serviceId }) => serviceId === entry.serviceId) ?? null}
            token={token}
            now={now}
            said={entry.serviceId === of ? said : null}
          />
        ))}
      </ul>
      <p className="hint">
        {t('curation.keep.secret')} <LocalText value={kept.organisationName} quiet />
      </p>
    </>
  );
}
