import { apiOf, Bdi, DateText, LocalText, PageTitle, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { opendataRoutes, type OpenDatasetCard, type OpenFileCard } from '../contract/index.ts';
import { LICENCE_PAGE } from '../domain/index.ts';

const CATALOGUE = '/data/catalogue.jsonld';

/** Everything that is given away. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, opendataRoutes).listOpenData({});
}

/** Of texts that stand in a file for each language, only the reader's own: the catalogue has them all. */
const isReaders = ({ name }: OpenFileCard, locale: string): boolean =>
  !name.endsWith('.jsonld') || name.endsWith(`-${locale}.jsonld`);

function FileItem({ file }: { file: OpenFileCard }) {
  const { t, formats } = usePage();
  const { path, title, name, bytes, described } = file;
  return (
    <li>
      <a href={path} download>
        <LocalText value={title} quiet />
      </a>{' '}
      <span className="hint">
        <Bdi latin>{name.split('.').at(-1)?.toUpperCase()}</Bdi>
        {bytes === null ? null : (
          <> {t('opendata.page.size', { size: formats.number(Math.max(1, Math.round(bytes / 1000))) })}</>
        )}
      </span>
      {described === null ? null : (
        <>
          {' '}
          <a href={described}>{t('opendata.page.described')}</a>
        </>
      )}
    </li>
  );
}

function DatasetItem({ dataset }: { dataset: OpenDatasetCard }) {
  const { t, locale, href } = usePage();
  const { code, title, about, page, modified, temporal, files } = dataset;
  return (
    <section aria-labelledby={`dataset-${code}`}>
      <h2 id={`dataset-${code}`}>
        <LocalText value={title} quiet />
      </h2>
      <p>
        <LocalText value={about} quiet />
      </p>
      {temporal === null ? null : (
        <p className="hint">
          {t('opendata.page.days')} <DateText value={temporal.first} /> – <DateText value={temporal.last} />
        </p>
      )}
      {modified === null ? null : (
        <p className="hint">
          {t('opendata.page.as_of')} <DateText value={modified} />
        </p>
      )}
      <ul>
        {files
          .filter((file) => isReaders(file, locale))
          .map((file) => (
            <FileItem key={file.path} file={file} />
          ))}
      </ul>
      {page === null ? null : (
        <p>
          <Link to={href(page)}>{t('opendata.page.see')}</Link>
        </p>
      )}
    </section>
  );
}

/** The catalogue as people read it: what there is, what it speaks of, and the files. */
export default function DataPage() {
  const { datasets } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('opendata.page.title')} lead={<p>{t('opendata.page.lead')}</p>} />
      <ul>
        <li>{t('opendata.page.few')}</li>
        <li>{t('opendata.page.unknown')}</li>
        <li>
          {t('opendata.page.licence')} <a href={LICENCE_PAGE}>{t('opendata.page.licence_name')}</a>
        </li>
        <li>
          {t('opendata.page.programs')} <a href={CATALOGUE}>{t('opendata.page.catalogue')}</a>,{' '}
          <Link to={href('/hsds')}>{t('opendata.page.interface')}</Link>
        </li>
      </ul>
      {datasets.map((dataset) => (
        <DatasetItem key={dataset.code} dataset={dataset} />
      ))}
    </>
  );
}
