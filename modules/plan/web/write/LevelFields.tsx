import { LocalizedTextField, NumberField, RadioGroup, TextField, usePage } from '@qantara/ui';
import { ItemKind, type Level } from '../../contract/index.ts';

/** A level's name in three languages, its rank, and what it is for. */
export function LevelFields({ level }: { level: Level | null }) {
  const { t } = usePage();
  return (
    <>
      {level === null ? (
        <TextField name="code" label={t('plan.level.code')} hint={t('plan.level.code_hint')} required />
      ) : null}
      <LocalizedTextField name="name" label={t('plan.level.name')} defaultValue={level?.name ?? null} required />
      <NumberField
        name="rank"
        label={t('plan.level.rank')}
        hint={t('plan.level.rank_hint')}
        defaultValue={level?.rank}
        required
      />
      <RadioGroup
        name="kind"
        label={t('plan.level.kind')}
        options={ItemKind.options.map((value) => ({ value, label: t(`plan.level_kind.${value}`) }))}
        defaultValue={level?.kind}
        required
      />
    </>
  );
}
