import { isolate, type LocalizedText } from '@qantara/kernel';
import { Checkbox, Notice, usePage } from '@qantara/ui';
import type { ConsentRefusal } from '../../contract/index.ts';

type Given = { refusals: ConsentRefusal[]; names: Record<string, LocalizedText>; now: string };

/** Somebody said no not long ago: who asked, for whom, and until when nobody asks again. Shown before anybody reads the text out. */
export function RestingNotice({ refusals, names, now }: Given) {
  const { t, formats, text } = usePage();
  const resting = refusals.filter(({ restsUntil }) => now < restsUntil);
  if (resting.length === 0) return null;
  return (
    <Notice kind="warning" title={t('people.refusal.lately_title')}>
      <ul>
        {resting.map((refusal) => (
          <li key={refusal.refusalId}>
            {t('people.refusal.lately', {
              date: formats.date(refusal.refusedAt),
              until: formats.date(refusal.restsUntil),
              partners: formats.list(refusal.recipients.map((id) => isolate(text(names[id]).text))),
            })}
          </li>
        ))}
      </ul>
      <p>{t('people.refusal.lately_rule')}</p>
    </Notice>
  );
}

/** That the person came back to it by themselves; asked only where they said no not long ago. */
export function OwnWish({ refusals, now }: { refusals: ConsentRefusal[]; now: string }) {
  const { t } = usePage();
  if (!refusals.some(({ restsUntil }) => now < restsUntil)) return null;
  return <Checkbox name="isOwnWish" label={t('people.field.isOwnWish')} />;
}
