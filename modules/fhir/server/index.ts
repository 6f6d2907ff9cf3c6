import { serverModule, wireOf, type SayProblem, type WireAnswer, type WireHandlers } from '@qantara/platform';
import type { WireTable } from '@qantara/kernel';
import { smartConfiguration } from '@qantara/identity/contract';
import { ADDRESSES, fhirRoutes, fhirWire, RESOURCE_TYPES, SentParameters } from '../contract/index.ts';
import { capabilityStatement, refusalOutcome } from '../domain/index.ts';
import { answerBatch } from './answer-batch.ts';
import { answer, checkFormats, given } from './answers.ts';
import { callOf } from './call.ts';
import type { FhirTables } from './tables.gen.ts';

export { oldStatements } from './old-statement-store.ts';

const RELEASED = '2026-11-22';

const handlers: WireHandlers<WireTable, FhirTables> = {
  getCapabilities: async (ctx, _sent, asked): Promise<WireAnswer> => {
    const call = callOf(ctx, asked);
    checkFormats(call, false);
    const description = call.say('fhir.about');
    return given(capabilityStatement({ base: call.base, origin: asked.origin, date: RELEASED, description }));
  },
  getSmartConfiguration: (_ctx, _sent, { origin }) =>
    Promise.resolve({ type: 'application/json', body: JSON.stringify(smartConfiguration(origin, RESOURCE_TYPES)) }),
  answerBatch: (ctx, _sent, asked) => answerBatch(callOf(ctx, asked)),
  ...Object.fromEntries(
    ADDRESSES.map((address) => [
      address.name,
      (ctx, sent, asked) => answer(callOf(ctx, asked), address, SentParameters.parse(sent)),
    ]) satisfies [string, WireHandlers<WireTable, FhirTables>[string]][],
  ),
};

/** Every refusal as an OperationOutcome. */
const problem: SayProblem = ({ status, code, text, fields, locale }) => {
  const said = refusalOutcome({ code, status, text, fields, locale });
  return { status: said.status, type: 'application/fhir+json; charset=utf-8', body: JSON.stringify(said.outcome) };
};

export const fhirModule = serverModule<typeof fhirRoutes, FhirTables>({
  name: 'fhir',
  routes: fhirRoutes,
  handlers: {},
  wire: wireOf<WireTable, FhirTables>(fhirWire, handlers, { problem }),
});
