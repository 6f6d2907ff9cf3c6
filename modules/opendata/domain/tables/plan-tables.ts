import { lastDayOf } from '@qantara/indicators/domain';
import { MARKER } from '@qantara/disclosure/domain';
import type { Figure } from '@qantara/indicators/contract';
import type { LocalizedText } from '@qantara/kernel';
import type { Plan, Target } from '@qantara/plan/contract';
import type { OpenData } from './open-data.ts';
import { cellOf, column, decimalOf, threeCells, threeColumns, type Table, type TableShape } from './table.ts';

const SCHEMA = 'https://schema.org/';
const NAMED: LocalizedText = { ar: 'الاسم', fr: 'Nom', en: 'Name' };
const PLAN: LocalizedText = { ar: 'الخطة', fr: 'Plan', en: 'Plan' };
const STARTS: LocalizedText = { ar: 'أول يوم', fr: 'Premier jour', en: 'First day' };
const ENDS: LocalizedText = { ar: 'آخر يوم', fr: 'Dernier jour', en: 'Last day' };
const PROGRESS: LocalizedText = { ar: 'التقدم', fr: 'Avancement', en: 'Progress' };
const date = { datatype: 'date' } as const;
const decimal = { datatype: 'decimal' } as const;
const marked = { datatype: 'decimal', isMarked: true } as const;

export const PLANS: TableShape = {
  name: 'plans',
  title: { ar: 'الخطط المنشورة', fr: 'Plans publiés', en: 'Published plans' },
  about: {
    ar: 'كل خطة منشورة: لأي منطقة، ولأي سنوات، وتحت أي خطة.',
    fr: 'Chaque plan publié : son territoire, ses années, le plan dont il relève.',
    en: 'Each published plan: its area, its years, the plan it is under.',
  },
  columns: [
    column('plan', PLAN, { isRequired: true, property: `${SCHEMA}identifier` }),
    column('under', { ar: 'تحت خطة', fr: 'Relève du plan', en: 'Under the plan' }),
    column('area', { ar: 'المنطقة', fr: 'Territoire', en: 'Area' }, { isRequired: true }),
    column('reach', { ar: 'المستوى', fr: 'Portée', en: 'Reach' }, { isRequired: true }),
    column('state', { ar: 'الحالة', fr: 'État', en: 'State' }, { isRequired: true }),
    ...threeColumns('name', NAMED, `${SCHEMA}name`),
    ...threeColumns('vision', { ar: 'الرؤية', fr: 'Vision', en: 'Vision' }, `${SCHEMA}description`),
    column('first_day', STARTS, { ...date, isRequired: true }),
    column('last_day', ENDS, { ...date, isRequired: true }),
    column('adopted_on', { ar: 'يوم الاعتماد', fr: 'Adopté le', en: 'Adopted on' }, date),
    column(
      'published_at',
      { ar: 'وقت النشر', fr: 'Publié le', en: 'Published at' },
      { datatype: 'dateTime', property: 'http://purl.org/dc/terms/issued' },
    ),
  ],
  primaryKey: ['plan'],
  foreignKeys: [
    { column: 'under', table: 'plans', key: 'plan' },
    { column: 'area', table: 'areas', key: 'area' },
  ],
};

export const PLAN_NODES: TableShape = {
  name: 'plan-nodes',
  title: { ar: 'محتوى الخطط', fr: 'Contenu des plans', en: 'What is in the plans' },
  about: {
    ar: 'أولويات كل خطة وأهدافها ومبادراتها، وما يقع منها تحت غيره، وأين وصلت.',
    fr: 'Les priorités, buts et initiatives de chaque plan, ce qui relève de quoi, et où l’on en est.',
    en: 'The priorities, goals and initiatives of each plan, what is under what, and how far it is.',
  },
  columns: [
    column('node', { ar: 'العنصر', fr: 'Élément', en: 'Node' }, { isRequired: true, property: `${SCHEMA}identifier` }),
    column('plan', PLAN, { isRequired: true }),
    column('under', { ar: 'تحت عنصر', fr: 'Sous l’élément', en: 'Under the node' }),
    column('serves', { ar: 'يخدم عنصر', fr: 'Sert l’élément', en: 'Serves the node' }),
    column('number', { ar: 'الرقم', fr: 'Numéro', en: 'Number' }, { isRequired: true }),
    column('kind', { ar: 'النوع', fr: 'Type', en: 'Kind' }, { isRequired: true }),
    column('level', { ar: 'الدرجة', fr: 'Niveau', en: 'Level' }, { isRequired: true }),
    ...threeColumns('title', { ar: 'العنوان', fr: 'Titre', en: 'Title' }, `${SCHEMA}name`),
    column(
      'framework_areas',
      { ar: 'مجالات التدخل', fr: 'Domaines d’intervention', en: 'Areas of intervention' },
      { separator: ' ' },
    ),
    column('lever', { ar: 'أداة التغيير', fr: 'Levier', en: 'Lever' }),
    ...threeColumns('lead', { ar: 'الجهة القائدة', fr: 'Pilote', en: 'Lead' }),
    column('progress', { ar: 'السير', fr: 'Suivi', en: 'How it goes' }),
    column(
      'share_done',
      { ar: 'المنجز بالمائة', fr: 'Part faite en %', en: 'Share done, per cent' },
      { datatype: 'integer' },
    ),
    column('rolled_up', PROGRESS, decimal),
    column('coverage', { ar: 'التغطية', fr: 'Couverture', en: 'Coverage' }, decimal),
    column('first_day', STARTS, date),
    column('due_on', { ar: 'الأجل', fr: 'Échéance', en: 'Due on' }, date),
  ],
  primaryKey: ['node'],
  foreignKeys: [
    { column: 'plan', table: 'plans', key: 'plan' },
    { column: 'under', table: 'plan-nodes', key: 'node' },
    { column: 'serves', table: 'plan-nodes', key: 'node' },
  ],
};

export const TARGETS: TableShape = {
  name: 'targets',
  title: { ar: 'الغايات', fr: 'Cibles', en: 'Targets' },
  about: {
    ar: 'ما تريد الخطط بلوغه بالأرقام: من أين انطلقت، وإلى أين تصل، وأين هي الآن.',
    fr: 'Ce que les plans veulent atteindre en chiffres : le départ, le but, la situation actuelle.',
    en: 'What the plans want to reach in numbers: where they began, where they aim, where they stand.',
  },
  columns: [
    column(
      'target',
      { ar: 'الغاية', fr: 'Cible', en: 'Target' },
      { isRequired: true, property: `${SCHEMA}identifier` },
    ),
    column('node', { ar: 'العنصر', fr: 'Élément', en: 'Node' }, { isRequired: true }),
    column('indicator', { ar: 'المؤشر', fr: 'Indicateur', en: 'Indicator' }, { isRequired: true }),
    column('kind', { ar: 'النوع', fr: 'Type', en: 'Kind' }, { isRequired: true }),
    column('baseline', { ar: 'نقطة الانطلاق', fr: 'Valeur de départ', en: 'Baseline' }, marked),
    column('baseline_status', {
      ar: 'حالة نقطة الانطلاق',
      fr: 'Statut de la valeur de départ',
      en: 'Status of the baseline',
    }),
    column('goal', { ar: 'القيمة المستهدفة', fr: 'Valeur visée', en: 'Goal' }, decimal),
    column('due_on', { ar: 'الأجل', fr: 'Échéance', en: 'Due on' }, { ...date, isRequired: true }),
    column('current', { ar: 'القيمة الحالية', fr: 'Valeur actuelle', en: 'Current value' }, marked),
    column('current_status', {
      ar: 'حالة القيمة الحالية',
      fr: 'Statut de la valeur actuelle',
      en: 'Status of the current value',
    }),
    column('progress', PROGRESS, decimal),
    column('state', { ar: 'الحالة', fr: 'État', en: 'State' }, { isRequired: true }),
  ],
  primaryKey: ['target'],
  foreignKeys: [
    { column: 'node', table: 'plan-nodes', key: 'node' },
    { column: 'indicator', table: 'indicators', key: 'indicator' },
  ],
};

const markedCell = (value: number | null, state: Figure['state']): string =>
  state === 'shown' && value !== null ? decimalOf(value) : MARKER[state === 'shown' ? 'missing' : state];

const known = (value: string | null, within: ReadonlySet<string>): string =>
  value !== null && within.has(value) ? value : '';

/** Each published plan; one that is under a plan that is not published is under none. */
export function plansTable({ plans, areas }: OpenData): Table {
  const codeOf = new Map(areas.map(({ areaId, code }) => [areaId as string, code]));
  const published = new Set<string>(plans.map(({ planId }) => planId));
  const rows = plans.map((plan) => [
    plan.planId,
    known(plan.parentPlanId, published),
    codeOf.get(plan.areaId) ?? '',
    plan.reach,
    plan.state,
    ...threeCells(plan.name),
    ...threeCells(plan.vision),
    plan.startsOn,
    lastDayOf(plan),
    plan.adoptedOn ?? '',
    plan.publishedAt ?? '',
  ]);
  return { shape: PLANS, rows };
}

/** What is in the published plans; what serves a node of a plan that is not published serves none here. */
export function planNodesTable({ plans }: OpenData): Table {
  const published = new Set<string>(plans.flatMap(({ items }) => items.map(({ itemId }) => itemId)));
  const rows = plans.flatMap(({ planId, items }) =>
    items.map((item) => [
      item.itemId,
      planId,
      known(item.parentItemId, published),
      known(item.servesItemId, published),
      item.number,
      item.kind,
      item.levelCode,
      ...threeCells(item.title),
      item.frameworkAreas.join(' '),
      item.lever ?? '',
      ...threeCells(item.leadName),
      item.progress ?? '',
      cellOf(item.shareDone),
      cellOf(item.rolledUp.progress),
      cellOf(item.rolledUp.coverage),
      item.startsOn ?? '',
      item.dueOn ?? '',
    ]),
  );
  return { shape: PLAN_NODES, rows };
}

const targetRow = (nodeId: string, target: Target): string[] => [
  target.targetId,
  nodeId,
  target.indicator.code,
  target.targetKind,
  markedCell(target.baseline, target.baselineState),
  target.baselineState,
  cellOf(target.goal),
  target.dueOn,
  markedCell(target.current.total.value, target.current.total.state),
  target.current.total.state,
  cellOf(target.progress),
  target.status,
];

const targetsOf = ({ items }: Plan): string[][] =>
  items.flatMap(({ itemId, targets }) => targets.map((target) => targetRow(itemId, target)));

export function targetsTable({ plans }: OpenData): Table {
  return { shape: TARGETS, rows: plans.flatMap(targetsOf) };
}
