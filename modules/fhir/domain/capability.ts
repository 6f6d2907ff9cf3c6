import { RESOURCE_TYPES, TYPES, type ResourceType } from '../contract/index.ts';
import type { Resource } from './resource.ts';

function typeOf(type: ResourceType): Record<string, unknown> {
  const { profiles, interactions, parameters, includes, isCreatedOnce = false } = TYPES[type];
  const named = Object.keys(includes).map((name) => `${type}:${name}`);
  return {
    type,
    supportedProfile: profiles,
    interaction: interactions.map((code) => ({ code })),
    versioning: interactions.includes('update') ? 'versioned-update' : 'no-version',
    readHistory: interactions.includes('vread'),
    updateCreate: false,
    ...(interactions.includes('create') ? { conditionalCreate: isCreatedOnce } : {}),
    conditionalRead: 'full-support',
    ...(named.length === 0 ? {} : { searchInclude: named }),
    searchParam: Object.entries(parameters).map(([name, kind]) => ({ name, type: kind })),
  };
}

/** What this interface does, from the table that its addresses are made from. */
export function capabilityStatement(said: {
  base: string;
  origin: string;
  date: string;
  description: string;
}): Resource {
  const OAUTH = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris';
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: said.date,
    kind: 'instance',
    software: { name: 'Qantara' },
    implementation: { description: said.description, url: said.base },
    fhirVersion: '4.0.1',
    format: ['json', 'application/fhir+json'],
    implementationGuide: [
      'http://hl7.org/fhir/us/sdoh-clinicalcare/ImplementationGuide/hl7.fhir.us.sdoh-clinicalcare|3.0.0',
    ],
    rest: [
      {
        mode: 'server',
        security: {
          cors: true,
          service: [
            {
              coding: [
                { system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' },
              ],
            },
          ],
          extension: [{ url: OAUTH, extension: [{ url: 'token', valueUri: `${said.origin}/oauth/token` }] }],
        },
        resource: RESOURCE_TYPES.map(typeOf),
        interaction: [{ code: 'batch' }],
      },
    ],
  };
}
