import { Fieldset, TextField, usePage } from '@qantara/ui';

type Given = { kept: { quietFrom: string | null; quietUntil: string | null }; hint: string };

/** The hours in which nobody is to be disturbed. */
export function QuietFields({ kept, hint }: Given) {
  const { t } = usePage();
  return (
    <Fieldset legend={t('notifications.preference.quiet')} hint={hint}>
      <TextField
        name="quietFrom"
        type="time"
        width="short"
        label={t('notifications.field.quietFrom')}
        defaultValue={kept.quietFrom}
      />
      <TextField
        name="quietUntil"
        type="time"
        width="short"
        label={t('notifications.field.quietUntil')}
        defaultValue={kept.quietUntil}
      />
    </Fieldset>
  );
}
