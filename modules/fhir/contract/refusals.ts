/** An issue of OperationOutcome: FHIR R4, value set issue-type. */
type IssueCode =
  | 'invalid'
  | 'structure'
  | 'required'
  | 'value'
  | 'invariant'
  | 'login'
  | 'forbidden'
  | 'suppressed'
  | 'processing'
  | 'not-supported'
  | 'duplicate'
  | 'multiple-matches'
  | 'not-found'
  | 'deleted'
  | 'too-long'
  | 'code-invalid'
  | 'too-costly'
  | 'business-rule'
  | 'conflict'
  | 'throttled'
  | 'exception';

export type Said = { status: number; issue: IssueCode };

/** The module's own refusals, with what HTTP and FHIR call each. */
export const FHIR_REFUSALS = {
  resource_not_found: { status: 404, issue: 'not-found' },
  resource_invalid: { status: 422, issue: 'invalid' },
  resource_other_type: { status: 400, issue: 'invalid' },
  resource_other_id: { status: 400, issue: 'invalid' },
  resource_too_deep: { status: 400, issue: 'structure' },
  modifier_unknown: { status: 422, issue: 'not-supported' },
  contained_not_taken: { status: 422, issue: 'not-supported' },
  status_not_kept: { status: 422, issue: 'business-rule' },
  version_conflict: { status: 412, issue: 'conflict' },
  version_wanted: { status: 400, issue: 'invalid' },
  several_match: { status: 412, issue: 'multiple-matches' },
  format_not_given: { status: 406, issue: 'not-supported' },
  format_not_taken: { status: 415, issue: 'not-supported' },
  scope_missing: { status: 403, issue: 'forbidden' },
  search_unknown: { status: 400, issue: 'not-supported' },
  search_unreadable: { status: 400, issue: 'invalid' },
  search_too_wide: { status: 400, issue: 'too-costly' },
  bundle_not_batch: { status: 422, issue: 'not-supported' },
  bundle_too_long: { status: 413, issue: 'too-long' },
  person_unknown: { status: 422, issue: 'value' },
  order_unknown: { status: 422, issue: 'value' },
  need_unknown: { status: 422, issue: 'code-invalid' },
  service_unclear: { status: 422, issue: 'multiple-matches' },
  questionnaire_unknown: { status: 422, issue: 'value' },
  answers_left: { status: 422, issue: 'value' },
  todo_rule: { status: 422, issue: 'invariant' },
  person_fixed: { status: 422, issue: 'business-rule' },
  subscription_criteria: { status: 422, issue: 'not-supported' },
  subscription_payload: { status: 422, issue: 'not-supported' },
  subscription_endpoint: { status: 422, issue: 'value' },
  subscription_fixed: { status: 422, issue: 'business-rule' },
  consent_not_held: { status: 422, issue: 'not-supported' },
  consent_fixed: { status: 422, issue: 'business-rule' },
} as const satisfies Record<string, Said>;
