import type { Actor, LocalizedText } from '@qantara/kernel';
import type { Report } from '@qantara/observatory/contract';
import { lastOver, readPeriod } from '@qantara/observatory/domain';
import { readSeed } from '../read-seed.ts';
import type { Told } from '../tell.ts';

const DAY = 86_400_000;

type Loading = { told: Told; now: Date; planner: Actor; second: Actor };
/** What is said of each section, by template. */
type Said = Record<string, Record<string, LocalizedText>>;

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

async function write({ told, now, planner }: Loading, asked: { templateCode: string; period: string }, said: Said) {
  const desk = told.observatory({ actor: planner, now });
  let report: Report = await desk.startReport(asked);
  for (const [section, words] of Object.entries(said[asked.templateCode] ?? {})) {
    const { reportId, version } = report;
    report = await desk.writeWords({ reportId, version, section, words });
  }
  return report;
}

async function publish(loading: Loading, { reportId, version }: Report): Promise<void> {
  const desk = loading.told.observatory({ actor: loading.second, now: loading.now });
  const approved = await desk.approveReport({ reportId, version });
  await desk.publishReport({ reportId, version: approved.version });
}

/** The observatory's reports of the last periods: published ones, and one that is being written. */
export async function loadObservatory(loading: Loading): Promise<void> {
  const said = readSeed<Said>('sample/observatory.json');
  const today = dayOf(loading.now);
  const year = lastOver('year', today);
  const quarter = lastOver('quarter', today);
  const before = lastOver('quarter', dayOf(new Date(Date.parse(readPeriod(quarter).startsOn) + DAY)));
  for (const asked of [
    { templateCode: 'equality', period: year },
    { templateCode: 'access', period: year },
    { templateCode: 'answers', period: before },
  ])
    await publish(loading, await write(loading, asked, said));
  await write(loading, { templateCode: 'answers', period: quarter }, said);
}
