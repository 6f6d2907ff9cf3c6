import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { PolicyPosition, PolicyStage } from '../contract/index.ts';

const OF_STAGE: Record<PolicyStage, StatusTone> = {
  idea: 'waiting',
  consultation: 'active',
  draft: 'active',
  before_body: 'active',
  adopted: 'done',
  in_force: 'done',
  rejected: 'stopped',
  withdrawn: 'stopped',
  repealed: 'stopped',
};

/** How far a text is. */
export function StageBadge({ stage }: { stage: PolicyStage }) {
  const { t } = usePage();
  return <StatusBadge tone={OF_STAGE[stage]} label={t(`policies.stage.${stage}`)} />;
}

const OF_POSITION: Record<PolicyPosition, StatusTone> = {
  for: 'done',
  for_with_changes: 'active',
  against: 'stopped',
  watching: 'waiting',
};

/** What we say of it. */
export function PositionBadge({ position }: { position: PolicyPosition }) {
  const { t } = usePage();
  return <StatusBadge tone={OF_POSITION[position]} label={t(`policies.position.${position}`)} />;
}
