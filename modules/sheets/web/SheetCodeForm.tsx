import { CommandForm, SubmitButton, TextField, usePage } from '@qantara/ui';

/** The code on a sheet, typed or read by a scanner. */
export function SheetCodeForm() {
  const { t } = usePage();
  return (
    <CommandForm id="code" action="?">
      <TextField
        name="sheetCode"
        label={t('sheets.field.sheetCode')}
        hint={t('sheets.work.code_hint')}
        width="short"
        autoComplete="off"
        maxLength={40}
        latin
        required
      />
      <SubmitButton>{t('sheets.work.open')}</SubmitButton>
    </CommandForm>
  );
}
