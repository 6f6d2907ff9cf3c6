import { wireRoute, type WireRoute, type WireTable } from '@qantara/kernel';
import { z } from 'zod';
import { RESOURCE_TYPES, TYPES, type Interaction, type ResourceType } from './resource-types.ts';

/** Parameters as they were sent; each type's own are read in `domain/search`. */
export const SentParameters = z.record(z.string().max(100), z.union([z.string(), z.array(z.string()).max(20)]));
export type SentParameters = z.infer<typeof SentParameters>;

export type Address = {
  type: ResourceType;
  interaction: Interaction;
  name: string;
  route: WireRoute<typeof SentParameters>;
};

type Shape = [suffix: string, method: 'GET' | 'POST' | 'PUT', isChange: boolean];

const SHAPES: Record<Interaction, readonly Shape[]> = {
  'search-type': [
    ['', 'GET', false],
    ['/_search', 'POST', false],
  ],
  read: [['/:id', 'GET', false]],
  'history-instance': [['/:id/_history', 'GET', false]],
  vread: [['/:id/_history/:version', 'GET', false]],
  create: [['', 'POST', true]],
  update: [['/:id', 'PUT', true]],
};

/** Every address of a type, made from the table of types: nothing is offered that CapabilityStatement does not say. */
export const ADDRESSES: readonly Address[] = RESOURCE_TYPES.flatMap((type) =>
  TYPES[type].interactions.flatMap((interaction) =>
    SHAPES[interaction].map(([suffix, method, isChange]): Address => ({
      type,
      interaction,
      name: `${method} ${type}${suffix}`,
      route: wireRoute(`${method} /fhir/${type}${suffix}`, SentParameters, {
        may: 'fhir:use',
        ...(isChange ? { changes: true as const } : {}),
      }),
    })),
  ),
);

const open = z.record(z.string(), z.unknown());

/** What the interface as a whole answers. */
export const wholeRoutes = {
  getCapabilities: wireRoute('GET /fhir/metadata', open),
  getSmartConfiguration: wireRoute('GET /fhir/.well-known/smart-configuration', open),
  answerBatch: wireRoute('POST /fhir', SentParameters, { may: 'fhir:use', parts: true }),
};

export const fhirWire: WireTable = {
  ...wholeRoutes,
  ...Object.fromEntries(ADDRESSES.map(({ name, route }) => [name, route])),
};
