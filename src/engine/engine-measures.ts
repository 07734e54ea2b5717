/** What the helpers of the page's engine do: the measuring of the checks, and what the map draws. */
import { MEASURES, type MeasureTable } from '../checks/measure-table.ts';
import type { Measures } from '../core/spread.ts';
import { type DrawingRange, type DrawnPart, drawPart } from './build-drawables.ts';

export interface EngineTable extends MeasureTable {
  drawing: { common: object; range: DrawingRange; output: DrawnPart };
}

export const ENGINE_MEASURES: Measures<EngineTable> = { ...MEASURES, drawing: () => drawPart };
