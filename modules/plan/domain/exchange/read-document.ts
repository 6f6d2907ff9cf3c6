import {
  DOCUMENT_FORMAT,
  DOCUMENT_PARTS,
  MOST_NODES,
  PlanDocument,
  type DocumentPart,
  type PlanFault,
  type PlanFinding,
} from '../../contract/index.ts';
import { checkDocument, type Placed } from './check-document.ts';
import { PARTS } from './columns.ts';
import { isNumberUnclear, type RawDocument, type RawRow } from './raw-document.ts';

export type ReadPlan = { document: PlanDocument | null; faults: PlanFinding[]; notices: PlanFinding[] };

const DEFAULTS: Record<DocumentPart, Record<string, unknown>> = {
  plan: { reportEveryMonths: 3 },
  levels: {},
  nodes: { frameworkAreas: [], weight: 1, lead: null, serves: null, details: null, parent: null },
  targets: { path: [], baselineIsWithheld: false },
};
const LOOKS: readonly [fields: RegExp, code: PlanFault][] = [
  [/^(?:\w*On|reportedAt)$/, 'not_a_day'],
  [/^(?:rank|weight|shareDone|target|tolerance|baseline|reportEveryMonths|value)$/, 'not_a_number'],
  [/^(?:reach|kind|lever|progress|frameworkAreas|baselineIsWithheld)$/, 'not_a_choice'],
  [/^(?:number|parent|node)$/, 'not_a_node_number'],
];

const valueAt = (row: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : at), row);

const shown = (value: unknown): string | null =>
  value === undefined || value === null
    ? null
    : (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200);

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

function codeOf(field: string, value: unknown): PlanFault {
  if (value === undefined || value === null || value === '' || isEmpty(value)) return 'missing';
  const code = LOOKS.find(([fields]) => fields.test(field))?.[1] ?? 'not_readable';
  return code === 'not_a_number' && typeof value === 'string' && isNumberUnclear(value) ? 'number_unclear' : code;
}

function faultAt(part: DocumentPart, { at, row }: RawRow, path: readonly PropertyKey[]): PlanFinding {
  const names = path.filter((name) => typeof name === 'string');
  const value = valueAt(row, path);
  return { part, at, field: names.join('.'), value: shown(value), code: codeOf(names.at(-1) ?? '', value) };
}

/** What is null is as absent: a default stands for both. */
function filled(part: DocumentPart, row: Record<string, unknown>): Record<string, unknown> {
  const said = Object.entries(row).filter(([, value]) => value !== null && value !== undefined);
  return { ...DEFAULTS[part], ...Object.fromEntries(said) };
}

function readPart(part: DocumentPart, rows: readonly RawRow[]): { read: Placed[]; faults: PlanFinding[] } {
  const read: Placed[] = [];
  const faults: PlanFinding[] = [];
  if (rows.length > (part === 'plan' ? 1 : MOST_NODES))
    return { read, faults: [{ part, at: null, field: null, value: String(rows.length), code: 'too_many' }] };
  for (const raw of rows) {
    const parsed = DOCUMENT_PARTS[part].safeParse(filled(part, raw.row));
    if (parsed.success) read.push({ part, at: raw.at, row: parsed.data });
    else faults.push(...parsed.error.issues.map(({ path }) => faultAt(part, raw, path)));
  }
  return { read, faults };
}

const NOTICES = new Set(['left_out']);
const NOT_A_PLAN: PlanFinding = { part: 'file', at: null, field: 'format', value: null, code: 'not_a_plan' };

function toldOf({ plan, targets }: PlanDocument): PlanFinding[] {
  const told: PlanFinding[] = [];
  if (plan.adoptedOn !== null)
    told.push({ part: 'plan', at: null, field: 'adoptedOn', value: plan.adoptedOn, code: 'adoption_of_its_own' });
  for (const { node, baselineIsWithheld, indicator } of targets)
    if (baselineIsWithheld)
      told.push({ part: 'targets', at: null, field: node, value: indicator.code, code: 'baseline_withheld' });
  return told;
}

/**
 * The plan that a file says, or what is wrong with it, by part, line and field. A plan is taken whole or not at all: one with holes
 * would promise something else.
 */
export function readDocument(raw: RawDocument): ReadPlan {
  const notices = raw.findings.filter(({ code }) => NOTICES.has(code));
  if (raw.format !== DOCUMENT_FORMAT) return { document: null, faults: [NOT_A_PLAN], notices: [] };
  const parts = PARTS.map((part) => readPart(part, raw.parts[part] ?? []));
  const read = parts.flatMap((part) => part.read);
  const faults = [
    ...raw.findings.filter(({ code }) => !NOTICES.has(code)),
    ...parts.flatMap((part) => part.faults),
    ...checkDocument(read, raw),
  ];
  if (faults.length > 0) return { document: null, faults, notices };
  const rowsOf = (part: DocumentPart) => read.filter((one) => one.part === part).map(({ row }) => row);
  const whole = { levels: rowsOf('levels'), nodes: rowsOf('nodes'), targets: rowsOf('targets') };
  const document = PlanDocument.safeParse({ format: DOCUMENT_FORMAT, plan: rowsOf('plan')[0], ...whole });
  if (!document.success) return { document: null, faults: [NOT_A_PLAN], notices };
  return { document: document.data, faults: [], notices: [...notices, ...toldOf(document.data)] };
}
