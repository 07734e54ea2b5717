/** Adds up what the unit and end-to-end tests reported and prints one closing line; fails if either ran nothing. */
import { readFileSync, writeFileSync } from 'node:fs';

const unit = JSON.parse(readFileSync('test-results/unit.json', 'utf8'));
const e2e = JSON.parse(readFileSync('test-results/e2e.json', 'utf8')).stats;
const passed = unit.numPassedTests + e2e.expected;
const failed = unit.numFailedTests + e2e.unexpected + e2e.flaky;
const skipped = unit.numPendingTests + unit.numTodoTests + e2e.skipped;
const closingLine = `${passed} passed, ${failed} failed, ${skipped} skipped`;
writeFileSync('test-results/closing-line.txt', `${closingLine}\n`);
process.stdout.write(`\n${closingLine}\n`);
if (failed > 0 || unit.numPassedTests === 0 || e2e.expected === 0) process.exit(1);
