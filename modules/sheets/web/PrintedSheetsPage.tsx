import { PrintedForm, printedCss } from '@qantara/forms/web';
import { apiOf, Bdi, Breadcrumbs, PageTitle, usePage } from '@qantara/ui';
import { redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { sheetsRoutes, type PrintedBatch } from '../contract/index.ts';
import sheetsCss from './sheets.css?url';

export function links() {
  return [
    { rel: 'stylesheet', href: printedCss },
    { rel: 'stylesheet', href: sheetsCss },
  ];
}

/** The sheets of one batch, in the language that they are printed in, whoever looks. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const given = { formCode: params['formCode'] ?? '', batchId: params['batchId'] ?? '' };
  const batch = await apiOf(context, sheetsRoutes).getBatch(given);
  if (params['locale'] !== batch.locale)
    throw redirect(`/${batch.locale}/forms/${given.formCode}/paper/${given.batchId}`);
  return batch;
}

type Sheet = PrintedBatch['sheets'][number];

/** The head is repeated on every page that the sheet takes: no page is without its code. */
function PaperSheet({ sheet }: { sheet: Sheet }) {
  const { form } = useLoaderData<typeof loader>();
  const { t, text, formats } = usePage();
  return (
    <article className="paper-sheet printed-form">
      <div className="paper-sheet-head">
        <div className="paper-sheet-line">
          <div>
            <p>
              <strong>{text(form.title).text}</strong>
            </p>
            <p>{t('sheets.paper.version', { number: formats.number(form.version) })}</p>
          </div>
          <div>
            <p>{t('sheets.paper.code')}</p>
            <p className="paper-sheet-code">
              <Bdi latin>{sheet.code}</Bdi>
            </p>
          </div>
          <img alt="" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(sheet.qrCode)}`} />
        </div>
      </div>
      <div className="paper-sheet-body">
        <p>{t('sheets.paper.how')}</p>
        <PrintedForm body={form.body} />
      </div>
    </article>
  );
}

/** Sheets for the printer: each begins on a page of its own, and no answer is cut between two. */
export default function PrintedSheetsPage() {
  const { form, sheets } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  return (
    <>
      <div className="paper-lead">
        <Breadcrumbs items={[{ path: `/forms/${form.code}/paper`, label: t('sheets.print.title') }]} />
        <PageTitle
          title={t('sheets.paper.title', { count: sheets.length })}
          eyebrow={text(form.title).text}
          lead={<p>{t('sheets.paper.lead')}</p>}
        />
      </div>
      {sheets.map((sheet) => (
        <PaperSheet key={sheet.code} sheet={sheet} />
      ))}
    </>
  );
}
