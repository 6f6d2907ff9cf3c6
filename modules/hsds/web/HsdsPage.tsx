import { DescriptionList, PageTitle, usePage } from '@qantara/ui';
import { API_PARAMETERS, EXPORT_FILES, type ExportFile, type ParameterName } from '../contract/index.ts';

const EXAMPLES = {
  search: 'GET /hsds/services?search=food',
  lines: 'GET /hsds/services?full=true&format=ndjson',
  changed: 'GET /hsds/services?modified_after=2026-01-01&minimal=true',
  near: 'GET /hsds/service_at_locations?lat=36.8&lon=10.2&radius=2000',
  open: 'GET /hsds/services?open_now=true&lang=ar',
  profile: 'GET /hsds/services?full=true&profile=qantara',
};
type Example = keyof typeof EXAMPLES;

const FILE_NAMES: Record<ExportFile, 'package' | 'json' | 'lines' | 'csv' | 'xlsx'> = {
  'hsds.zip': 'package',
  'directory.json': 'json',
  'services.ndjson': 'lines',
  'services.csv': 'csv',
  'directory.xlsx': 'xlsx',
};
const DOCUMENTS = {
  openapi: '/hsds/openapi.json',
  schema: '/hsds/schema/compiled/service.json',
  patch: '/hsds/profile/service.json',
};
const ADDITIONS = ['languages', 'capacity', 'source', 'confidential', 'distance'] as const;
const RULES = ['needs', 'empty', 'status', 'terms', 'cache'] as const;
const COMMAND = 'npm run qantara -- check hsds https://…/hsds';

function Addressed({ address }: { address: string }) {
  const path = address.replace('GET ', '');
  return (
    <a href={path} dir="ltr">
      <code>{path}</code>
    </a>
  );
}

function Examples() {
  const { t } = usePage();
  const items = (Object.keys(EXAMPLES) as Example[]).map((example) => ({
    label: t(`hsds.open.example_${example}`),
    value: <Addressed address={EXAMPLES[example]} />,
  }));
  return (
    <section>
      <h2>{t('hsds.open.begin')}</h2>
      <DescriptionList items={items} />
      <p>{t('hsds.open.by_post')}</p>
    </section>
  );
}

function Downloads() {
  const { t, locale } = usePage();
  return (
    <section>
      <h2>{t('hsds.open.take')}</h2>
      <p>{t('hsds.open.take_text')}</p>
      <ul>
        {EXPORT_FILES.map((file) => (
          <li key={file}>
            <a href={`/hsds/export/${file}?lang=${locale}`} download>
              {t(`hsds.open.file_${FILE_NAMES[file]}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Parameters({ heading, isOurs }: { heading: string; isOurs: boolean }) {
  const { t } = usePage();
  const names = (Object.keys(API_PARAMETERS) as ParameterName[]).filter(
    (name) => API_PARAMETERS[name].isOurs === isOurs,
  );
  return (
    <>
      <h3>{heading}</h3>
      <DescriptionList items={names.map((name) => ({ label: name, value: t(`hsds.parameter.${name}`) }))} />
    </>
  );
}

function Documents() {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('hsds.open.documents')}</h2>
      <ul>
        {(Object.keys(DOCUMENTS) as (keyof typeof DOCUMENTS)[]).map((name) => (
          <li key={name}>
            <a href={DOCUMENTS[name]}>{t(`hsds.open.document_${name}`)}</a>
          </li>
        ))}
      </ul>
      <h3>{t('hsds.open.check')}</h3>
      <p>{t('hsds.open.check_text')}</p>
      <p>
        <code dir="ltr">{COMMAND}</code>
      </p>
    </section>
  );
}

/** The open interface as people read it: how to ask, what our profile adds to HSDS 3.1, and the directory to take away. */
export default function HsdsPage() {
  const { t } = usePage();
  return (
    <>
      <PageTitle title={t('hsds.open.title')} lead={<p>{t('hsds.open.lead')}</p>} />
      <Examples />
      <Downloads />
      <section>
        <h2>{t('hsds.open.ask')}</h2>
        <p>{t('hsds.open.ask_text')}</p>
        <Parameters heading="HSDS 3.1" isOurs={false} />
        <Parameters heading={t('hsds.open.ours')} isOurs />
      </section>
      <section>
        <h2>{t('hsds.open.adds')}</h2>
        <p>{t('hsds.open.adds_text')}</p>
        <ul>
          {ADDITIONS.map((addition) => (
            <li key={addition}>{t(`hsds.open.adds_${addition}`)}</li>
          ))}
        </ul>
        <h3>{t('hsds.open.rules')}</h3>
        <ul>
          {RULES.map((rule) => (
            <li key={rule}>{t(`hsds.open.rule_${rule}`)}</li>
          ))}
        </ul>
      </section>
      <Documents />
    </>
  );
}
