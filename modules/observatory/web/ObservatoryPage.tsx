import { apiOf, DateText, LocalText, PageTitle, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { observatoryRoutes, type Shelf } from '../contract/index.ts';
import observatoryCss from './observatory.css?url';
import { usePeriodWords } from './use-period-words.ts';

export function links() {
  return [{ rel: 'stylesheet', href: observatoryCss }];
}

/** Every template with its published reports. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, observatoryRoutes).listPublicReports({});
}

function OneShelf({ shelf }: { shelf: Shelf }) {
  const { t, href } = usePage();
  const words = usePeriodWords();
  const { templateCode, title, about, rhythm, reports } = shelf;
  return (
    <section className="observatory-shelf" aria-labelledby={`shelf-${templateCode}`}>
      <h2 id={`shelf-${templateCode}`}>
        <LocalText value={title} quiet />
      </h2>
      <p>
        <LocalText value={about} />
      </p>
      <p className="hint">{t(`observatory.rhythm.${rhythm}`)}</p>
      {reports.length === 0 ? (
        <p>{t('observatory.none_yet')}</p>
      ) : (
        <ul>
          {reports.map(({ reportId, period, edition, publishedAt }) => (
            <li key={reportId}>
              <Link to={href(`/observatory/${templateCode}/${period}`)}>{words(period)}</Link>
              {publishedAt === null ? null : (
                <>
                  {' · '}
                  {t('observatory.published_on')} <DateText value={publishedAt} style="date" />
                </>
              )}
              {edition === 1 ? null : ` · ${t('observatory.edition', { edition: String(edition) })}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The observatory: reports by period, made of what everybody may read. */
export default function ObservatoryPage() {
  const { shelves } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <PageTitle title={t('observatory.title')} lead={<p>{t('observatory.lead')}</p>} />
      {shelves.map((shelf) => (
        <OneShelf key={shelf.templateCode} shelf={shelf} />
      ))}
    </>
  );
}
