import {
  Checkbox,
  CheckboxGroup,
  CommandForm,
  DateField,
  Fieldset,
  FileField,
  LocalizedTextField,
  NumberField,
  PhoneField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  usePage,
} from '@qantara/ui';

/** Every kind of field, in one form. */
export function FormSample() {
  const { t } = usePage();
  const g = (key: string) => t(`shell.gallery.${key}`);
  return (
    <CommandForm id="sample" hasFiles>
      <TextField name="name" label={g('form_name')} hint={g('form_name_hint')} required autoComplete="name" />
      <PhoneField name="phone" label={g('form_phone')} />
      <DateField name="birth" label={g('form_birth')} hint={g('form_birth_hint')} isBirth />
      <RadioGroup
        name="need"
        label={g('form_need')}
        required
        options={[
          { value: 'food', label: g('need_food') },
          { value: 'roof', label: g('need_roof') },
          { value: 'talk', label: g('need_talk'), hint: g('need_talk_hint') },
        ]}
      />
      <Fieldset legend={g('form_times')}>
        <CheckboxGroup
          name="times"
          label={g('form_times')}
          inline
          options={[
            { value: 'morning', label: g('time_morning') },
            { value: 'evening', label: g('time_evening') },
          ]}
        />
        <SelectField
          name="area"
          label={g('form_area')}
          options={['north', 'port', 'hill'].map((value) => ({ value, label: g(`area_${value}`) }))}
        />
      </Fieldset>
      <NumberField name="people" label={g('form_people')} suffix={g('form_people_unit')} />
      <LocalizedTextField name="title" label={g('form_title')} required />
      <TextArea name="note" label={g('form_note')} rows={3} />
      <FileField name="file" label={g('form_file')} />
      <Checkbox name="agree" label={g('form_agree')} />
      <SubmitButton>{g('form_send')}</SubmitButton>
    </CommandForm>
  );
}
