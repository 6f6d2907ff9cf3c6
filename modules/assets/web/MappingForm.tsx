import { Checkbox, CommandForm, Fieldset, SelectField, SubmitButton, usePage } from '@qantara/ui';
import { AssetKind, type AssetImport, type AssetMapping } from '../contract/index.ts';
import { guessedMapping } from './guessed-mapping.ts';

type TextOf = Exclude<keyof AssetMapping, 'kindOtherwise' | 'showsContact'>;

const NAMES: readonly TextOf[] = ['nameAr', 'nameFr', 'nameEn'];
const DESCRIPTIONS: readonly TextOf[] = ['descriptionAr', 'descriptionFr', 'descriptionEn'];
const CONTACTS: readonly TextOf[] = ['phoneProperty', 'emailProperty', 'websiteProperty'];

function PropertyFields({ names, taken }: { names: readonly TextOf[]; taken: AssetImport }) {
  const { t } = usePage();
  const begin = taken.mapping ?? guessedMapping(taken.properties.map(({ name }) => name));
  return names.map((name) => (
    <SelectField
      key={name}
      name={name}
      label={t(`assets.field.${name}`)}
      emptyLabel={t('assets.mapping.nothing')}
      options={taken.properties.map((property) => ({
        value: property.name,
        label: property.example === '' ? property.name : `${property.name} (${property.example})`,
      }))}
      defaultValue={begin[name]}
    />
  ));
}

/** Which property of the file says what. What was said the last time stands there already. */
export function MappingForm({ taken }: { taken: AssetImport }) {
  const { t } = usePage();
  const labels = Object.fromEntries(
    [...NAMES, ...DESCRIPTIONS, ...CONTACTS].map((name) => [name, t(`assets.field.${name}`)]),
  );
  return (
    <CommandForm id="mapping" className="form mapping" labels={labels}>
      <Fieldset legend={t('assets.field.name')}>
        <div className="pairs">
          <PropertyFields names={NAMES} taken={taken} />
        </div>
      </Fieldset>
      <Fieldset legend={t('assets.field.description')}>
        <div className="pairs">
          <PropertyFields names={DESCRIPTIONS} taken={taken} />
        </div>
      </Fieldset>
      <Fieldset legend={t('field.kind')}>
        <div className="pairs">
          <PropertyFields names={['kindProperty']} taken={taken} />
          <SelectField
            name="kindOtherwise"
            label={t('assets.field.kindOtherwise')}
            emptyLabel={t('assets.mapping.no_kind')}
            options={AssetKind.options
              .filter((kind) => kind !== 'skill')
              .map((value) => ({ value, label: t(`assets.kind.${value}`) }))}
            defaultValue={taken.mapping?.kindOtherwise}
          />
          <PropertyFields names={['tagsProperty']} taken={taken} />
        </div>
      </Fieldset>
      <Fieldset legend={t('assets.form.contact')}>
        <div className="pairs">
          <PropertyFields names={CONTACTS} taken={taken} />
        </div>
        <Checkbox
          name="showsContact"
          label={t('assets.field.showsContact')}
          hint={t('assets.form.contact_hint')}
          defaultChecked={taken.mapping?.showsContact === true}
          required
        />
      </Fieldset>
      <Fieldset legend={t('assets.mapping.again')}>
        <p className="hint">{t('assets.mapping.key_hint')}</p>
        <PropertyFields names={['keyProperty']} taken={taken} />
      </Fieldset>
      <SubmitButton intent="check">{t('assets.mapping.check')}</SubmitButton>
    </CommandForm>
  );
}
