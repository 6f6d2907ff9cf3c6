import { foldText, LOCALES, type LocalizedText } from '@qantara/kernel';
import {
  LEFT_OUT,
  type DocumentNode,
  type ItemDetails,
  type PlanDocument,
  type PlanFinding,
  type PlanQuestion,
  type PlanQuestionKind,
} from '../../contract/index.ts';
import { detailsHere } from './document-details.ts';
import type { KnownHere, Named } from './known-here.ts';

/** Details of which something is not known here: it is left out, and said. */
export function leftOutOf({ nodes }: PlanDocument, known: KnownHere): PlanFinding[] {
  return nodes
    .filter((node) => detailsHere(node, known)?.isWhole === false)
    .map(({ number }) => ({ part: 'nodes', at: null, field: number, value: null, code: 'details_left_out' }));
}

type Choices = Readonly<Record<string, string>>;
/** A question, and which rows of the document it is about. */
type Asked = { key: string; kind: PlanQuestionKind; said: LocalizedText | null; rows: number; meant: string | null };

function isSame(one: LocalizedText, other: LocalizedText): boolean {
  return LOCALES.some((locale) => {
    const [here, there] = [one[locale], other[locale]];
    return here !== undefined && there !== undefined && here !== '' && foldText(here) === foldText(there);
  });
}

const only = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);
const called = (known: readonly Named[], name: LocalizedText): string | null =>
  only(known.filter((one) => isSame(one.name, name)))?.id ?? null;

type Lead = NonNullable<DocumentNode['lead']>;
type Serves = NonNullable<DocumentNode['serves']>;
/** What two rows say alike is asked once. */
const leadKey = ({ organisationId, name }: Lead): string => JSON.stringify([organisationId, name.ar, name.fr, name.en]);
const servesKey = ({ plan, number }: Serves): string => JSON.stringify([plan.ar, plan.fr, plan.en, number]);

function leadsOf({ nodes }: PlanDocument): Map<string, Lead[]> {
  return Map.groupBy(
    nodes.flatMap(({ lead }) => lead ?? []),
    leadKey,
  );
}
function servicesOf({ nodes }: PlanDocument): Map<string, Serves[]> {
  return Map.groupBy(
    nodes.flatMap(({ serves }) => serves ?? []),
    servesKey,
  );
}

function askLeads(document: PlanDocument, { organisations }: KnownHere): Asked[] {
  const ids = new Set(organisations.map(({ id }) => id));
  return [...leadsOf(document).values()].flatMap((leads, index) => {
    const [lead] = leads;
    if (lead === undefined || ids.has(lead.organisationId ?? '')) return [];
    const meant = called(organisations, lead.name);
    return [{ key: `lead:${index}`, kind: 'lead' as const, said: lead.name, rows: leads.length, meant }];
  });
}

function askIndicators({ targets }: PlanDocument, { indicators }: KnownHere): Asked[] {
  const unknown = targets.filter(({ indicator }) => !indicators.some(({ id }) => id === indicator.code));
  return [...Map.groupBy(unknown, ({ indicator }) => indicator.code)].map(([code, rows]) => {
    const name = rows[0]?.indicator.name ?? { en: code };
    return {
      key: `indicator:${code}`,
      kind: 'indicator',
      said: name,
      rows: rows.length,
      meant: called(indicators, name),
    };
  });
}

const servedBy = ({ plan, number }: Serves, { served }: KnownHere): string | null =>
  only(served.filter((one) => one.number === number && isSame(one.plan, plan)))?.id ?? null;

function askServed(document: PlanDocument, known: KnownHere, above: string | null): Asked[] {
  return [...servicesOf(document).values()].flatMap((rows, index) => {
    const [serves] = rows;
    if (serves === undefined || servedBy(serves, known) !== null) return [];
    const said = Object.fromEntries(
      Object.entries(serves.plan).map(([locale, name]) => [locale, `${serves.number}, ${name}`]),
    );
    const meant = above === LEFT_OUT ? LEFT_OUT : null;
    return [{ key: `served:${index}`, kind: 'served' as const, said, rows: rows.length, meant }];
  });
}

function askPlace({ plan }: PlanDocument, known: KnownHere): Asked[] {
  const area = known.areas.find(({ code }) => code.toLowerCase() === plan.area.code.toLowerCase())?.id ?? null;
  const above = plan.above === null ? LEFT_OUT : called(known.plans, plan.above);
  return [
    { key: 'previous', kind: 'previous', said: null, rows: 1, meant: LEFT_OUT },
    { key: 'area', kind: 'area', said: plan.area.name ?? { en: plan.area.code }, rows: 1, meant: area },
    { key: 'above', kind: 'above', said: plan.above, rows: 1, meant: above },
  ];
}

const settled = ({ meant, ...asked }: Asked, choices: Choices): PlanQuestion => ({
  ...asked,
  choice: choices[asked.key] ?? meant,
});

/** What is to be decided before a document is written, with what was chosen; what is plainly meant is proposed. */
export function questionsOf(document: PlanDocument, known: KnownHere, choices: Choices): PlanQuestion[] {
  const place = askPlace(document, known).map((asked) => settled(asked, choices));
  const above = place.find(({ kind }) => kind === 'above')?.choice ?? null;
  const asked = [...askLeads(document, known), ...askIndicators(document, known), ...askServed(document, known, above)];
  return [...place, ...asked.map((one) => settled(one, choices))];
}

/** Whether everything is decided. */
export const isDecided = (questions: readonly PlanQuestion[]): boolean =>
  questions.every(({ choice }) => choice !== null && choice !== '');

/** What the words of a document stand for here, once everything is decided; null where something is left out. */
export type Meaning = {
  previousPlanId: string | null;
  areaId: string | null;
  parentPlanId: string | null;
  leadOf: (node: DocumentNode) => string | null;
  servedBy: (node: DocumentNode) => string | null;
  indicatorOf: (code: string) => string | null;
  /** What a node says beside its words, as far as it is known here. */
  detailsOf: (node: DocumentNode) => ItemDetails | null;
};

/** Reads the decisions: known words mean what they say, asked ones what was chosen. */
export function meaningOf(document: PlanDocument, known: KnownHere, questions: readonly PlanQuestion[]): Meaning {
  const chosen = new Map(questions.map(({ key, choice }) => [key, choice === LEFT_OUT ? null : choice]));
  const leads = [...leadsOf(document).keys()];
  const services = [...servicesOf(document).keys()];
  const given = (key: string, otherwise: string | null): string | null =>
    chosen.has(key) ? (chosen.get(key) ?? null) : otherwise;
  return {
    previousPlanId: chosen.get('previous') ?? null,
    areaId: chosen.get('area') ?? null,
    parentPlanId: chosen.get('above') ?? null,
    leadOf: ({ lead }) => (lead === null ? null : given(`lead:${leads.indexOf(leadKey(lead))}`, lead.organisationId)),
    servedBy: ({ serves }) =>
      serves === null ? null : given(`served:${services.indexOf(servesKey(serves))}`, servedBy(serves, known)),
    indicatorOf: (code) => given(`indicator:${code}`, code),
    detailsOf: (node) => detailsHere(node, known)?.details ?? null,
  };
}
