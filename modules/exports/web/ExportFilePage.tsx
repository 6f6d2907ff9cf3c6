import { apiOf, FormValues, pageContext, tableResponse, wordsContext } from '@qantara/ui';
import type { Client, WorkbookCell } from '@qantara/kernel';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { AskedExport, exportsRoutes, type ExportId } from '../contract/index.ts';
import { askedIn } from './asked-in.ts';
import { cellsOf, headingsOf, type Reader } from './lines-of.ts';

/** A list is posted for; an address that is opened leads back to where it is asked for. */
export function loader({ params }: LoaderFunctionArgs): Response {
  return redirect(`/${params['locale']}/work/exports`);
}

/** One batch after the other, each read when the one before has gone out. */
async function* batchesOf(
  api: Client<typeof exportsRoutes>,
  exportId: ExportId,
  reader: Reader,
): AsyncGenerator<WorkbookCell[][]> {
  for (let isWhole = false; !isWhole;) {
    const batch = await api.nextRows({ exportId });
    isWhole = batch.isWhole;
    yield batch.rows.map((line) => cellsOf(line, reader));
  }
}

/** The list itself: begun once, with its filter, and sent as it is read. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const asked = AskedExport.parse(askedIn(new FormValues(await request.formData())));
  const api = apiOf(context, exportsRoutes);
  const { exportId } = await api.startExport(asked);
  const reader = { t: context.get(wordsContext), locale: context.get(pageContext).locale };
  const { kind, format } = asked;
  return tableResponse({
    name: `${kind}-${exportId.slice(-8)}`,
    title: reader.t(`exports.kind.${kind}`),
    format,
    headings: headingsOf(kind, reader.t),
    batches: batchesOf(api, exportId, reader),
  });
}
