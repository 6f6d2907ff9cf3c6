import { BreakdownChart, PartsOf, YearsChart } from '@qantara/indicators/web';
import { Bdi, DateText, LocalText, usePage } from '@qantara/ui';
import { directionOf } from '@qantara/kernel';
import { Link } from 'react-router';
import type { Content } from '../contract/index.ts';

type Of<Kind extends Content['kind']> = { content: Extract<Content, { kind: Kind }> };

function Nothing() {
  const { t } = usePage();
  return <p className="hint">{t('observatory.nothing')}</p>;
}

function Years({ content }: Of<'years'>) {
  const told = content.measures.filter(({ figures }) => figures.length > 0);
  if (told.length === 0) return <Nothing />;
  return told.map(({ indicator, figures }) => (
    <section key={indicator.code}>
      <h3>
        <LocalText value={indicator.name} quiet />
      </h3>
      <YearsChart indicator={indicator} figures={figures} />
    </section>
  ));
}

function Parts({ content }: Of<'parts'>) {
  if (content.tables.length === 0) return <Nothing />;
  return <BreakdownChart tables={content.tables} outlines={[]} year={String(content.year)} />;
}

function Cuts({ content }: Of<'cuts'>) {
  if (content.measures.length === 0) return <Nothing />;
  return content.measures.map(({ indicator, cuts }) => (
    <section key={indicator.code}>
      <h3>
        <LocalText value={indicator.name} quiet />
      </h3>
      <PartsOf indicator={indicator} cuts={cuts} />
    </section>
  ));
}

function Works({ content }: Of<'work'>) {
  const { t, href } = usePage();
  if (content.works.length === 0) return <Nothing />;
  return (
    <ul className="observatory-work">
      {content.works.map(({ planId, number, title, leadName, progress }) => (
        <li key={`${planId} ${number}`}>
          <Link to={href(`/plans/${planId}/nodes/${number}`)}>
            <Bdi>{number}</Bdi> <LocalText value={title} quiet />
          </Link>
          {leadName === null ? null : (
            <>
              {' · '}
              <LocalText value={leadName} quiet />
            </>
          )}
          {progress === null ? null : ` · ${t(`plan.progress.${progress}`)}`}
        </li>
      ))}
    </ul>
  );
}

function Policies({ content }: Of<'policies'>) {
  const { t } = usePage();
  if (content.policies.length === 0) return <Nothing />;
  return (
    <ul className="observatory-work">
      {content.policies.map(({ title, level, stage, stageOn, position }) => (
        <li key={`${title.ar ?? ''}${title.fr ?? ''}${title.en ?? ''}`}>
          <LocalText value={title} quiet /> · {t(`policies.level.${level}`)} · {t(`policies.stage.${stage}`)},{' '}
          <DateText value={stageOn} style="date" /> · {t(`policies.position.${position}`)}
        </li>
      ))}
    </ul>
  );
}

function Quotes({ content }: Of<'quotes'>) {
  if (content.quotes.length === 0) return <Nothing />;
  return content.quotes.map(({ quoteId, language, words }) => (
    <blockquote key={quoteId} className="observatory-quote" lang={language} dir={directionOf(language)}>
      <p>{words}</p>
    </blockquote>
  ));
}

/** What stands in a section, each kind as it is best read; a chart has its table beneath. */
export function SectionContents({ contents }: { contents: readonly Content[] }) {
  return contents.map((content, index) => {
    switch (content.kind) {
      case 'years':
        return <Years key={index} content={content} />;
      case 'parts':
        return <Parts key={index} content={content} />;
      case 'cuts':
        return <Cuts key={index} content={content} />;
      case 'work':
        return <Works key={index} content={content} />;
      case 'policies':
        return <Policies key={index} content={content} />;
      case 'quotes':
        return <Quotes key={index} content={content} />;
    }
  });
}
