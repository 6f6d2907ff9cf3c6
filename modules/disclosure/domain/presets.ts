import type { Policy, PolicyPreset } from '../contract/index.ts';

/**
 * The sizes of group that others publish by: under 5 is common practice of health units among colleagues; 11 is the rule of CMS
 * (2024-01-26, cells of 1 to 10 are never shown) and the public default of Ontario's IPC (2025); 20 is IPC's for what wounds, with
 * StatCan's bound of 40 residents for an area.
 */
export const PRESETS: Record<PolicyPreset, Policy> = {
  internal: { least: 5, showsZero: true, leastPopulation: 0, rounding: 'none' },
  public: { least: 11, showsZero: true, leastPopulation: 40, rounding: 'none' },
  sensitive: { least: 20, showsZero: false, leastPopulation: 100, rounding: 'controlled_5' },
};

/** The preset that a policy is, to the letter; none where somebody chose for themselves. */
export function presetOf(policy: Policy): PolicyPreset | null {
  const same = ([, preset]: [string, Policy]): boolean =>
    preset.least === policy.least &&
    preset.showsZero === policy.showsZero &&
    preset.leastPopulation === policy.leastPopulation &&
    preset.rounding === policy.rounding;
  return (Object.entries(PRESETS).find(same)?.[0] as PolicyPreset | undefined) ?? null;
}

/** Whether a policy lets more be told than another in any way: then a second person agrees first. */
export function isLooser(next: Policy, now: Policy): boolean {
  return (
    next.least < now.least ||
    (next.showsZero && !now.showsZero) ||
    next.leastPopulation < now.leastPopulation ||
    (next.rounding === 'none' && now.rounding !== 'none')
  );
}
