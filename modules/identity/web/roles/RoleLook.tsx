import { CommandForm, Notice, SubmitButton, TextArea, usePage } from '@qantara/ui';
import type { RoleProposal } from '../../contract/index.ts';
import { missingNeeds, roleFaults } from '../../domain/index.ts';
import { RoleDifferenceView } from './RoleDifferenceView.tsx';
import { permissionWords } from './role-words.ts';

type RoleLookProps = { proposal: RoleProposal; before: readonly string[]; beforeName: string };

function Faults({ permissions }: { permissions: readonly string[] }) {
  const { t } = usePage();
  const faults = roleFaults(permissions);
  return (
    <Notice kind="danger" title={t('identity.compose.not_so')} isNews>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{t(`refusal.${fault}`)}</li>
        ))}
      </ul>
      {missingNeeds(permissions).map(({ permission, needs }) => (
        <p key={`${permission} ${needs.join(' ')}`}>
          {t('identity.compose.rests_on', {
            permission: permissionWords(t, permission),
            other: permissionWords(t, needs[0] ?? ''),
          })}
        </p>
      ))}
    </Notice>
  );
}

/** What was composed, as a difference to what was before, and the question whether it is to be asked for. */
export function RoleLook({ proposal, before, beforeName }: RoleLookProps) {
  const { t } = usePage();
  const isSound = roleFaults(proposal.permissions).length === 0;
  return (
    <section aria-labelledby="look">
      <h2 id="look">{t('identity.compose.look_title')}</h2>
      <RoleDifferenceView
        before={before}
        after={proposal.permissions}
        labels={{
          added: t('identity.compose.more', { role: beforeName }),
          removed: t('identity.compose.less', { role: beforeName }),
          kept: t('identity.difference.stays'),
          same: t('identity.compose.same', { role: beforeName }),
        }}
      />
      {isSound ? (
        <CommandForm id="ask">
          <input type="hidden" name="proposal" value={JSON.stringify(proposal)} />
          <TextArea
            name="reason"
            label={t('identity.field.reason')}
            hint={t('identity.requests.reason_hint')}
            rows={3}
            required
          />
          <SubmitButton intent="ask">{t('identity.compose.ask')}</SubmitButton>
        </CommandForm>
      ) : (
        <Faults permissions={proposal.permissions} />
      )}
      <h2>{t('identity.compose.again')}</h2>
    </section>
  );
}
