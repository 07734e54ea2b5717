/** The helper's entry in Node: a file of its own in the built command line. */
import { MEASURES } from '../checks/measure-table.ts';
import { serveRanges } from './serve-ranges.ts';

serveRanges(MEASURES);
