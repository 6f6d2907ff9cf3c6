import { openRegion, readConfig, serve } from '@qantara/platform';
import { compose } from '../apps/server/compose.ts';

const config = readConfig(process.env);
const database = await openRegion(config);
const region = await compose(config, database, () => false);
const { port } = await serve(region.fetch, { port: 0, host: '127.0.0.1' });
process.stdout.write(`listening ${port}\n`);
