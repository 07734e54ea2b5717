/** source-unassigned: dust sources not, or not fully, inside the union of the responsibility leaf zones. */
import { createCoverageRule } from './source-uncovered.ts';

export const sourceUnassigned = createCoverageRule('source-unassigned', 'responsibilityZone');
