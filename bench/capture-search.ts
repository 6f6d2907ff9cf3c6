import { ANYONE } from '@qantara/kernel';
import { createExecutor, openRegion, readConfig, vaultOf } from '@qantara/platform';
import { modules } from '../apps/server/modules.ts';
import { WORDS } from './words.ts';

type Statement = { text: string; values: unknown[] };
type Asked = string | { text: string; values?: unknown[] };

/** Prints, for each of the words, the statements that the product asks the database for them: the floor asks the same, bare. */
async function capture(): Promise<Record<string, Statement[]>> {
  const config = readConfig(process.env);
  const database = await openRegion(config);
  let heard: Statement[] = [];
  const connect = database.pool.connect.bind(database.pool);
  database.pool.connect = async () => {
    const client = await connect();
    const query = client.query.bind(client) as (asked: Asked) => ReturnType<typeof client.query>;
    const listening = (asked: Asked) => {
      const { text, values = [] } = typeof asked === 'string' ? { text: asked } : asked;
      if (/^\s*(?:select|with)\b/i.test(text)) heard.push({ text, values });
      return query(asked);
    };
    return Object.assign(client, { query: listening });
  };
  const executor = createExecutor(modules, { database, vault: vaultOf(config.secret), timeZone: 'UTC' });
  const caller = { actor: ANYONE, locale: 'en' as const, origin: 'bench', setSession: () => undefined };
  const captured: Record<string, Statement[]> = {};
  for (const words of WORDS) {
    heard = [];
    await executor.call('GET /services', { words }, { caller });
    captured[words] = heard;
  }
  await database.close();
  return captured;
}

process.stdout.write(`${JSON.stringify(await capture())}\n`);
