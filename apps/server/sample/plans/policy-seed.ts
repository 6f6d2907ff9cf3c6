import type { LocalizedText } from '@qantara/kernel';
import type { PolicyKind, PolicyLevel, PolicyPosition, PolicyStage } from '@qantara/policies/contract';

/** A text that is followed, its days counted from the day that the sample is born. */
export type PolicySeed = {
  level: PolicyLevel;
  kind: PolicyKind;
  body: LocalizedText;
  title: LocalizedText;
  changes: LocalizedText;
  position: PolicyPosition;
  reasons: LocalizedText | null;
  stages: { stage: PolicyStage; daysAgo: number; note: LocalizedText | null }[];
  serves: { plan: 'region' | 'health' | 'nation'; number: string }[];
  isPublic: boolean;
  decidedBy: LocalizedText | null;
  decidedDaysAgo: number | null;
  next: { inDays: number; step: LocalizedText } | null;
  links: string[];
};
