import { apiOf, Bdi, Breadcrumbs, PageTitle, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { formsRoutes } from '../../contract/index.ts';
import { PrintedForm } from './PrintedForm.tsx';
import { printedCss } from './printed-css.ts';

export function links() {
  return [{ rel: 'stylesheet', href: printedCss }];
}

/** One version, for paper. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const version = Number(params['version'] ?? 0);
  return apiOf(context, formsRoutes).getVersion({ formCode: params['formCode'] ?? '', version });
}

/** A form to print and fill in by hand: boxes and lines, conditions in words, and the code by which it is keyed in. */
export default function PrintFormPage() {
  const form = useLoaderData<typeof loader>();
  const { t, text, formats } = usePage();
  return (
    <div className="printed-form">
      <Breadcrumbs items={[{ path: `/forms/${form.code}`, label: text(form.title).text }]} />
      <PageTitle
        title={text(form.title).text}
        eyebrow={
          <>
            <Bdi>{form.code}</Bdi> · {t('forms.form.version', { number: formats.number(form.version) })}
          </>
        }
        lead={<p>{t('forms.print.lead')}</p>}
      />
      <PrintedForm body={form.body} />
    </div>
  );
}
