import { checkInterface } from '@qantara/hsds/server';
import { Misused, type Command } from '../command.ts';

const MARKS = { pass: 'pass   ', fail: 'FAIL   ', skipped: 'skipped' } as const;

/** Asks an interface what the standard says of it, wherever it stands, and tells what does not hold. */
export const checkHsdsCommand: Command = {
  name: 'check hsds',
  takes: '<url>',
  does: 'hold any HSDS 3.x interface against the standard; --json, --strict',
  run: async ({ words, options, say }) => {
    const [url] = words;
    if (url === undefined || !URL.canParse(url)) throw new Misused('Say the address of the interface: https://…/hsds');
    const report = await checkInterface(url, { isStrict: options['strict'] !== undefined });
    const { base, requests, isPassed, findings } = report;
    if (options['json'] === undefined) {
      for (const { check, result, detail } of findings)
        say(`${MARKS[result]}  ${check}${detail === null ? '' : `\n           ${detail}`}`);
      const count = (result: string) => findings.filter((finding) => finding.result === result).length;
      say(
        `\n${base}: ${count('pass')} hold, ${count('fail')} do not, ${count('skipped')} left out; ${requests} requests.`,
      );
    } else say(JSON.stringify(report, null, 2));
    if (!isPassed) throw new Error('The interface is not as HSDS says.');
  },
};
