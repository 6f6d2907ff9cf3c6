import { isFormAnswer } from '@qantara/ui';
import { useActionData } from 'react-router';
import { RoleProposal } from '../../contract/index.ts';
import { carriedInRefusal } from './given-role.ts';

/** The role that was composed and not asked for yet: just looked at, or carried along by a question that was refused. */
export function useLookedAt(): RoleProposal | null {
  const answer = useActionData<unknown>();
  if (isFormAnswer(answer)) return answer.form === 'ask' ? carriedInRefusal(answer.typed) : null;
  const looked = RoleProposal.safeParse(answer);
  return looked.success ? looked.data : null;
}
