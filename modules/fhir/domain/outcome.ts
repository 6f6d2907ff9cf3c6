import type { FieldFault } from '@qantara/kernel';
import { FHIR_REFUSALS } from '../contract/refusals.ts';
import type { Resource } from './resource.ts';
import { SYSTEMS } from './systems.ts';

type Said = { status: number; issue: string };

/** What the platform and the lower modules refuse, where FHIR has a word of its own for it. */
const OTHERS: Readonly<Record<string, Said>> = {
  not_signed_in: { status: 401, issue: 'login' },
  not_allowed: { status: 403, issue: 'forbidden' },
  page_not_found: { status: 404, issue: 'not-supported' },
  invalid_question: { status: 400, issue: 'structure' },
  invalid_input: { status: 422, issue: 'invalid' },
  too_many_requests: { status: 429, issue: 'throttled' },
  too_large: { status: 413, issue: 'too-long' },
  busy: { status: 503, issue: 'throttled' },
  broken: { status: 500, issue: 'exception' },
  command_reused: { status: 422, issue: 'duplicate' },
  referral_changed: { status: 409, issue: 'conflict' },
  person_changed: { status: 409, issue: 'conflict' },
  already_claimed: { status: 409, issue: 'conflict' },
  already_referred: { status: 409, issue: 'duplicate' },
  entry_may_exist: { status: 409, issue: 'duplicate' },
};

const RULE: Said = { status: 422, issue: 'business-rule' };

function saidOf(code: string, status: number): Said {
  const own = (FHIR_REFUSALS as Readonly<Record<string, Said>>)[code] ?? OTHERS[code];
  if (own !== undefined) return own;
  if (code.endsWith('_not_found')) return { status: 404, issue: 'not-found' };
  return status === 409 ? RULE : { status, issue: 'processing' };
}

type Told = {
  code: string;
  status: number;
  text: string;
  fields: readonly (FieldFault & { text: string })[];
  locale: string;
};

/** `input.0.valueCode` as FHIRPath says it: `input[0].valueCode`. */
export function expressionOf(path: string): string {
  return path.replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]');
}

const outcomeOf = (issue: Record<string, unknown>[]): Resource => ({ resourceType: 'OperationOutcome', issue });

/** A refusal in FHIR's words: one issue for each field at fault, else one for all of it; our own code beside FHIR's. */
export function refusalOutcome({ code, status, text, fields, locale }: Told): { status: number; outcome: Resource } {
  const said = saidOf(code, status);
  const details = (own: string, words: string) => ({
    coding: [{ system: SYSTEMS.refusal, code: own }],
    text: words || own,
  });
  const whole = { severity: 'error', code: said.issue, details: details(code, text), diagnostics: text || code };
  const issues = fields.map((fault) => ({
    severity: 'error',
    code: fault.code === 'required' ? 'required' : said.issue,
    details: details(fault.code, fault.text),
    diagnostics: fault.text || fault.code,
    ...(fault.path === '' ? {} : { expression: [expressionOf(fault.path)] }),
  }));
  return { status: said.status, outcome: { ...outcomeOf([whole, ...issues].slice(0, 100)), language: locale } };
}

/** That all went well, and which elements were not kept. */
export function doneOutcome(left: readonly string[], words: { done: string; left: string }): Resource {
  const none = { severity: 'information', code: 'informational', diagnostics: words.done };
  const issues = left.slice(0, 100).map((path) => ({
    severity: 'information',
    code: 'informational',
    details: { coding: [{ system: SYSTEMS.refusal, code: 'element_not_kept' }], text: words.left },
    diagnostics: words.left,
    expression: [expressionOf(path)],
  }));
  return outcomeOf([none, ...issues]);
}
