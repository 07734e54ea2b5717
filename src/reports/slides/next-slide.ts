/** Slides of one board, made as they are needed. */
import type PptxGenJS from 'pptxgenjs';

/** `page`: 0 for the first, then those on which the board goes on, last that of the notes. */
export type NextSlide = (page: number | 'notes') => PptxGenJS.Slide;
