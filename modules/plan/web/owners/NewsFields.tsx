import { CheckboxGroup, NumberField, SelectField, TextArea, usePage } from '@qantara/ui';
import { Progress, type AskedNode } from '../../contract/index.ts';

/** What an owner is asked: how it goes, how much is done, what was reached, the story, and what stands in the way. */
export function NewsFields({ asked }: { asked: AskedNode }) {
  const { t, text, formats, locale } = usePage();
  const open = asked.milestones.filter(({ doneOn }) => doneOn === null);
  return (
    <>
      <input type="hidden" name="version" value={asked.version} />
      <input type="hidden" name="storyLocale" value={locale} />
      {asked.isWork ? (
        <>
          <SelectField
            name="progress"
            label={t('plan.field.progress')}
            options={Progress.options.map((value) => ({ value, label: t(`plan.progress.${value}`) }))}
            defaultValue={asked.progress}
            required
          />
          <NumberField
            name="shareDone"
            label={t('plan.field.shareDone')}
            hint={t('plan.report.share_hint')}
            defaultValue={asked.shareDone ?? ''}
          />
        </>
      ) : null}
      {open.length === 0 ? null : (
        <CheckboxGroup
          name="reached"
          label={t('plan.field.reached')}
          options={open.map(({ at, words, dueOn }) => ({
            value: String(at),
            label: text(words).text,
            hint: t('plan.target.due', { day: formats.date(dueOn) }),
          }))}
        />
      )}
      <TextArea name="story" label={t('plan.field.story')} hint={t('plan.tell.story_hint')} rows={4} />
      <TextArea name="obstacle" label={t('plan.field.obstacle')} hint={t('plan.tell.obstacle_hint')} rows={3} />
    </>
  );
}
