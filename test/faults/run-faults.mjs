/** The fault tests in full: `npm run faults`; FAULT_RUNS and FAULT_SEED choose other runs. */
process.env.FAULT_RUNS ??= '200';
process.argv.push('--project', 'faults');
await import('../browser/run-e2e.mjs');
