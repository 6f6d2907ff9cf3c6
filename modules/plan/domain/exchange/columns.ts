import type { DocumentPart } from '../../contract/index.ts';

/** How a cell holds what stands at a path of a row. */
export type ColumnKind = 'text' | 'number' | 'words' | 'list' | 'flag' | 'path' | 'steps' | 'json';
export type Column = { name: string; at: readonly string[]; kind: ColumnKind };

const column = (name: string, at: string, kind: ColumnKind = 'text'): Column => ({ name, at: at.split('.'), kind });

/** The columns of the four tables of a plan, by the paths of the document; words have one column for each language. */
export const COLUMNS: Record<DocumentPart, readonly Column[]> = {
  plan: [
    column('format', 'format'),
    column('name', 'name', 'words'),
    column('vision', 'vision', 'words'),
    column('reach', 'reach'),
    column('area_code', 'area.code'),
    column('area', 'area.name', 'words'),
    column('starts_on', 'startsOn'),
    column('ends_on', 'endsOn'),
    column('report_every_months', 'reportEveryMonths', 'number'),
    column('review_on', 'reviewOn'),
    column('adopted_on', 'adoptedOn'),
    column('resolution', 'resolution'),
    column('above', 'above', 'words'),
  ],
  levels: [
    column('code', 'code'),
    column('rank', 'rank', 'number'),
    column('kind', 'kind'),
    column('name', 'name', 'words'),
  ],
  nodes: [
    column('path', 'path', 'path'),
    column('level', 'level'),
    column('number', 'number'),
    column('title', 'title', 'words'),
    column('description', 'description', 'words'),
    column('framework_areas', 'frameworkAreas', 'list'),
    column('lever', 'lever'),
    column('lead', 'lead.name', 'words'),
    column('lead_id', 'lead.organisationId'),
    column('weight', 'weight', 'number'),
    column('starts_on', 'startsOn'),
    column('due_on', 'dueOn'),
    column('progress', 'progress'),
    column('share_done', 'shareDone', 'number'),
    column('reported_at', 'reportedAt'),
    column('serves_plan', 'serves.plan', 'words'),
    column('serves_number', 'serves.number'),
    column('details', 'details', 'json'),
  ],
  targets: [
    column('node', 'node'),
    column('indicator', 'indicator.code'),
    column('indicator_name', 'indicator.name', 'words'),
    column('kind', 'kind'),
    column('target', 'target', 'number'),
    column('tolerance', 'tolerance', 'number'),
    column('baseline', 'baseline', 'number'),
    column('baseline_withheld', 'baselineIsWithheld', 'flag'),
    column('baseline_starts_on', 'baselineStartsOn'),
    column('baseline_ends_on', 'baselineEndsOn'),
    column('steps', 'path', 'steps'),
    column('due_on', 'dueOn'),
  ],
};

/** The tables in the order in which a workbook has them. */
export const PARTS: readonly DocumentPart[] = ['plan', 'levels', 'nodes', 'targets'];

/** Between the numbers of a path and the parts of a list; no number of a node holds it. */
export const PATH_MARK = ' / ';
export const LIST_MARK = '; ';
