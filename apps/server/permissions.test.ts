import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { knownPermissions } from '@qantara/identity/domain';
import { mayUse, type Actor, type InvokeAnswer } from '@qantara/kernel';
import { actorAs, ROLES } from './matrix/actors.ts';
import { ABOUT_A_PERSON } from './matrix/about-a-person.ts';
import { idsOfNothing, inputsFor, type Ids } from './matrix/inputs.ts';
import { smallRegion, type Camp, type SmallRegion } from './matrix/region.ts';

let region: SmallRegion;
before(async () => {
  region = await smallRegion();
});
after(() => region.close());

function call(actor: Actor, path: string, input: unknown): Promise<InvokeAnswer> {
  const caller = { actor, locale: 'en' as const, origin: 'matrix', setSession: () => undefined };
  return region.executor.call(path, input, { caller });
}

/** Everything that a call can leave behind: events, openings and answers kept. */
async function traces(): Promise<string> {
  const found = await region.database.pool.query({
    text: `select (select count(*) from platform.event) || ' ' || (select count(*) from platform.opening) || ' '
      || (select count(*) from identity.session) || ' ' || (select count(*) from platform.rate) as traces`,
  });
  return String(found.rows[0]?.['traces']);
}

/** The same answer, but for when it was given. */
function shapeOf(answer: InvokeAnswer): unknown {
  return answer.ok ? 'answered' : { code: answer.code, fields: answer.fields, values: answer.values };
}

const PARTNER_STEPS = /\/(accept|reject|start|hold|resume|complete|fail)$/;

/** The actor of a role who stands beside our own records: a partner at the organisation that was asked. */
function ourActor(role: (typeof ROLES)[number], camp: Camp): Actor {
  return actorAs(role, role.endsWith('partner') ? { ...camp, organisationId: camp.partnerId } : camp);
}

test('every route has an input in the matrix, and asks for a permission that some role holds', () => {
  const inputs = inputsFor(region, region.ours);
  for (const { route } of region.executor.routes) {
    assert.ok(route.path in inputs, `${route.path} is not in the matrix`);
    assert.ok(route.may === 'anyone' || knownPermissions().has(route.may), `${route.path} asks for ${route.may}`);
  }
});

test('a role without the permission is refused, whatever it asks about, and leaves no trace', async () => {
  const inputs = inputsFor(region, region.ours);
  const before = await traces();
  for (const role of ROLES)
    for (const { route } of region.executor.routes) {
      const actor = ourActor(role, region.ours);
      if (mayUse(actor, route.may)) continue;
      const answer = await call(actor, route.path, inputs[route.path]);
      const code = role === 'anyone' ? 'not_signed_in' : 'not_allowed';
      assert.deepEqual(shapeOf(answer), { code, fields: [], values: {} }, `${role} ${route.path}`);
    }
  assert.equal(await traces(), before);
});

test('an input of the wrong shape is refused by field, and leaves no trace', async () => {
  const before = await traces();
  const hostile = [null, 'text', [], { unknown: true, personId: 'x', referralId: 7, name: { $ne: '' } }];
  const calls = ROLES.flatMap((role) =>
    region.executor.routes.flatMap(({ route }) => hostile.map((input) => ({ role, route, input }))),
  );
  for (const { role, route, input } of calls) {
    const actor = ourActor(role, region.ours);
    if (!mayUse(actor, route.may) || route.input.safeParse(input).success) continue;
    const answer = await call(actor, route.path, input);
    assert.equal(answer.ok ? '' : answer.code, 'invalid_input', `${role} ${route.path}`);
    assert.ok(answer.ok || answer.fields.length > 0, `${role} ${route.path}`);
  }
  assert.equal(await traces(), before);
});

test('a stranger’s record answers as one that is not there, and leaves no trace', async () => {
  const nothing = idsOfNothing();
  const shared = { serviceId: region.ours.serviceId, partnerId: region.ours.partnerId };
  const about = (ids: Ids) => inputsFor(region, { ...ids, ...shared });
  const before = await traces();
  for (const role of ROLES)
    for (const path of ABOUT_A_PERSON) {
      const route = region.executor.routes.find((bound) => bound.route.path === path)?.route;
      const actor = ourActor(role, region.ours);
      if (route === undefined || !mayUse(actor, route.may)) continue;
      const foreign = await call(actor, path, about(region.theirs)[path]);
      const missing = await call(actor, path, about(nothing)[path]);
      assert.equal(foreign.ok, false, `${role} ${path}`);
      assert.deepEqual(shapeOf(foreign), shapeOf(missing), `${role} ${path}`);
      assert.match(foreign.ok ? '' : foreign.code, /_not_found$/, `${role} ${path}`);
    }
  assert.equal(await traces(), before);
});

test('a search by name finds our own people and not theirs', async () => {
  const actor = actorAs('navigator', region.ours);
  const found = await call(actor, 'POST /people/search', { name: 'theirs' });
  assert.deepEqual(found.ok && (found.value as { people: unknown[] }).people, []);
  const own = await call(actor, 'POST /people/search', { name: 'ours' });
  assert.equal(own.ok && (own.value as { people: unknown[] }).people.length, 1);
});

test('a worklist holds one’s own side of one’s own referrals', async () => {
  for (const role of ['navigator', 'partner'] as const) {
    const list = await call(ourActor(role, region.ours), 'GET /worklist', {});
    const ids = list.ok ? (list.value as { items: { referralId: string }[] }).items.map((item) => item.referralId) : [];
    assert.deepEqual(ids, [region.ours.referralId], role);
  }
});

test('a role with the permission is answered on its own records', async () => {
  const inputs = inputsFor(region, region.ours);
  const refusedByRule = new Set([
    'already_referred',
    'dataset_not_found',
    'exchange_not_begun',
    'package_not_found',
    'package_unreadable',
    'region_exists',
    'region_not_found',
    'policy_not_found',
    'release_not_found',
    'quote_not_found',
    'indicator_exists',
    'measure_not_found',
    'indicator_changed',
    'nothing_to_approve',
    'nothing_to_reopen',
    'area_not_found',
    'series_import_not_found',
    'already_party',
    'already_signed',
    'agreement_offered',
    'already_renewed',
    'too_few_parties',
    'left_before_signing',
    'agreement_changed',
    'body_not_found',
    'meeting_not_found',
    'commitment_not_found',
    'issue_not_found',
    'cooperation_not_found',
    'no_own_organisation',
    'calendar_not_found',
    'organisation_not_found',
    'list_link_not_valid',
    'already_taken',
    'step_not_possible',
    'reason_needed',
    'other_side_decides',
    'referral_changed',
    'outcome_needed',
    'already_set_up',
    'account_not_found',
    'program_not_found',
    'webhook_not_found',
    'organisation_needed',
    'institution_not_found',
    'inspection_not_found',
    'shortcoming_not_found',
    'asset_not_found',
    'asset_import_not_found',
    'import_not_found',
    'import_unreadable',
    'not_answered_yet',
    'not_confirmed_yet',
    'export_not_found',
    'nothing_unread',
    'nothing_to_withdraw',
    'keyring_not_open',
    'keyring_kept',
    'keyring_request_not_found',
    'person_changed',
    'consent_already_withdrawn',
    'screening_not_taken',
    'item_changed',
    'email_taken',
    'service_takes_no_referrals',
    'link_not_valid',
    'link_not_found',
    'suggestion_not_found',
    'pair_not_found',
    'merge_not_found',
    'conflict_not_found',
    'source_not_found',
    'alert_not_found',
    'confirm_first',
    'no_provider',
    'enrolment_not_found',
    'passkey_not_found',
    'session_not_found',
    'recovery_not_found',
    'location_not_found',
    'change_not_found',
    'finding_not_found',
    'assent_not_found',
    'hold_not_found',
    'name_not_found',
    'colleague_needed',
    'merge_already_requested',
    'merge_not_waiting',
    'merge_not_done',
    'receipt_not_valid',
    'consent_not_in_force',
    'consent_text_not_found',
    'consent_text_draft_changed',
    'consent_in_force',
    'override_ended',
    'correction_by_hand_first',
    'correction_decided',
    'glass_not_found',
    'nothing_to_lift',
    'keeper_not_found',
    'class_unchanged',
    'two_people_needed',
    'already_in_household',
    'member_not_found',
    'cohort_member_not_found',
    'already_in_cohort',
    'cohort_changed',
    'role_locked',
    'request_not_found',
    'team_not_found',
    'notice_not_found',
    'message_not_found',
    'notice_text_changed',
    'receipt_not_ours',
    'preference_changed',
    'form_not_found',
    'device_not_found',
    'waiting_answers_not_found',
    'embed_not_found',
    'batch_not_found',
    'sheet_keyed_by_you',
    'sheet_not_differing',
    'sheet_done',
    'form_code_taken',
    'form_draft_exists',
    'form_draft_changed',
    'form_finds_nothing',
    'partner_link_not_valid',
    'consent_missing',
    'partner_link_not_found',
    'referral_ended',
    'no_open_offer',
    'nobody_waits',
    'nothing_came_back',
    'nothing_to_hand_over',
    'open_request_not_found',
    'nobody_may_be_asked',
    'wait_entry_not_found',
    'care_plan_not_found',
    'plan_not_found',
    'plan_import_not_found',
    'report_not_found',
    'report_exists',
    'policy_text_not_found',
    'item_without_lead',
    'owner_link_not_valid',
    'owner_link_not_found',
    'not_own_item',
    'consultation_not_found',
    'item_not_found',
    'plan_area_not_found',
    'target_indicator_not_found',
    'target_not_found',
    'plan_exists',
    'plan_changed',
    'goal_not_found',
    'deadline_rule_not_found',
    'area_not_found',
    'colleague_not_found',
    'attachment_not_found',
  ]);
  for (const role of ROLES)
    for (const { route } of region.executor.routes) {
      const actor = ourActor(role, region.ours);
      if (!mayUse(actor, route.may) || PARTNER_STEPS.test(route.path)) continue;
      const answer = await call(actor, route.path, inputs[route.path]);
      assert.ok(answer.ok || refusedByRule.has(answer.code), `${role} ${route.path}: ${answer.ok ? '' : answer.code}`);
    }
});
