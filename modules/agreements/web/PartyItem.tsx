import {
  CommandForm,
  ConfirmDialog,
  DateField,
  DateText,
  LocalText,
  StatusBadge,
  SubmitButton,
  TextField,
  usePage,
} from '@qantara/ui';
import type { Party } from '../contract/index.ts';

function SignForm({ organisationId }: { organisationId: string }) {
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('agreements.sign')} title={t('agreements.sign_title')}>
      <CommandForm id={`sign-${organisationId}`}>
        <input type="hidden" name="organisationId" value={organisationId} />
        <DateField name="signedOn" label={t('agreements.field.signedOn')} required />
        <TextField
          name="signatory"
          label={t('agreements.field.signatory')}
          hint={t('agreements.signatory_hint')}
          maxLength={200}
          required
        />
        <SubmitButton intent="sign">{t('agreements.sign')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function LeaveForm({ organisationId }: { organisationId: string }) {
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('agreements.leave')} title={t('agreements.leave_title')}>
      <CommandForm id={`leave-${organisationId}`}>
        <input type="hidden" name="organisationId" value={organisationId} />
        <DateField name="leftOn" label={t('agreements.field.leftOn')} hint={t('agreements.leave_hint')} required />
        <SubmitButton intent="leave">{t('agreements.leave')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

/** One party: whether and when it signed, and what may be done about it. */
export function PartyItem({ party, mayChange }: { party: Party; mayChange: boolean }) {
  const { t } = usePage();
  const { organisationId, name, signedOn, signatory, leftOn } = party;
  return (
    <li className="party">
      <h3>
        <LocalText value={name} quiet />
      </h3>
      {signedOn === null ? (
        <StatusBadge tone="waiting" label={t('agreements.not_signed')} />
      ) : (
        <p>
          {t('agreements.field.signedOn')} <DateText value={signedOn} />, <bdi>{signatory}</bdi>
        </p>
      )}
      {leftOn === null ? null : (
        <p>
          {t('agreements.field.leftOn')} <DateText value={leftOn} />
        </p>
      )}
      {mayChange && signedOn === null ? <SignForm organisationId={organisationId} /> : null}
      {mayChange && signedOn !== null && leftOn === null ? <LeaveForm organisationId={organisationId} /> : null}
    </li>
  );
}
