/** Slides, and the papers of the month. */
export function SlidesSection() {
  return null;
}
