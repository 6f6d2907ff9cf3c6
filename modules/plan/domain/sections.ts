import type { ItemDetails, ItemKind, Section } from '../contract/index.ts';

/** A node that says nothing more than its words. */
export const bareDetails = (): ItemDetails => ({
  ownerAccountId: null,
  levers: [],
  populations: [],
  areaIds: [],
  factors: [],
  partners: [],
  milestones: [],
  budget: [],
  evidence: [],
  programmes: [],
  logic: { inputs: [], activities: [], outputs: [], outcomes: [] },
});

const FIELDS: Record<Section, (keyof ItemDetails)[]> = {
  about: ['ownerAccountId', 'levers', 'populations', 'areaIds', 'factors'],
  partners: ['partners'],
  milestones: ['milestones'],
  budget: ['budget'],
  evidence: ['evidence'],
  programmes: ['programmes'],
  logic: ['logic'],
};

const SECTIONS: Record<ItemKind, Section[]> = {
  priority: ['about', 'evidence', 'partners'],
  goal: ['about', 'logic', 'evidence', 'partners', 'milestones'],
  initiative: ['about', 'partners', 'milestones', 'budget', 'programmes', 'evidence', 'logic'],
};

/** Which parts a node of a kind is asked for: a direction names its factors, an aim how it works, work its money and days. */
export function sectionsOf(kind: ItemKind): Section[] {
  return SECTIONS[kind];
}

/** The fields that are written with one part; the others stay as they are. */
export function fieldsOf(section: Section): (keyof ItemDetails)[] {
  return FIELDS[section];
}
