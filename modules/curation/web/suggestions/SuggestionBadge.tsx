import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { SuggestionState } from '../../contract/index.ts';

const TONES: Record<SuggestionState, StatusTone> = {
  waiting: 'waiting',
  accepted: 'done',
  partly_accepted: 'done',
  rejected: 'stopped',
};

/** What came of a suggestion, in words with a shape. */
export function SuggestionBadge({ state }: { state: SuggestionState }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[state]} label={t(`curation.suggestion_state.${state}`)} />;
}
