/** A worker thread that serves the toy jobs, and whom their fates befall. Bundled by the test that starts it. */
import { serveRanges } from '../../src/cli/serve-ranges.ts';
import { createToyMeasures } from './toy-measures.ts';

serveRanges(
  createToyMeasures((fate) => {
    if (fate === 'exit') process.exit(3);
    if (fate === 'throw') throw new Error('struck');
    for (;;);
  }),
);
