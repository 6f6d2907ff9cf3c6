import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const commandSeconds = new Histogram({
  name: 'qantara_route_seconds',
  help: 'Time from a parsed call to its answer, by route and how it ended',
  labelNames: ['route', 'ended'],
  buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
  registers: [registry],
});
const pageSeconds = new Histogram({
  name: 'qantara_http_seconds',
  help: 'Time from request to response headers, by kind and status class',
  labelNames: ['kind', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
  registers: [registry],
});
const jobsEnded = new Counter({
  name: 'qantara_jobs_total',
  help: 'Jobs and deliveries by name and how they ended',
  labelNames: ['name', 'ended'],
  registers: [registry],
});
const outboxWaiting = new Gauge({
  name: 'qantara_outbox_waiting',
  help: 'Events not yet handed to their subscribers',
  registers: [registry],
});

const deadLetters = new Gauge({
  name: 'qantara_dead_letters',
  help: 'Deliveries and jobs that failed for good and wait for a person',
  registers: [registry],
});

/** The figures of this process, for Prometheus. */
export const metrics = {
  commandTimer: (route: string) => {
    const stop = commandSeconds.startTimer({ route });
    return (ended: 'answered' | 'refused' | 'failed') => stop({ ended });
  },
  requestTimer: (kind: 'api' | 'page' | 'wire') => {
    const stop = pageSeconds.startTimer({ kind });
    return (status: number) => stop({ status: `${Math.floor(status / 100)}xx` });
  },
  jobEnded: (name: string, ended: 'done' | 'failed') => jobsEnded.inc({ name, ended }),
  outboxWaiting: (count: number) => outboxWaiting.set(count),
  deadLetters: (count: number) => deadLetters.set(count),
  text: () => registry.metrics(),
  contentType: registry.contentType,
};
