import type { Actor } from '@qantara/kernel';
import { actorAs, ROLES } from '../apps/server/matrix/actors.ts';
import { ABOUT_A_PERSON } from '../apps/server/matrix/about-a-person.ts';
import { idsOfNothing, inputsFor, type Ids } from '../apps/server/matrix/inputs.ts';
import { smallRegion, type SmallRegion } from '../apps/server/matrix/region.ts';

const ROUNDS = Number(process.argv[2] ?? 300);
const WARM_UP = 20;
/** Half is a guess: above three in four somebody who asks once would mostly be right. */
const MOST_TOLD = 0.75;

type Times = { foreign: number[]; missing: number[] };

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const median = (times: number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;

/** How often whoever calls the slower of two answers the hidden record is right. */
function told({ foreign, missing }: Times): number {
  const wins = foreign.flatMap((one) => missing.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)));
  const share = wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
  return Math.max(share, 1 - share);
}

type Asked = { region: SmallRegion; actor: Actor; path: string };

/** A record that this caller may not know of, and one that nobody has, asked for in turns. */
async function askInTurns({ region, actor, path }: Asked): Promise<Times> {
  const times: Times = { foreign: [], missing: [] };
  const { serviceId, partnerId } = region.ours;
  const caller = { actor, locale: 'en' as const, origin: 'bench', setSession: () => undefined };
  const ask = async (ids: Ids): Promise<number> => {
    const input = inputsFor(region, { ...ids, serviceId, partnerId })[path];
    const began = performance.now();
    await region.executor.call(path, input, { caller });
    return performance.now() - began;
  };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const [foreign, missing] = [await ask(region.theirs), await ask(idsOfNothing())];
    if (round >= 0) times.foreign.push(foreign);
    if (round >= 0) times.missing.push(missing);
  }
  return times;
}

const region = await smallRegion();
const telling: string[] = [];
say(`${''.padEnd(84)}hidden ms   missing ms   ratio   told`);
for (const role of ROLES)
  for (const path of ABOUT_A_PERSON) {
    const bound = region.executor.routes.find(({ route }) => route.path === path);
    const place = role === 'partner' ? { ...region.ours, organisationId: region.ours.partnerId } : region.ours;
    const actor = actorAs(role, place);
    if (bound === undefined || !actor.permissions.has(bound.route.may)) continue;
    const times = await askInTurns({ region, actor, path });
    const [foreign, missing] = [median(times.foreign), median(times.missing)];
    const share = told(times);
    const line = `${role} ${path}`;
    say(
      `${line.padEnd(84)}${foreign.toFixed(2).padStart(9)}    ${missing.toFixed(2).padStart(9)}   ${(foreign / missing).toFixed(2)}    ${share.toFixed(2)}`,
    );
    if (share > MOST_TOLD) telling.push(line);
  }
await region.close();
if (telling.length > 0) {
  say(`Its time tells that it is there: ${telling.join('; ')}`);
  process.exitCode = 1;
}
