import { apiOf, Breadcrumbs, PageTitle, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ExchangeFormat, formsRoutes } from '../../contract/index.ts';
import { NoticeTable } from './NoticeTable.tsx';

/** One version, and for each kind of file what it does not hold. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const api = apiOf(context, formsRoutes);
  const of = { formCode: params['formCode'] ?? '', version: Number(params['version'] ?? 0) };
  const form = await api.getVersion(of);
  const files = [];
  for (const format of ExchangeFormat.options) {
    const { notices } = await api.exportForm({ ...of, format });
    files.push({ format, notices });
  }
  return { form, files };
}

/** Where a form goes out to other programs, with what each kind of file does not carry. */
export default function ExportFormPage() {
  const { form, files } = useLoaderData<typeof loader>();
  const { t, href, text, formats } = usePage();
  const base = `/forms/${form.code}/versions/${form.version}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/forms', label: t('forms.list.title') },
          { path: `/forms/${form.code}`, label: text(form.title).text },
        ]}
      />
      <PageTitle
        title={t('forms.export.title')}
        eyebrow={`${text(form.title).text} · ${t('forms.form.version', { number: formats.number(form.version) })}`}
        lead={<p>{t('forms.export.lead')}</p>}
      />
      {files.map(({ format, notices }) => {
        const name = t(`forms.format.${format}`);
        return (
          <section key={format} className="outline-section">
            <h2>
              <bdi>{name}</bdi>
            </h2>
            <p className="actions">
              <a className="button action" href={href(`${base}/files/${format}`)} download>
                {t('forms.export.download', { format: name })}
              </a>
            </p>
            {notices.length === 0 ? null : (
              <details>
                <summary>{t('forms.export.losses', { count: notices.length })}</summary>
                <NoticeTable notices={notices} caption={name} />
              </details>
            )}
          </section>
        );
      })}
    </>
  );
}
