import type { Area } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import { CommandForm, SubmitButton, TextField, usePage, FormDetails } from '@qantara/ui';
import type { Observation } from '../../contract/index.ts';

type ReopenProps = { observations: Observation[]; areas: Area[] };

/** Taking an approval back, with the reason, of one place and period. */
export function ReopenForm({ observations, areas }: ReopenProps) {
  const { t, text, formats } = usePage();
  const approved = observations.filter(({ state, cut }) => state === 'approved' && cut === '').slice(0, 100);
  if (approved.length === 0) return null;
  return (
    <FormDetails>
      <summary>{t('indicators.series.reopen_title')}</summary>
      <p>{t('indicators.series.reopen_lead')}</p>
      <ul className="plain-list">
        {approved.map(({ areaId, startsOn }) => (
          <li key={`${areaId} ${startsOn}`}>
            <CommandForm id={`reopen-${areaId}-${startsOn}`} labels={{ reason: t('indicators.field.reason') }}>
              <input type="hidden" name="areaId" value={areaId} />
              <input type="hidden" name="startsOn" value={startsOn} />
              <TextField
                name="reason"
                label={t('indicators.series.reopen_reason', {
                  place: text(areaName(areas, areaId) ?? {}).text,
                  day: formats.date(startsOn),
                })}
                maxLength={500}
                required
              />
              <SubmitButton kind="plain" intent="reopen">
                {t('indicators.series.reopen')}
              </SubmitButton>
            </CommandForm>
          </li>
        ))}
      </ul>
    </FormDetails>
  );
}
