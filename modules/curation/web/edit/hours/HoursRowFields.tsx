import { textIn } from '@qantara/kernel';
import {
  Checkbox,
  CheckboxGroup,
  DateField,
  LocalizedTextField,
  SelectField,
  TextField,
  usePage,
  type FormAnswer,
} from '@qantara/ui';
import { weekdayName } from '@qantara/directory/web';
import { clockOf, Weekday, type HoursRow, type PlaceChoice } from '../../../contract/index.ts';
import { overnightOf } from '../../../domain/index.ts';
import { hasRare } from './typed-hours.ts';

export type RowProps = {
  row: HoursRow | null;
  index: number;
  places: PlaceChoice[];
  answer: FormAnswer | null;
  /** Rows of a confidential place are always new, and have no place to choose. */
  isHidden?: boolean;
};

/** What a row calls its fields in the summary of errors. */
export function useRowLabels(): (count: number) => Record<string, string> {
  const { t } = usePage();
  const fields = ['days', 'opensAt', 'closesAt', 'locationId', 'validFrom', 'validTo', 'isClosed', 'note'];
  return (count) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) =>
        fields.map((field) => [
          `rows.${index}.${field}`,
          t('curation.hours.row_field', { row: index + 1, field: t(`curation.field.${field}`) }),
        ]),
      ).flat(),
    );
}

/** Hours that end on the next day are said in words: what is typed looks like a mistake. */
function Overnight({ row, index, answer }: Pick<RowProps, 'row' | 'index' | 'answer'>) {
  const { t } = usePage();
  const typed = (field: 'opensAt' | 'closesAt') => {
    const said = answer === null ? row?.[field] : answer.typed[`rows.${index}.${field}`];
    const clock = clockOf(said ?? null);
    return typeof clock === 'string' ? clock : null;
  };
  const [opensAt, closesAt] = [typed('opensAt'), typed('closesAt')];
  const kind = overnightOf({ opensAt, closesAt });
  return kind === null ? null : <p className="hint">{t(`curation.hours.${kind}`, { time: closesAt ?? '' })}</p>;
}

function PlaceSelect({ row, index, places }: Pick<RowProps, 'row' | 'index' | 'places'>) {
  const { t, locale } = usePage();
  const open = places.filter((place) => !place.isConfidential);
  if (open.length === 0) return null;
  return (
    <SelectField
      name={`rows.${index}.locationId`}
      label={t('curation.field.locationId')}
      emptyLabel={t('curation.hours.everywhere')}
      options={open.map(({ locationId, name, address }) => ({
        value: locationId,
        label: textIn(name ?? address, locale).text || t('curation.place.nameless'),
      }))}
      defaultValue={row?.locationId}
    />
  );
}

function RareFields({ row, index, answer }: Pick<RowProps, 'row' | 'index' | 'answer'>) {
  const { t } = usePage();
  return (
    <details className="more-fields" open={hasRare(row, index, answer)}>
      <summary>{t('curation.hours.more')}</summary>
      <div className="hours-rare">
        <DateField
          name={`rows.${index}.validFrom`}
          label={t('curation.field.validFrom')}
          defaultValue={row?.validFrom ?? null}
        />
        <DateField
          name={`rows.${index}.validTo`}
          label={t('curation.field.validTo')}
          defaultValue={row?.validTo ?? null}
        />
        <Checkbox
          name={`rows.${index}.isClosed`}
          label={t('curation.field.isClosed')}
          hint={t('curation.hours.closed_hint')}
          defaultChecked={row?.isClosed === true}
          required
        />
        <LocalizedTextField
          name={`rows.${index}.note`}
          label={t('curation.field.note')}
          defaultValue={row?.note ?? null}
        />
      </div>
    </details>
  );
}

/** One row: days with their hours, and what is rarely said of them. */
export function HoursRowFields({ row, index, places, answer, isHidden = false }: RowProps) {
  const { t, locale } = usePage();
  const days = Weekday.options.map((value, day) => ({ value, label: weekdayName(day + 1, locale) }));
  return (
    <fieldset className="fieldset hours-row" id={`row-${index}`}>
      <legend>{t('curation.hours.row', { row: index + 1 })}</legend>
      {row?.scheduleId == null ? null : (
        <input type="hidden" name={`rows.${index}.scheduleId`} value={row.scheduleId} />
      )}
      <CheckboxGroup
        name={`rows.${index}.days`}
        label={t('curation.field.days')}
        options={days}
        defaultValue={row?.days ?? []}
        inline
        required
      />
      <div className="hours-times">
        <TextField
          name={`rows.${index}.opensAt`}
          label={t('curation.field.opensAt')}
          width="short"
          defaultValue={row?.opensAt}
          maxLength={8}
          latin
          required
        />
        <TextField
          name={`rows.${index}.closesAt`}
          label={t('curation.field.closesAt')}
          width="short"
          defaultValue={row?.closesAt}
          maxLength={8}
          latin
          required
        />
        {isHidden ? null : <PlaceSelect row={row} index={index} places={places} />}
      </div>
      <Overnight row={row} index={index} answer={answer} />
      <RareFields row={row} index={index} answer={answer} />
      {row === null ? null : (
        <Checkbox name={`rows.${index}.isRemoved`} label={t('curation.field.isRemoved')} required />
      )}
    </fieldset>
  );
}
