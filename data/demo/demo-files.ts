/** The demo workspace as files, one after another. How a layer becomes bytes is the caller's business. */
import type { FeatureBatch } from '../../src/model/feature-batch.ts';
import { type DemoSize, generateDistrict } from './generate-district.ts';
import { writePmtiles } from './write-pmtiles.ts';

export interface DemoFile {
  /** Within the workspace folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface DemoFilesOptions {
  readonly size: DemoSize;
  readonly seed: number;
  /** As for `generateDistrict`. */
  readonly months?: readonly string[];
  /** An indexed FlatGeobuf of a layer, e.g. the formats' writer. */
  readonly writeLayer: (title: string, batch: FeatureBatch) => Promise<Uint8Array<ArrayBuffer>>;
}

/** workspace.json first, the base map last. Only one layer lies in memory at a time. */
export async function* demoFiles(options: DemoFilesOptions): AsyncGenerator<DemoFile> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const { manifest, layers, series, plantedFaults, baseMap } = generateDistrict(options);
  yield { path: 'workspace.json', bytes: encode(`${JSON.stringify(manifest, null, 2)}\n`) };
  yield { path: 'planted-faults.json', bytes: encode(`${JSON.stringify(plantedFaults, null, 2)}\n`) };
  for (const layer of manifest.layers) {
    const build = layers.get(layer.id as Parameters<typeof layers.get>[0]);
    if (!build) throw new Error(`demo: found layer "${layer.id}" in the manifest, expected a builder for it`);
    yield { path: layer.file, bytes: await options.writeLayer(layer.title ?? layer.id, build()) };
  }
  for (const { path, text } of series) yield { path, bytes: encode(text) };
  yield { path: 'basemap.pmtiles', bytes: writePmtiles(baseMap(), manifest.name) };
}
