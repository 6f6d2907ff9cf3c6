import { organisationChoices } from '@qantara/organisations/web';
import { textIn } from '@qantara/kernel';
import type { Organisation } from '@qantara/organisations/contract';
import {
  CheckboxGroup,
  CommandForm,
  ConfirmDialog,
  DateField,
  LocalizedTextField,
  NumberField,
  SelectField,
  SubmitButton,
  TextField,
  usePage,
} from '@qantara/ui';
import type { Meeting } from '../contract/index.ts';

type Given = { meeting: Meeting; organisations: Organisation[] };

function AgendaForm({ organisations }: Pick<Given, 'organisations'>) {
  const { t, locale } = usePage();
  return (
    <ConfirmDialog label={t('governance.add_item')} title={t('governance.add_item')}>
      <CommandForm id="item">
        <LocalizedTextField name="title" label={t('governance.field.title')} required />
        <SelectField
          name="organisationId"
          label={t('governance.brought_by')}
          options={organisationChoices(organisations, locale)}
        />
        <NumberField name="lastsMinutes" label={t('governance.field.lastsMinutes')} />
        <SubmitButton intent="item">{t('governance.add_item')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function HoldForm({ meeting, organisations }: Given) {
  const { t, locale } = usePage();
  const options = meeting.attendance.map(({ holdingId, sitterName, seatNames }) => ({
    value: holdingId,
    label: `${sitterName} (${seatNames.map((name) => textIn(name, locale).text).join(' · ')})`,
  }));
  return (
    <ConfirmDialog label={t('governance.hold')} title={t('governance.hold')}>
      <CommandForm id="hold">
        <CheckboxGroup name="presentIds" label={t('governance.field.presentIds')} options={options} />
        <CheckboxGroup
          name="excusedIds"
          label={t('governance.field.excusedIds')}
          hint={t('governance.absent_hint')}
          options={options}
        />
        <CheckboxGroup
          name="guestIds"
          label={t('governance.field.guestIds')}
          options={organisationChoices(organisations, locale)}
        />
        <SubmitButton intent="hold">{t('governance.hold')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function DecisionForm() {
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('governance.add_decision')} title={t('governance.add_decision')}>
      <CommandForm id="decision">
        <LocalizedTextField name="wording" label={t('governance.field.wording')} rows={3} required />
        <NumberField name="votesFor" label={t('governance.field.votesFor')} hint={t('governance.votes_hint')} />
        <NumberField name="votesAgainst" label={t('governance.field.votesAgainst')} />
        <NumberField name="votesAbstained" label={t('governance.field.votesAbstained')} />
        <SubmitButton intent="decision">{t('governance.add_decision')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function MinutesForm({ meeting }: Pick<Given, 'meeting'>) {
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('governance.write_minutes')} title={t('governance.write_minutes')}>
      <CommandForm id="minutes">
        <input type="hidden" name="version" value={meeting.version} />
        <LocalizedTextField
          name="minutes"
          label={t('governance.field.minutes')}
          hint={t('governance.minutes_hint')}
          rows={6}
          defaultValue={meeting.minutes}
          required
        />
        <SubmitButton intent="minutes">{t('governance.write_minutes')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function CommitmentForm({ organisations }: Pick<Given, 'organisations'>) {
  const { t, locale } = usePage();
  return (
    <ConfirmDialog label={t('governance.add_commitment')} title={t('governance.add_commitment')}>
      <CommandForm id="commitment">
        <LocalizedTextField name="wording" label={t('governance.promised')} rows={2} required />
        <SelectField
          name="organisationId"
          label={t('governance.field.organisationId')}
          options={organisationChoices(organisations, locale)}
          required
        />
        <TextField name="ownerName" label={t('governance.field.ownerName')} maxLength={120} />
        <DateField name="dueOn" label={t('governance.field.dueOn')} required />
        <SubmitButton intent="commitment">{t('governance.add_commitment')}</SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

/** What may be done with a meeting as it stands. */
export function MeetingForms({ meeting, organisations }: Given) {
  const { t } = usePage();
  const { state, mayApprove, version } = meeting;
  return (
    <>
      {state === 'planned' ? (
        <>
          <AgendaForm organisations={organisations} />
          <HoldForm meeting={meeting} organisations={organisations} />
          <CommandForm id="cancel">
            <SubmitButton intent="cancel">{t('governance.cancel')}</SubmitButton>
          </CommandForm>
        </>
      ) : null}
      {state === 'held' ? (
        <>
          <DecisionForm />
          <MinutesForm meeting={meeting} />
        </>
      ) : null}
      {state === 'cancelled' || state === 'planned' ? null : <CommitmentForm organisations={organisations} />}
      {mayApprove ? (
        <CommandForm id="approve">
          <input type="hidden" name="version" value={version} />
          <SubmitButton intent="approve">{t('governance.approve')}</SubmitButton>
        </CommandForm>
      ) : null}
      {state === 'approved' ? (
        <CommandForm id="publish">
          <SubmitButton intent="publish">{t('governance.publish')}</SubmitButton>
        </CommandForm>
      ) : null}
    </>
  );
}
