import type { Config } from '@react-router/dev/config';

const config: Config = {
  appDirectory: '.',
  buildDirectory: 'build',
  ssr: true,
  // The whole table of routes goes with the first script, so that no page asks for it later and none is missed offline.
  routeDiscovery: { mode: 'initial' },
};

export default config;
