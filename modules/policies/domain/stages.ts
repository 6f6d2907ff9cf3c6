import { PolicyStage } from '../contract/index.ts';

const OVER: readonly PolicyStage[] = ['rejected', 'withdrawn', 'repealed'];
const OF_WHAT_HOLDS: Partial<Record<PolicyStage, readonly PolicyStage[]>> = {
  adopted: ['in_force', 'repealed'],
  in_force: ['repealed'],
};

/** Whether nothing follows. */
export const isOver = (stage: PolicyStage): boolean => OVER.includes(stage);

/**
 * What may follow a stage. Before it is adopted a text goes to and fro, as parliaments do; what was adopted comes into force or is
 * repealed; what is over stays so: another attempt is another text.
 */
export function stagesAfter(stage: PolicyStage): PolicyStage[] {
  if (isOver(stage)) return [];
  const after = OF_WHAT_HOLDS[stage] ?? PolicyStage.options.filter((one) => one !== stage && one !== 'repealed');
  return [...after];
}
