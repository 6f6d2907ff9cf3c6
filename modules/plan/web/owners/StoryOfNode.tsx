import { directionOf } from '@qantara/kernel';
import { Timeline, usePage } from '@qantara/ui';
import type { News } from '../../contract/index.ts';

function Words({ words, locale }: { words: string; locale: News['storyLocale'] }) {
  return words === '' ? null : (
    <p lang={locale} dir={directionOf(locale)}>
      {words}
    </p>
  );
}

/** What was said of a node, the newest first, each in the language of whoever wrote it. */
export function StoryOfNode({ news }: { news: readonly News[] }) {
  const { t, formats } = usePage();
  if (news.length === 0) return <p className="hint">{t('plan.story.none')}</p>;
  const titleOf = ({ progress, shareDone }: News): string => {
    const way = progress === null ? t('plan.story.words') : t(`plan.progress.${progress}`);
    return shareDone === null ? way : `${way} · ${formats.percent(shareDone / 100)}`;
  };
  return (
    <Timeline
      label={t('plan.story.title')}
      entries={news.map((one) => ({
        key: one.newsId,
        at: one.saidAt,
        title: titleOf(one),
        by: t(`plan.story.by_${one.by}`),
        body: (
          <>
            <Words words={one.story} locale={one.storyLocale} />
            {one.obstacle === '' ? null : (
              <>
                <p className="hint">{t('plan.field.obstacle')}</p>
                <Words words={one.obstacle} locale={one.storyLocale} />
              </>
            )}
          </>
        ),
      }))}
    />
  );
}
