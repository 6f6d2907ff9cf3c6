import { decodePieces, refuse } from '@qantara/kernel';
import { modelOf, OBJECT_NAMES, type ObjectName } from '@qantara/directory/domain';
import { Unnester, type ImportReport } from '../../domain/index.ts';
import { packedTables, PackedRows } from './packed-rows.ts';
import type { PackageTables, Progress } from './package-tables.ts';
import type { PackageFiles } from './read-files.ts';
import { outlineJson, splitJson, type JsonOutline } from './split-json.ts';

/** No record is nearly as long, with all that is nested in it: only one of them is held at a time. */
const MOST_RECORD = 20_000_000;

type Pieces = () => Iterable<string>;
type Ground = { unnester: Unnester; report: ImportReport; file: string };
type Given = { text: string | undefined; at: { file: string; row: number }; hint?: ObjectName | undefined };

function take({ unnester, report }: Ground, { text, at, hint }: Given): void {
  if (text === undefined) return report.refuseRow(at, 'too_long');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return report.refuseRow(at, 'bad_json', { value: text.slice(0, 100) });
  }
  if (!unnester.take(json, at, hint)) report.refuseRow(at, 'bad_json');
}

function* linesOf(pieces: Iterable<string>): Generator<string | undefined> {
  let rest: string | undefined = '';
  for (const piece of pieces) {
    const lines: (string | undefined)[] = piece.split('\n');
    // A line that grows beyond any record is forgotten until it ends.
    lines[0] = rest === undefined ? undefined : `${rest}${lines[0]}`;
    rest = lines.pop();
    if (rest !== undefined && rest.length > MOST_RECORD) rest = undefined;
    yield* lines;
  }
  yield rest;
}

/** Each line is a record of its own: a broken one is left out, and said by its number. */
function* inLines({ file }: Ground, pieces: Pieces): Generator<Given> {
  let row = 0;
  for (const line of linesOf(pieces())) {
    row += 1;
    const text = line?.replace(/^\ufeff/, '').trim();
    if (text !== '') yield { text, at: { file, row } };
  }
}

const OBJECT_OF = new Map<string, ObjectName>(OBJECT_NAMES.map((object) => [modelOf(object).file, object]));

/** The lists of an object whose elements are records: a page of a list, or lists by the names of HSDS's tables. */
function listsIn({ kind, keys }: JsonOutline): string[] {
  if (kind !== 'object') return [];
  if (keys.get('contents') === 'list') return ['contents'];
  const isRecord = keys.has('id') || keys.has('name');
  return isRecord ? [] : [...keys].filter(([key, is]) => is === 'list' && OBJECT_OF.has(key)).map(([key]) => key);
}

function* inLists(ground: Ground, pieces: Pieces, lists: string[]): Generator<Given> {
  const isAsked = (key: string) => lists.includes(key);
  for (const { list, at, text } of splitJson(pieces(), { isAsked, most: MOST_RECORD })) {
    const hint = list === null ? undefined : OBJECT_OF.get(list);
    const file = hint === undefined ? ground.file : `${ground.file}: ${list}`;
    yield { text, at: { file, row: at }, hint };
  }
}

function wholeOf(pieces: Pieces): string | undefined {
  let text = '';
  for (const piece of pieces()) {
    text += piece;
    if (text.length > MOST_RECORD) return undefined;
  }
  return text.replace(/^\ufeff/, '');
}

function recordsIn(ground: Ground, pieces: Pieces): Iterable<Given> {
  const outline = outlineJson(pieces());
  const lists = listsIn(outline);
  // Behind one object there is nothing but the next, on a line of its own.
  if (/\.(?:ndjson|jsonl)$/.test(ground.file) || (outline.kind === 'object' && outline.hasMore))
    return inLines(ground, pieces);
  if (outline.kind === 'list' || lists.length > 0) return inLists(ground, pieces, lists);
  return [{ text: wholeOf(pieces), at: { file: ground.file, row: 1 } }];
}

const BREATH = 500;

const SAID = 'HSDS JSON';

/**
 * The tables that HSDS JSON makes: services or organisations with what is nested in them, pages of a list, lines, objects of
 * lists. A file is read piece by piece, one record at a time, and its rows are kept packed. Refuses `import_too_large` beyond
 * three million rows, and `import_format_unknown` where nothing in it is a record.
 */
export function jsonPackage(files: PackageFiles, names: string[], report: ImportReport): PackageTables {
  const packed = new PackedRows();
  const unnester = new Unnester(packed);
  async function* prepare(): AsyncGenerator<Progress> {
    for (const file of names) {
      const { pieces, encoding } = decodePieces(await files.open(file));
      if (encoding !== 'utf-8') report.encodings.push({ file, encoding });
      let records = 0;
      for (const given of recordsIn({ unnester, report, file }, pieces)) {
        take({ unnester, report, file }, given);
        records += 1;
        if (records % BREATH === 0) yield { read: packed.total, total: null };
      }
    }
    if (packed.size === 0 && report.rowsRefused === 0) refuse('import_format_unknown');
  }
  return packedTables(SAID, packed, prepare);
}
