import type { Answers, FormBody, Question, Term } from '../../../contract/index.ts';
import { findNeeds } from '../../answers/find-needs.ts';
import { answersNamedIn, readExpression } from '../../expression/index.ts';
import { questionsOf } from '../../body/questions-of.ts';
import { LINK_ID } from '../link-id.ts';
import { responseItems, type FhirAnswer } from './response.ts';
import { linkIdOf } from './write-questionnaire.ts';

const OBSERVATION_CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const US_CORE_CATEGORY = 'http://hl7.org/fhir/us/core/CodeSystem/us-core-category';
const INTERPRETATION = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

/** One SDOHCC Observation Screening Response as far as answers tell it: the caller adds subject, times and what it is derived from. */
export type ScreeningObservation = {
  resourceType: 'Observation';
  status: 'final';
  category: { coding: Term[] }[];
  code: { coding: Term[] };
  interpretation?: { coding: Term[] }[];
  dataAbsentReason?: { coding: Term[] };
} & FhirAnswer;

type Given = {
  body: FormBody;
  answers: Answers;
  today: string;
  /** The category of a need; of a question that none follows from, of none. */
  categoryOf: (needCode: string | null) => Term | undefined;
  /** What a question is called that has no standard code and that a need follows from; left out where nobody says. */
  ownCodeOf?: (questionCode: string) => Term;
  /** The need that a question asks for outright, where no finding names it. */
  needAskedBy?: (questionCode: string) => string | undefined;
};

/** Each question that a finding follows from, with the need and whether it was found. */
function needsByQuestion({ body, answers, today }: Given): Map<string, Found[]> {
  const found = findNeeds(body, answers, today);
  const byQuestion = new Map<string, Found[]>();
  for (const [at, rule] of (body.findings ?? []).entries())
    for (const code of answersNamedIn(readExpression(rule.hasNeedWhen))) {
      const one = { needCode: rule.needCode, hasNeed: found[at]?.hasNeed ?? null };
      byQuestion.set(code, [...(byQuestion.get(code) ?? []), one]);
    }
  return byQuestion;
}

const ABSENT = 'http://terminology.hl7.org/CodeSystem/data-absent-reason';

type Value = FhirAnswer & { dataAbsentReason?: { coding: Term[] } };

/** An answer as an Observation has values; a paper is none. */
function valueOf(answer: FhirAnswer): Value | undefined {
  const { valueCoding, valueDecimal, valueDate, valueAttachment, extension, ...rest } = answer;
  if (valueAttachment !== undefined) return undefined;
  if (extension !== undefined) return { dataAbsentReason: { coding: [{ system: ABSENT, code: 'asked-declined' }] } };
  if (valueDate !== undefined) return { ...rest, valueDateTime: valueDate };
  if (valueDecimal !== undefined) return { ...rest, valueQuantity: { value: valueDecimal } };
  return valueCoding === undefined ? rest : { ...rest, valueCodeableConcept: { coding: [valueCoding] } };
}

type Found = { needCode: string; hasNeed: boolean | null };
type Asked = { coding: Term[]; found: Found[] };

/** What a question is called, and the needs that follow from it. */
function askedBy(given: Given, question: Question, named: Found[] | undefined): Asked {
  const standard = (question.terms ?? []).filter(({ system }) => system !== LINK_ID);
  const asked = given.needAskedBy?.(question.code);
  const plain = asked === undefined ? [] : [{ needCode: asked, hasNeed: given.answers[question.code] === 'yes' }];
  const found = named ?? plain;
  const own = found.length === 0 ? undefined : given.ownCodeOf?.(question.code);
  return { coding: standard.length > 0 || own === undefined ? standard : [own], found };
}

/** All of an observation but its value. */
function frameOf({ categoryOf }: Given, { coding, found }: Asked) {
  const needCodes = found.length === 0 ? [null] : [...new Set(found.map(({ needCode }) => needCode))];
  const isFlagged = found.some(({ hasNeed }) => hasNeed === true);
  return {
    resourceType: 'Observation' as const,
    status: 'final' as const,
    category: [
      { coding: [{ system: OBSERVATION_CATEGORY, code: 'survey' }] },
      { coding: [{ system: US_CORE_CATEGORY, code: 'sdoh' }] },
      ...needCodes.flatMap((code) => categoryOf(code) ?? []).map((domain) => ({ coding: [domain] })),
    ],
    code: { coding },
    ...(isFlagged ? { interpretation: [{ coding: [{ system: INTERPRETATION, code: 'POS' }] }] } : {}),
  };
}

/**
 * What answers say as Screening Response Observations, one for each answer to a question that has a standard code or that a
 * need of the region follows from; flagged where that need was found. `categoryOf` tells the SDOH category of a need.
 */
export function screeningObservations(given: Given): ScreeningObservation[] {
  const items = responseItems(given.body, given.answers);
  const needs = needsByQuestion(given);
  return questionsOf(given.body).flatMap((question) => {
    const asked = askedBy(given, question, needs.get(question.code));
    if (asked.coding.length === 0) return [];
    const answers = items.find(({ linkId }) => linkId === linkIdOf(question))?.answer ?? [];
    const values = answers.flatMap((answer) => valueOf(answer) ?? []);
    return values.map((value): ScreeningObservation => ({ ...frameOf(given, asked), ...value }));
  });
}
