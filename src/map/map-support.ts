/** Whether this browser can draw the map at all: to be asked before `createMapView`, which needs WebGL2. */
import type { MapFailure } from './map-types.ts';

export function findMapFailure(): MapFailure | undefined {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    if (!context) return { code: 'map.problem.webgl', detail: 'getContext("webgl2") gave null' };
    // Browsers allow only some contexts at a time: this one is not waited for by the garbage collector.
    context.getExtension('WEBGL_lose_context')?.loseContext();
    return undefined;
  } catch (error) {
    return { code: 'map.problem.webgl', detail: String(error) };
  }
}
