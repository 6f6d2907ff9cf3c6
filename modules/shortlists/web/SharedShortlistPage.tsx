import { Refusal } from '@qantara/kernel';
import { entryLinks, ServiceEntry } from '@qantara/directory/web';
import { apiOf, ButtonLink, Notice, PageTitle, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { shortlistsRoutes } from '../contract/index.ts';

export const links = entryLinks;

/** The list of a link, or nothing where the link is no longer valid. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const now = new Date().toISOString();
  try {
    return { list: await apiOf(context, shortlistsRoutes).openShortlist({ token: params['token'] ?? '' }), now };
  } catch (fault) {
    if (fault instanceof Refusal && fault.code !== 'too_many_requests') return { list: null, now };
    throw fault;
  }
}

/** Services that somebody put together for whoever holds the link: to read, to print, naming nobody. */
export default function SharedShortlistPage() {
  const { list, now } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  if (list === null)
    return (
      <>
        <PageTitle title={t('shortlists.link_gone')} />
        <p>{t('shortlists.link_gone_text')}</p>
        <ButtonLink to={href('/services')} kind="action">
          {t('shortlists.look')}
        </ButtonLink>
      </>
    );
  return (
    <>
      <PageTitle title={t('shortlists.shared_title')} lead={<p>{t('shortlists.shared_lead')}</p>} />
      {list.note === null ? null : (
        <Notice>
          <p dir="auto">{list.note}</p>
        </Notice>
      )}
      {list.items.length === 0 ? <p>{t('shortlists.shared_empty')}</p> : null}
      {list.items.map(({ service, note }) => (
        <ServiceEntry key={service.serviceId} service={service} note={note} now={now} />
      ))}
    </>
  );
}
