import type { Answers, FormBody, Term } from '../../../contract/index.ts';
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
} & FhirAnswer;

type Given = { body: FormBody; answers: Answers; today: string; categoryOf: (needCode: string) => Term | undefined };

/** Each question that a finding follows from, with the need and whether it was found. */
function needsByQuestion({
  body,
  answers,
  today,
}: Given): Map<string, { needCode: string; hasNeed: boolean | null }[]> {
  const found = findNeeds(body, answers, today);
  const byQuestion = new Map<string, { needCode: string; hasNeed: boolean | null }[]>();
  for (const [at, rule] of (body.findings ?? []).entries())
    for (const code of answersNamedIn(readExpression(rule.hasNeedWhen))) {
      const one = { needCode: rule.needCode, hasNeed: found[at]?.hasNeed ?? null };
      byQuestion.set(code, [...(byQuestion.get(code) ?? []), one]);
    }
  return byQuestion;
}

function valueOf(answer: FhirAnswer): FhirAnswer {
  const { valueCoding, valueDecimal, ...rest } = answer;
  if (valueDecimal !== undefined) return { ...rest, valueQuantity: { value: valueDecimal } };
  return valueCoding === undefined ? rest : { ...rest, valueCodeableConcept: { coding: [valueCoding] } };
}

/**
 * What answers say as Screening Response Observations, one for each answered question that has a standard code and that a need of
 * the region follows from; flagged where that need was found. `categoryOf` tells the SDOH category of a need.
 */
export function screeningObservations(given: Given): ScreeningObservation[] {
  const items = responseItems(given.body, given.answers);
  const needs = needsByQuestion(given);
  return questionsOf(given.body).flatMap((question) => {
    const coding = (question.terms ?? []).filter(({ system }) => system !== LINK_ID);
    const found = needs.get(question.code) ?? [];
    const answers = items.find(({ linkId }) => linkId === linkIdOf(question))?.answer ?? [];
    if (coding.length === 0 || found.length === 0) return [];
    const domains = [...new Set(found.map(({ needCode }) => needCode))].flatMap((code) => given.categoryOf(code) ?? []);
    const isFlagged = found.some(({ hasNeed }) => hasNeed === true);
    return answers.map((answer): ScreeningObservation => ({
      resourceType: 'Observation',
      status: 'final',
      category: [
        { coding: [{ system: OBSERVATION_CATEGORY, code: 'survey' }] },
        { coding: [{ system: US_CORE_CATEGORY, code: 'sdoh' }] },
        ...domains.map((domain) => ({ coding: [domain] })),
      ],
      code: { coding },
      ...valueOf(answer),
      ...(isFlagged ? { interpretation: [{ coding: [{ system: INTERPRETATION, code: 'POS' }] }] } : {}),
    }));
  });
}
