import { textIn } from '@qantara/kernel';
import { Bdi, DateText, DescriptionList, LocalText, usePage, type Fact } from '@qantara/ui';
import { birthText, languageName } from '@qantara/people/web';
import type { OwnFile } from '../contract/index.ts';

type Point = OwnFile['contactPoints'][number];

/** One way to reach them, with everything that makes it safe, as it is kept. */
function ContactFact({ point }: { point: Point }) {
  const { t, formats } = usePage();
  const hours = [point.safeFrom, point.safeUntil].filter((one) => one !== null);
  const said = [point.note, point.sharedWith, point.sayFirst, point.askFor, point.presentAs].filter(
    (one) => one !== null,
  );
  return (
    <>
      <Bdi>{point.value}</Bdi> {t(point.isSafe ? 'ownfile.safe' : 'ownfile.unsafe')}
      {hours.length === 2 ? <Bdi latin>{hours.join('–')}</Bdi> : null}
      {said.length === 0 ? null : <p className="hint">{formats.list(said)}</p>}
    </>
  );
}

type Told = Pick<OwnFile, 'needs' | 'askedAt' | 'households' | 'cohorts' | 'papers'>;

/** What they need, and where they belong. */
function useBelongings({ needs, askedAt, households, cohorts, papers }: Told): Fact[] {
  const { t, formats, locale } = usePage();
  const wanted = needs.map(({ name, wantsHelp }) => {
    const words = textIn(name, locale).text;
    return wantsHelp === true ? t('ownfile.need_wanted', { need: words }) : words;
  });
  return [
    ...(askedAt === null
      ? []
      : [
          {
            label: t('ownfile.needs'),
            value: (
              <>
                <Bdi>{wanted.length === 0 ? t('ownfile.no_needs') : formats.list(wanted)}</Bdi>{' '}
                <DateText value={askedAt} />
              </>
            ),
          },
        ]),
    ...households.map(({ relation, startedOn, endedOn }) => ({
      label: t(endedOn === null ? 'ownfile.household' : 'ownfile.household_past'),
      value: (
        <>
          {t(`people.relation.${relation}`)} {startedOn === null ? null : <DateText value={startedOn} />}
        </>
      ),
    })),
    ...cohorts.map(({ name, since, until }) => ({
      label: t(until === null ? 'ownfile.cohort' : 'ownfile.cohort_past'),
      value: (
        <>
          <LocalText value={name} quiet /> <DateText value={since} />
        </>
      ),
    })),
    ...papers.map(({ fileName, addedAt }) => ({
      label: t('ownfile.paper'),
      value: (
        <>
          <Bdi>{fileName}</Bdi> <DateText value={addedAt} />
        </>
      ),
    })),
  ];
}

/** What is held of a person, each under its name; what nobody said is said to be missing. */
export function HeldFacts({ file }: { file: OwnFile }) {
  const { t, formats } = usePage();
  const missing = t('ui.data.missing');
  const { names, birth, gender, genderWords, languages, areaName, lookedAfterBy } = file;
  const items: Fact[] = [
    ...(names.length === 0 ? [{ label: t('ownfile.name'), value: missing }] : []),
    ...names.map(({ kind, words }) => ({ label: t(`people.nameKind.${kind}`), value: <Bdi>{words}</Bdi> })),
    { label: t('ownfile.birth'), value: birthText(birth, { t, formats }) ?? missing },
    {
      label: t('ownfile.gender'),
      value: genderWords === null ? gender === null ? missing : t(`people.gender.${gender}`) : <Bdi>{genderWords}</Bdi>,
    },
    {
      label: t('ownfile.languages'),
      value: languages.length === 0 ? missing : formats.list(languages.map((one) => languageName(one, t))),
    },
    { label: t('ownfile.interpreter'), value: t(file.needsInterpreter ? 'ownfile.yes' : 'ownfile.no') },
    { label: t('ownfile.area'), value: areaName === null ? missing : <LocalText value={areaName} quiet /> },
    { label: t('ownfile.contact'), value: t(file.mayContact ? 'ownfile.may_contact' : 'ownfile.no_contact') },
    ...file.contactPoints.map((point) => ({
      label: t(`people.contactKind.${point.kind}`),
      value: <ContactFact point={point} />,
    })),
    {
      label: t('ownfile.looked_after'),
      value: lookedAfterBy === null ? t('ownfile.nobody_yet') : <LocalText value={lookedAfterBy} quiet />,
    },
    { label: t('ownfile.since'), value: <DateText value={file.since} /> },
    ...useBelongings(file),
  ];
  return <DescriptionList items={items} />;
}
