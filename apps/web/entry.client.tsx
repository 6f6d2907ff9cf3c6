import { Locale } from '@qantara/kernel';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { loadTranslator } from './catalogues.ts';

// A page only comes alive once its words are there: before that it already works as plain HTML.
await loadTranslator(Locale.parse(document.documentElement.lang));

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  );
});
