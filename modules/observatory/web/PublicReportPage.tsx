import { apiOf, Breadcrumbs, DateText, LocalText, Notice, PageTitle, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { observatoryRoutes, type PublicReport } from '../contract/index.ts';
import observatoryCss from './observatory.css?url';
import { SectionContents } from './SectionContents.tsx';
import { usePeriodWords } from './use-period-words.ts';

export function links() {
  return [{ rel: 'stylesheet', href: observatoryCss }];
}

/** A published report: its newest edition, or the one that the address names. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { templateCode = '', period = '' } = params;
  const edition = new URL(request.url).searchParams.get('edition') ?? undefined;
  return apiOf(context, observatoryRoutes).getPublicReport({ templateCode, period, edition });
}

/** That another edition followed, or what this one corrects. */
function EditionNote({ report }: { report: PublicReport }) {
  const { t, href } = usePage();
  const { templateCode, period, state, reason } = report;
  return (
    <>
      {state === 'superseded' ? (
        <Notice kind="warning">
          <p>
            {t('observatory.superseded')}{' '}
            <Link to={href(`/observatory/${templateCode}/${period}`)}>{t('observatory.newest')}</Link>
          </p>
        </Notice>
      ) : null}
      {reason === null ? null : (
        <p>
          {t('observatory.corrects')} <LocalText value={reason} />
        </p>
      )}
    </>
  );
}

function Ways({ report }: { report: PublicReport }) {
  const { t, href } = usePage();
  const { templateCode, period, edition, editions } = report;
  const here = `/observatory/${templateCode}/${period}`;
  return (
    <nav className="observatory-ways" aria-label={t('observatory.ways')}>
      <p>{t('observatory.how_to_print')}</p>
      <p>
        <a href={href(`${here}/table.csv?edition=${edition}`)} download>
          {t('observatory.csv')}
        </a>
      </p>
      {editions.length < 2 ? null : (
        <ul className="observatory-editions">
          {editions.map((one) => (
            <li key={one.edition}>
              <Link to={href(`${here}?edition=${one.edition}`)}>
                {t('observatory.edition', { edition: String(one.edition) })}
              </Link>{' '}
              {one.publishedAt === null ? null : <DateText value={one.publishedAt} style="date" />}
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

/** How its figures are made, what is hidden, and how to cite it. */
function Method({ report }: { report: PublicReport }) {
  const { t, text, formats } = usePage();
  const words = usePeriodWords();
  const { title, period, edition, publishedAt, gatheredAt } = report;
  return (
    <section className="observatory-section" aria-labelledby="method">
      <h2 id="method">{t('observatory.method')}</h2>
      <p>{t('observatory.method_text', { day: formats.date(gatheredAt) })}</p>
      <p>{t('observatory.hidden_text')}</p>
      <h3>{t('observatory.cite')}</h3>
      <p>
        {t('observatory.cite_text', {
          title: text(title).text,
          period: words(period),
          edition: String(edition),
          day: publishedAt === null ? '' : formats.date(publishedAt),
        })}
      </p>
    </section>
  );
}

/** One report to read, to print, to lay before a council. Works without script. */
export default function PublicReportPage() {
  const report = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const periodWords = usePeriodWords();
  return (
    <article className="observatory">
      <Breadcrumbs items={[{ path: '/observatory', label: t('observatory.title') }]} />
      <PageTitle
        title={text(report.title).text}
        eyebrow={periodWords(report.period)}
        lead={
          <p>
            <LocalText value={report.about} />
          </p>
        }
      />
      <EditionNote report={report} />
      <Ways report={report} />
      {report.sections.map(({ code, title, lead, contents }) => {
        const said = report.words[code];
        return (
          <section key={code} className="observatory-section" aria-labelledby={`section-${code}`}>
            <h2 id={`section-${code}`}>
              <LocalText value={title} quiet />
            </h2>
            <p>
              <LocalText value={lead} />
            </p>
            {said === undefined ? null : (
              <p className="observatory-words">
                <LocalText value={said} />
              </p>
            )}
            <SectionContents contents={contents} />
          </section>
        );
      })}
      <Method report={report} />
    </article>
  );
}
