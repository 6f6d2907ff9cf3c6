import { textIn, type Locale, type LocalizedText } from '@qantara/kernel';
import { lastDayOf } from '@qantara/indicators/domain';
import type { Item, Plan, Reach, Target } from '@qantara/plan/contract';
import { decimalOf } from '../tables/table.ts';
import { CIDS_CONTEXT } from './context.ts';
import type { Tier } from './files.ts';

type Node = { '@id': string; '@type': string } & Record<string, unknown>;
type Asked = { address: string; publisher: LocalizedText; locale: Locale; tier: Tier };
type TargetOf = { goal: Item; target: Target };

/** From whom those come who are helped, in the standard's own words. */
const CATCHMENT: Record<Reach, string> = {
  nation: 'national',
  region: 'regional',
  municipality: 'local',
  neighbourhood: 'local',
};

const RESIDENTS: Record<Locale, (area: string) => string> = {
  ar: (area) => `سكان ${area}`,
  fr: (area) => `Habitants : ${area}`,
  en: (area) => `Residents of ${area}`,
};

const UNITS: Record<Target['indicator']['unit'], Record<Locale, string>> = {
  ratio: { ar: 'نسبة من 0 إلى 1', fr: 'rapport, de 0 à 1', en: 'ratio, from 0 to 1' },
  count: { ar: 'عدد', fr: 'nombre', en: 'count' },
  days: { ar: 'أيام', fr: 'jours', en: 'days' },
  rate: { ar: 'معدل', fr: 'taux', en: 'rate' },
  words: { ar: 'كلام', fr: 'texte', en: 'words' },
};

const startOf = (day: string): string => `${day}T00:00:00Z`;
const endOf = (day: string): string => `${day}T23:59:59Z`;

/** One plan in the words of the standard, in one language. */
class Writer {
  readonly #plan: Plan;
  readonly #asked: Asked;
  constructor(plan: Plan, asked: Asked) {
    this.#plan = plan;
    this.#asked = asked;
  }

  #iri(kind: string, id: string): string {
    return `${this.#asked.address}/data/plan-${this.#plan.planId}#${kind}-${id}`;
  }

  #text(text: LocalizedText | null): string {
    return textIn(text, this.#asked.locale).text;
  }

  get #organisation(): string {
    return this.#iri('organisation', 'publisher');
  }

  /** The nearest of a kind above an item; none where it stands under nothing such. */
  #above(item: Item, kind: Item['kind']): Item | undefined {
    const parent = this.#plan.items.find(({ itemId }) => itemId === item.parentItemId);
    return parent === undefined || parent.kind === kind ? parent : this.#above(parent, kind);
  }

  #named(item: Item): Record<string, unknown> {
    return { hasName: this.#text(item.title), hasDescription: this.#text(item.description ?? item.title) };
  }

  organisation(targets: readonly TargetOf[], goals: readonly Item[]): Node {
    const name = this.#text(this.#asked.publisher);
    return {
      '@id': this.#organisation,
      '@type': 'cids:Organization',
      hasLegalName: name,
      hasName: name,
      hasDescription: this.#text(this.#plan.vision),
      hasOutcome: goals.map(({ itemId }) => this.#iri('outcome', itemId)),
      hasIndicator: targets.map(({ target }) => this.#iri('indicator', target.targetId)),
    };
  }

  theme(item: Item): Node {
    return { '@id': this.#iri('theme', item.itemId), '@type': 'cids:Theme', ...this.#named(item) };
  }

  outcome(item: Item, targets: readonly TargetOf[]): Node {
    const theme = this.#above(item, 'priority');
    const own = targets.filter(({ goal }) => goal.itemId === item.itemId);
    return {
      '@id': this.#iri('outcome', item.itemId),
      '@type': 'cids:Outcome',
      ...this.#named(item),
      forOrganization: this.#organisation,
      ...(theme === undefined ? {} : { forTheme: this.#iri('theme', theme.itemId) }),
      hasIndicator: own.map(({ target }) => this.#iri('indicator', target.targetId)),
    };
  }

  activity(item: Item): Node {
    return { '@id': this.#iri('activity', item.itemId), '@type': 'cids:Activity', ...this.#named(item) };
  }

  stakeholder(): Node {
    const { areaName, reach } = this.#plan;
    const name = RESIDENTS[this.#asked.locale](this.#text(areaName));
    return {
      '@id': this.#iri('stakeholder', 'residents'),
      '@type': 'cids:Stakeholder',
      hasName: name,
      hasDescription: name,
      hasCatchmentArea: CATCHMENT[reach],
      forOrganization: this.#organisation,
    };
  }

  pathway(targets: readonly TargetOf[], of: { goals: readonly Item[]; initiatives: readonly Item[] }): Node {
    return {
      '@id': this.#iri('pathway', this.#plan.planId),
      '@type': 'cids:ImpactPathway',
      hasName: this.#text(this.#plan.name),
      hasDescription: this.#text(this.#plan.vision),
      forOrganization: this.#organisation,
      hasStakeholder: this.#iri('stakeholder', 'residents'),
      hasOutcome: of.goals.map(({ itemId }) => this.#iri('outcome', itemId)),
      hasActivity: of.initiatives.map(({ itemId }) => this.#iri('activity', itemId)),
      hasIndicator: targets.map(({ target }) => this.#iri('indicator', target.targetId)),
      hasIndicatorReport: targets
        .filter(({ target }) => isTold(target))
        .map(({ target }) => this.#iri('report', target.targetId)),
    };
  }

  /** A number is a text in this standard. */
  #measure(name: string, targetId: string, value: number): Node {
    return { '@id': this.#iri(name, targetId), '@type': 'i72:Measure', hasNumericalValue: decimalOf(value) };
  }

  /** One indicator for each target: the standard gives an indicator one baseline, and two goals may have begun at two times. */
  #indicator({ goal, target }: TargetOf): Node {
    const { targetId, indicator, baseline } = target;
    const outcome = goal.kind === 'goal' ? goal : this.#above(goal, 'goal');
    return {
      '@id': this.#iri('indicator', targetId),
      '@type': 'cids:Indicator',
      hasName: this.#text(indicator.name),
      hasDescription: this.#text(indicator.definition),
      hasIdentifier: indicator.code,
      unitDescription: UNITS[indicator.unit][this.#asked.locale],
      forOrganization: this.#organisation,
      definedBy: this.#organisation,
      ...(outcome === undefined ? {} : { forOutcome: this.#iri('outcome', outcome.itemId) }),
      ...(baseline === null ? {} : { hasBaseline: this.#measure('baseline', targetId, baseline) }),
      ...(target.goal === null ? {} : { hasTarget: this.#iri('target', targetId) }),
      ...(isTold(target) ? { hasIndicatorReport: this.#iri('report', targetId) } : {}),
    };
  }

  #target({ target }: TargetOf, goal: number): Node {
    const { targetId, indicator, dueOn } = target;
    const { startsOn, publishedAt } = this.#plan;
    return {
      '@id': this.#iri('target', targetId),
      '@type': 'cids:Target',
      hasName: this.#text(indicator.name),
      hasComment: this.#text(indicator.definition),
      forIndicator: this.#iri('indicator', targetId),
      value: this.#measure('goal', targetId, goal),
      startedAtTime: startOf(startsOn),
      endedAtTime: endOf(dueOn),
      dateCreated: publishedAt ?? startOf(startsOn),
    };
  }

  #report({ target }: TargetOf, value: number): Node {
    const { targetId, indicator, current, goal } = target;
    return {
      '@id': this.#iri('report', targetId),
      '@type': 'cids:IndicatorReport',
      hasName: this.#text(indicator.name),
      forIndicator: this.#iri('indicator', targetId),
      forOrganization: this.#organisation,
      ...(goal === null ? {} : { forTarget: this.#iri('target', targetId) }),
      value: this.#measure('value', targetId, value),
      startedAtTime: startOf(current.period.startsOn),
      endedAtTime: endOf(lastDayOf(current.period)),
    };
  }

  measured(one: TargetOf): Node[] {
    const { goal, current } = one.target;
    const value = isTold(one.target) ? current.total.value : null;
    return [
      this.#indicator(one),
      ...(goal === null ? [] : [this.#target(one, goal)]),
      ...(value === null ? [] : [this.#report(one, value)]),
    ];
  }
}

const isTold = ({ current: { total } }: Target): boolean => total.state === 'shown' && total.value !== null;
const hasBoth = ({ target }: TargetOf): boolean => target.baseline !== null && target.goal !== null;

/**
 * A published plan in the Common Impact Data Standard 3.2.1: priorities are themes, goals outcomes, initiatives activities. The essential
 * tier keeps only what has a baseline and a target; a number that is not told is in neither.
 */
export function cidsOfPlan(plan: Plan, asked: Asked): { '@context': typeof CIDS_CONTEXT; '@graph': Node[] } {
  const writer = new Writer(plan, asked);
  const of = (kind: Item['kind']): Item[] => plan.items.filter((item) => item.kind === kind);
  const all = plan.items.flatMap((goal) => goal.targets.map((target) => ({ goal, target })));
  const targets = asked.tier === 'basic' ? all : all.filter(hasBoth);
  const goals = of('goal');
  const initiatives = of('initiative');
  return {
    '@context': CIDS_CONTEXT,
    '@graph': [
      writer.organisation(targets, goals),
      ...of('priority').map((item) => writer.theme(item)),
      ...goals.map((item) => writer.outcome(item, targets)),
      ...initiatives.map((item) => writer.activity(item)),
      writer.stakeholder(),
      writer.pathway(targets, { goals, initiatives }),
      ...targets.flatMap((one) => writer.measured(one)),
    ],
  };
}
