import { Bdi, CommandForm, ConfirmDialog, DateText, StatusBadge, SubmitButton, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { HouseholdMember } from '../../contract/index.ts';
import { MemberFields } from './MemberFields.tsx';
import { ageText, useMemberLabel } from './use-member-label.ts';

function When({ member }: { member: HouseholdMember }) {
  const { t } = usePage();
  const { startedOn, endedOn } = member;
  return (
    <p className="hint">
      {startedOn === null ? t('people.household.since_unknown') : t('people.household.since')}
      {startedOn === null ? null : (
        <>
          {' '}
          <DateText value={startedOn} />
        </>
      )}
      {endedOn === null ? null : (
        <>
          {' · '}
          {t('people.household.until')} <DateText value={endedOn} />
        </>
      )}
    </p>
  );
}

/** Somebody in a household: who, how old, what to it, since when; and the form that corrects it. */
export function MemberItem({ member, mayChange }: { member: HouseholdMember; mayChange: boolean }) {
  const { t, href } = usePage();
  const label = useMemberLabel();
  const { membershipId, personId, relation, age, isHome, isUnlinked, endedOn } = member;
  return (
    <li className="result">
      <h3>
        <Link to={href(`/work/people/${personId}`)}>
          <Bdi>{label(member)}</Bdi>
        </Link>
      </h3>
      <p>
        {t(`people.relation.${relation}`)} {' · '} {ageText(age, t)}{' '}
        {endedOn === null ? (
          <StatusBadge
            tone={isHome ? 'active' : 'neutral'}
            label={t(isHome ? 'people.household.home' : 'people.household.not_home')}
          />
        ) : null}{' '}
        {isUnlinked ? <StatusBadge tone="attention" label={t('people.household.unlinked')} /> : null}
      </p>
      <When member={member} />
      {mayChange && endedOn === null ? (
        <ConfirmDialog label={t('people.household.change')} title={t('people.household.change_title')}>
          <CommandForm id={`change-${membershipId}`} words="people">
            <input type="hidden" name="membershipId" value={membershipId} />
            <MemberFields member={member} />
            <SubmitButton intent="change">{t('people.household.save')}</SubmitButton>
          </CommandForm>
        </ConfirmDialog>
      ) : null}
    </li>
  );
}
