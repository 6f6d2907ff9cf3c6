import { usePage } from '@qantara/ui';
import type { Policy, PolicyPreset } from '../contract/index.ts';

/** A policy in a line: its preset where it is one, and what it asks. */
export function PolicyText({ policy, preset }: { policy: Policy; preset: PolicyPreset | null }) {
  const { t, formats } = usePage();
  const asked = [
    t('disclosure.policy.least', { least: policy.least }),
    t(policy.showsZero ? 'disclosure.policy.zero_shown' : 'disclosure.policy.zero_hidden'),
    ...(policy.leastPopulation > 0 ? [t('disclosure.policy.population', { least: policy.leastPopulation })] : []),
    ...(policy.rounding === 'none' ? [] : [t(`disclosure.rounding.${policy.rounding}`)]),
  ];
  return (
    <>
      <strong>{t(preset === null ? 'disclosure.policy.own' : `disclosure.preset.${preset}`)}</strong>{' '}
      {formats.list(asked)}
    </>
  );
}
