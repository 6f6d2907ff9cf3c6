import {
  areasTable,
  AREAS,
  figuresTable,
  FIGURES,
  indicatorsTable,
  INDICATORS,
  needsTable,
  NEEDS,
} from './figure-tables.ts';
import type { OpenData } from './open-data.ts';
import { planNodesTable, PLAN_NODES, plansTable, PLANS, targetsTable, TARGETS } from './plan-tables.ts';
import { POLICIES, policiesTable } from './policies-table.ts';
import { QUOTES, quotesTable } from './quotes-table.ts';
import type { Table, TableName, TableShape } from './table.ts';

export const SHAPES: Record<TableName, TableShape> = {
  areas: AREAS,
  needs: NEEDS,
  indicators: INDICATORS,
  figures: FIGURES,
  plans: PLANS,
  'plan-nodes': PLAN_NODES,
  targets: TARGETS,
  policies: POLICIES,
  quotes: QUOTES,
};

/** Every table that is given away, whole. */
export function tablesOf(data: OpenData): Table[] {
  return [
    areasTable(data),
    needsTable(data),
    indicatorsTable(data),
    figuresTable(data),
    plansTable(data),
    planNodesTable(data),
    targetsTable(data),
    policiesTable(data),
    quotesTable(data),
  ];
}
