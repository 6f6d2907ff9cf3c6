import { z } from 'zod';

// A policy that forbids `eval` reports it where a library only tries whether it may: in the browser shapes are read without it.
if ('document' in globalThis) z.config({ jitless: true });
