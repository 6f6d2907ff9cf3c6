import { route } from '@qantara/kernel';
import { z } from 'zod';
import { ChangePolicy, MovePolicy, NewPolicy, Policy, PolicyFilter, PolicyId, ServedItem } from './policy.ts';

const policies = z.object({ policies: z.array(Policy) });
const OF_WORDS = ['policy_item_not_found', 'policy_decider_missing'];

/** Texts of public policy that are followed (M5). */
export const policiesRoutes = {
  listPublicPolicies: route({
    path: 'GET /public/policies',
    may: 'anyone',
    input: PolicyFilter,
    output: policies,
    refusals: [],
  }),
  listPolicies: route({
    path: 'GET /policies',
    may: 'policy:read',
    input: PolicyFilter,
    output: policies,
    refusals: [],
  }),
  getPolicy: route({
    path: 'GET /policies/:policyId',
    may: 'policy:read',
    input: z.object({ policyId: PolicyId }),
    output: Policy,
    refusals: ['policy_text_not_found'],
  }),
  /** The nodes of plans that a text may serve. */
  listServable: route({
    path: 'GET /policy-items',
    may: 'policy:read',
    input: z.object({}),
    output: z.object({ items: z.array(ServedItem) }),
    refusals: [],
  }),
  addPolicy: route({
    path: 'POST /policies',
    may: 'policy:write',
    input: NewPolicy,
    output: Policy,
    refusals: [...OF_WORDS, 'policy_stage_later'],
  }),
  changePolicy: route({
    path: 'POST /policies/:policyId',
    may: 'policy:write',
    input: ChangePolicy,
    output: Policy,
    refusals: ['policy_text_not_found', 'policy_changed', ...OF_WORDS],
  }),
  movePolicy: route({
    path: 'POST /policies/:policyId/stages',
    may: 'policy:write',
    input: MovePolicy,
    output: Policy,
    refusals: [
      'policy_text_not_found',
      'policy_changed',
      'policy_stage_not_next',
      'policy_stage_earlier',
      'policy_stage_later',
    ],
  }),
};
