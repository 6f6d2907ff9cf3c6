import type { Level, LevelTemplate } from '../contract/index.ts';

const PRIORITIES: Level[] = [
  { code: 'priority', rank: 1, kind: 'priority', name: { ar: 'أولوية', fr: 'Priorité', en: 'Priority' } },
  { code: 'goal', rank: 2, kind: 'goal', name: { ar: 'هدف', fr: 'Objectif', en: 'Goal' } },
  { code: 'initiative', rank: 3, kind: 'initiative', name: { ar: 'مبادرة', fr: 'Initiative', en: 'Initiative' } },
];
const ISSUES: Level[] = [
  {
    code: 'issue',
    rank: 1,
    kind: 'priority',
    name: { ar: 'قضية استراتيجية', fr: 'Enjeu stratégique', en: 'Strategic issue' },
  },
  { code: 'objective', rank: 2, kind: 'goal', name: { ar: 'غاية', fr: 'Objectif', en: 'Objective' } },
  { code: 'strategy', rank: 3, kind: 'initiative', name: { ar: 'طريقة عمل', fr: 'Stratégie', en: 'Strategy' } },
];
const AXES: Level[] = [
  { code: 'axis', rank: 1, kind: 'priority', name: { ar: 'محور', fr: 'Axe', en: 'Axis' } },
  {
    code: 'support',
    rank: 1,
    kind: 'priority',
    name: { ar: 'إجراء داعم', fr: 'Mesure d’appui', en: 'Support action' },
  },
  { code: 'component', rank: 2, kind: 'goal', name: { ar: 'مكوّن', fr: 'Composante', en: 'Component' } },
  { code: 'action', rank: 3, kind: 'initiative', name: { ar: 'عمل', fr: 'Action', en: 'Action' } },
];
const ONE: Level[] = [{ code: 'step', rank: 1, kind: 'initiative', name: { ar: 'خطوة', fr: 'Étape', en: 'Step' } }];

const TEMPLATES: Record<LevelTemplate, Level[]> = { priorities: PRIORITIES, issues: ISSUES, axes: AXES, one: ONE };

/** The levels that a plan begins with; each may be renamed, added to or removed afterwards. */
export function levelsOf(template: LevelTemplate): Level[] {
  return TEMPLATES[template];
}

/** Whether a node of one level may stand under a node of another: never above its rank, at any depth below it. */
export function mayStandUnder(level: Pick<Level, 'rank'>, above: Pick<Level, 'rank'> | null): boolean {
  return above === null || level.rank >= above.rank;
}
