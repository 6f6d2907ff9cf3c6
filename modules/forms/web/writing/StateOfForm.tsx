import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { FormState } from '../../contract/index.ts';

const TONES: Record<FormState, StatusTone> = { drafted: 'waiting', published: 'active', superseded: 'neutral' };

/** Where a version of a form stands, in a word. */
export function StateOfForm({ state }: { state: FormState }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[state]} label={t(`forms.state.${state}`)} />;
}
