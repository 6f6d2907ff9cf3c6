import { csvLine, MAIN_NAMESPACE, rowXml, workbookFrame, XML_HEAD, type WorkbookCell } from '@qantara/kernel';
import { streamOf, zipStream } from './zip-stream.ts';

/** A table that is downloaded: its rows come in batches, as they are read. */
export type TableFile = {
  /** Without its ending. */
  name: string;
  title: string;
  format: 'csv' | 'xlsx';
  headings: readonly string[];
  batches: AsyncIterable<readonly (readonly WorkbookCell[])[]>;
};

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The mark at its beginning lets spreadsheets read Arabic and accents as they are; no cell is run as a formula (`csvLine`). */
async function* csvPieces({ headings, batches }: TableFile): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\uFEFF${csvLine(headings)}`);
  for await (const batch of batches) yield encoder.encode(batch.map((row) => csvLine(row)).join(''));
}

/** Every text is typed as a text: no program runs one as a formula (`rowXml`). */
async function* sheetPieces({ headings, batches }: TableFile): AsyncGenerator<string> {
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  yield `${XML_HEAD}<worksheet xmlns="${MAIN_NAMESPACE}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><sheetData>${rowXml(headings)}`;
  for await (const batch of batches) yield batch.map(rowXml).join('');
  yield '</sheetData></worksheet>';
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** A title of a sheet is short and has none of these (Excel). */
const sheetTitle = (title: string): string => title.replaceAll(/[[\]:*?/\\]/gu, ' ').slice(0, 31);

function workbookPieces(table: TableFile): AsyncGenerator<Uint8Array> {
  const frame = workbookFrame([sheetTitle(table.title)]).map(([name, text]) => ({ name, pieces: once(text) }));
  return zipStream([...frame, { name: 'xl/worksheets/sheet1.xml', pieces: sheetPieces(table) }]);
}

/** The bytes of a table as they are made: as long as nobody reads on, nothing more is read from the database. */
export function tablePieces(table: TableFile): AsyncGenerator<Uint8Array> {
  return table.format === 'csv' ? csvPieces(table) : workbookPieces(table);
}

/** A table as a download, sent while its rows are read: its memory does not grow with it. */
export function tableResponse(table: TableFile): Response {
  const body = streamOf(tablePieces(table));
  return new Response(body, {
    headers: {
      'content-type': TYPES[table.format],
      'content-disposition': `attachment; filename="${table.name}.${table.format}"`,
      'cache-control': 'no-store',
    },
  });
}
