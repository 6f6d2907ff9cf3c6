import { LOCALE_CHOICES, SelectField, usePage, type Choice } from '@qantara/ui';
import { LEFT_OUT, MAPPED_OBJECTS, MAPPING_FIELDS, type ColumnMapping, type FoundTable } from '../contract/index.ts';

/** Everything that a column can say, under the object that it says it of. */
export function useTargets(): Choice[] {
  const { t } = usePage();
  return [
    { value: LEFT_OUT, label: t('hsds.mapping.left_out') },
    ...MAPPED_OBJECTS.flatMap((object) =>
      MAPPING_FIELDS[object].map((field) => ({
        value: `${object}.${field}`,
        // A closed list shows no heading: each choice says itself of what it is.
        label: t('hsds.mapping.choice', { field: t(`hsds.target.${field}`), object: t(`hsds.object.${object}`) }),
        group: t(`hsds.target_of.${object}`),
      })),
    ),
  ];
}

type Field = { name: string; column: FoundTable['columns'][number]; mapping: ColumnMapping; targets: Choice[] };

/** One column with the first values in it: what it says, and in which language. */
export function TargetField({ name, column, mapping, targets }: Field) {
  const { t } = usePage();
  return (
    <div className="mapping-column">
      <input type="hidden" name={`${name}.column`} value={column.column} />
      <SelectField
        name={`${name}.target`}
        label={column.column}
        hint={column.values.join(' · ')}
        emptyLabel={t('hsds.mapping.kept')}
        options={targets}
        defaultValue={mapping.target}
      />
      <SelectField
        name={`${name}.language`}
        label={t('hsds.mapping.language_of', { column: column.column })}
        emptyLabel={t('hsds.mapping.language_file')}
        options={LOCALE_CHOICES}
        defaultValue={mapping.language}
      />
    </div>
  );
}
