/** source-unpatrolled: dust sources not, or not fully, inside the union of the patrol leaf zones. */
import { createCoverageRule } from './source-uncovered.ts';

export const sourceUnpatrolled = createCoverageRule('source-unpatrolled', 'patrolZone');
