import { listAllIndicators } from '@qantara/indicators/server';
import type { LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import {
  LEFT_OUT,
  type PlanDocument,
  type PlanOption,
  type PlanQuestion,
  type PlanQuestionKind,
} from '../../contract/index.ts';
import { questionsOf, type KnownHere } from '../../domain/index.ts';
import { findPlan, listPlans } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { listLeads, listNodesOf } from './exchange-store.ts';

type PlanCtx = Ctx<PlanTables>;
type Node = { id: string; number: string; plan: LocalizedText; name: LocalizedText };
type Known = KnownHere & { served: readonly Node[] };
type Choices = Record<string, string>;

async function planIdsUpFrom(ctx: PlanCtx, planId: string | null): Promise<string[]> {
  const up: string[] = [];
  for (let at = planId; at !== null && !up.includes(at);) {
    const plan = await findPlan(ctx.db, { planId: at, onlyPublic: false });
    if (plan !== undefined) up.push(at);
    at = plan?.parentPlanId ?? null;
  }
  return up;
}

async function listServable(ctx: PlanCtx, above: string | null): Promise<Node[]> {
  const nodes = await listNodesOf(ctx.db, await planIdsUpFrom(ctx, above === LEFT_OUT ? null : above));
  return nodes.map(({ itemId, number, plan, title }) => ({ id: itemId, number, plan, name: title }));
}

/** What is known here of the words of a document, and the questions that this leaves; which nodes may be served hangs on the plan above. */
export async function askOf(
  ctx: PlanCtx,
  document: PlanDocument,
  choices: Choices,
): Promise<{ known: Known; questions: PlanQuestion[] }> {
  const plans = await listPlans(ctx.db, { onlyPublic: false });
  const bare = {
    areas: (await listAreas(ctx)).map(({ areaId, code, name }) => ({ id: areaId, code, name })),
    plans: plans.filter(({ state }) => state !== 'archived').map(({ planId, name }) => ({ id: planId, name })),
    organisations: await listLeads(ctx.db),
    indicators: (await listAllIndicators(ctx)).map(({ code, name }) => ({ id: code, name })),
  };
  const before = questionsOf(document, { ...bare, served: [] }, choices);
  const above = before.find(({ kind }) => kind === 'above')?.choice ?? null;
  const known = { ...bare, served: await listServable(ctx, above) };
  return { known, questions: questionsOf(document, known, choices) };
}

const numbered = ({ id, number, name }: Node): PlanOption => ({
  value: id,
  label: Object.fromEntries(Object.entries(name).map(([locale, title]) => [locale, `${number} ${title}`])),
});
const named = ({ id, name }: { id: string; name: LocalizedText }): PlanOption => ({ value: id, label: name });

/** What may be chosen, for the kinds of question that are asked. */
export function optionsOf(
  known: Known,
  questions: readonly PlanQuestion[],
): Partial<Record<PlanQuestionKind, PlanOption[]>> {
  const all: Record<PlanQuestionKind, () => PlanOption[]> = {
    previous: () => known.plans.map(named),
    area: () => known.areas.map(named),
    above: () => known.plans.map(named),
    lead: () => known.organisations.map(named),
    indicator: () => known.indicators.map(named),
    served: () => known.served.map(numbered),
  };
  const asked = [...new Set(questions.map(({ kind }) => kind))];
  return Object.fromEntries(asked.map((kind) => [kind, all[kind]()]));
}
