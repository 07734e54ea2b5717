/** The page's first paint, or what stands for it where nothing is painted: a hidden tab, a browser that does not tell. */

/** A page that shows nothing for longer has other troubles. */
const PATIENCE_MS = 1000;

/** Resolves once the page has shown something. What blocks its thread for long waits for this. */
export function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    const painted = () => {
      clearTimeout(timer);
      resolve();
    };
    const observer = new PerformanceObserver(() => {
      observer.disconnect();
      painted();
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}
