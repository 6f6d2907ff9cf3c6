import { Filters, SelectField, TextField, usePage, type Choice } from '@qantara/ui';
import type { Area } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import { AskedAccess, AskedCapacity, type SearchCounts } from '../../contract/index.ts';
import { weekdayName } from '../hours/opening-hours.ts';
import { languageName } from '../language-name.ts';
import { chosenIn, type AskedSearch } from './asked-search.ts';
import { FlagField } from './FlagField.tsx';

const RADII = ['1', '2', '5', '10', '20', '50'];
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const COMMON_LANGUAGES = ['ar', 'fr', 'en'];

function languageChoices(asked: AskedSearch, counts: SearchCounts | null): string[] {
  const counted = (counts?.languages ?? []).map(({ language }) => language);
  const all = [...(counted.length > 0 ? counted : COMMON_LANGUAGES), ...(asked.language ? [asked.language] : [])];
  return [...new Set(all)];
}

function When() {
  const { t, locale } = usePage();
  const days: Choice[] = DAYS.map((code, index) => ({ value: code, label: weekdayName(index + 1, locale) }));
  return (
    <div className="pair">
      <SelectField
        name="openAt"
        label={t('directory.field.openAt')}
        emptyLabel={t('directory.open.any')}
        options={[{ value: 'now', label: t('directory.open.now') }, ...days]}
      />
      <TextField name="openTime" type="time" width="short" label={t('directory.field.openTime')} />
    </div>
  );
}

function Near() {
  const { t, formats } = usePage();
  const choices = RADII.map((value) => ({
    value,
    label: t('directory.distance.kilometres', { length: formats.number(Number(value)) }),
  }));
  return (
    <div className="pair">
      <TextField name="postcode" width="short" latin label={t('directory.field.postcode')} maxLength={20} />
      <SelectField
        name="radius"
        label={t('directory.field.radius')}
        emptyLabel={t('directory.distance.usual')}
        options={choices}
      />
    </div>
  );
}

function More({ asked, counts }: { asked: AskedSearch; counts: SearchCounts | null }) {
  const { t, locale } = usePage();
  return (
    <>
      <When />
      <Near />
      <div className="pair">
        <SelectField
          name="language"
          label={t('directory.field.language')}
          emptyLabel={t('directory.search.any')}
          options={languageChoices(asked, counts).map((code) => ({ value: code, label: languageName(code, locale) }))}
        />
        <TextField
          name="age"
          width="short"
          latin
          label={t('directory.field.age')}
          hint={t('directory.search.age_hint')}
          maxLength={3}
        />
      </div>
      <div className="pair">
        <SelectField
          name="capacity"
          label={t('directory.field.capacity')}
          emptyLabel={t('directory.search.any')}
          options={AskedCapacity.options.map((value) => ({ value, label: t(`directory.capacity.${value}`) }))}
        />
        <SelectField
          name="access"
          label={t('directory.field.access')}
          emptyLabel={t('directory.search.any')}
          options={AskedAccess.options.map((value) => ({ value, label: t(`directory.access.${value}`) }))}
        />
      </div>
      <FlagField name="free" label={t('directory.field.free')} />
      <FlagField name="remote" label={t('directory.field.remote')} />
    </>
  );
}

/** The towns, and the neighbourhoods of the one that was chosen: all of them at once are a long list on a telephone. */
function areasToChoose(areas: Area[], chosen: string | undefined): Area[] {
  const area = areas.find(({ areaId }) => areaId === chosen);
  const town = area?.kind === 'neighbourhood' ? area.parentAreaId : area?.areaId;
  return areas.filter(({ kind, parentAreaId }) => kind !== 'neighbourhood' || parentAreaId === town);
}

type Form = { asked: AskedSearch; areas: Area[]; counts: SearchCounts | null };

/** The one box, the place, and all else that narrows a search, folded until it is wanted; a plain form that asks with an address. */
export function SearchForm({ asked, areas, counts }: Form) {
  const { t, locale } = usePage();
  const folded = chosenIn(asked).filter((filter) => !['words', 'needCode', 'areaId'].includes(filter));
  return (
    <Filters
      id="search"
      label={t('directory.search.title')}
      keep={['needCode', 'latitude', 'longitude']}
      submitLabel={t('directory.search.submit')}
    >
      <TextField
        name="words"
        type="search"
        label={t('directory.field.words')}
        hint={t('directory.search.words_hint')}
        maxLength={200}
      />
      <SelectField
        name="areaId"
        label={t('directory.search.area')}
        emptyLabel={t('directory.search.anywhere')}
        options={areaChoices(areasToChoose(areas, asked.areaId), locale)}
      />
      <details className="more-filters" open={folded.length > 0}>
        <summary>{t('directory.search.more')}</summary>
        <More asked={asked} counts={counts} />
      </details>
    </Filters>
  );
}
