export { ADDRESSES, fhirWire, SentParameters, wholeRoutes, type Address } from './fhir-routes.ts';
export {
  RESOURCE_TYPES,
  SCOPE_LETTER,
  TYPES,
  type Interaction,
  type ParameterKind,
  type ResourceType,
  type TypeFacts,
} from './resource-types.ts';
export { FHIR_REFUSALS } from './refusals.ts';

/** The module has no routes under `/api`: all of it is a wire. */
export const fhirRoutes = {};
export const enumMessages = {};
