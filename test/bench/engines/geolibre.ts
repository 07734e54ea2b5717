/**
 * geolibre-wasm's own tools: the topology rule "polygons must not overlap" (C) and its spatial join (A, B1). They take
 * files of GeoJSON, which is written beforehand and not counted; reading it is theirs, and is.
 */
import { readFile } from 'node:fs/promises';
import type { PackedLayer } from '../../../src/geo/packed-layer.ts';
import type { Answer } from '../joins.ts';
import { findPackage, packageFile } from './package-version.ts';
import type { Peer } from './peer.ts';
import { ringsOf } from './rings.ts';

/** Where the file system that the package gives its tools has their files. */
const FOLDER = '/work';

export const geolibre: Peer = {
  name: 'geolibre-wasm',
  setup: 'tools topology_rule_validate and spatial_join, GeoJSON parsing included',
  gridMeters: 0,
  available: () => findPackage('geolibre-wasm'),
  async prepare(data) {
    const { initTools, runTool } = await import('geolibre-wasm/tools');
    await initTools(await readFile(packageFile('geolibre-wasm', 'geolibre-cli.wasm')));
    const zones = collectionOf(data.zones, (rings) => ({ type: 'Polygon', coordinates: rings }));
    const sources = collectionOf(data.sources, (rings) => ({ type: 'Polygon', coordinates: rings }));
    const hotspots = collectionOf(data.hotspots, (rings) => ({ type: 'Point', coordinates: rings[0]![0]! }));

    async function run(tool: string, args: readonly string[], input: Record<string, Uint8Array>) {
      const { exitCode, stdout, files } = await runTool(tool, {
        args: [...args, `--output=${FOLDER}/out.geojson`],
        input,
      });
      const bytes = files['out.geojson'];
      if (exitCode !== 0 || !bytes) throw new Error(`${tool} ended with ${exitCode}: ${stdout.at(-1) ?? ''}`);
      return JSON.parse(new TextDecoder().decode(bytes)) as { features: { properties: Record<string, unknown> }[] };
    }

    /** Pairs that share a point: zones counted per target. */
    async function countJoined(target: Uint8Array): Promise<Answer> {
      const { features } = await run(
        'spatial_join',
        [`--target=${FOLDER}/a.geojson`, `--join=${FOLDER}/b.geojson`, '--predicate=intersects', '--strategy=count'],
        { 'a.geojson': target, 'b.geojson': zones },
      );
      return { found: features.reduce((sum, { properties }) => sum + Number(properties.JOIN_COUNT ?? 0), 0) };
    }

    return {
      joins: {
        A: () => countJoined(hotspots),
        B1: () => countJoined(sources),
        C: async () => {
          const { features } = await run(
            'topology_rule_validate',
            [`--input=${FOLDER}/in.geojson`, '--rule_set=polygon_must_not_overlap'],
            { 'in.geojson': zones },
          );
          const pairs = new Set<number>();
          for (const { properties } of features) {
            const [a, b] = [Number(properties.FEATURE_FID), Number(properties.RELATED_FID)];
            pairs.add(Math.min(a, b) * data.zones.count + Math.max(a, b));
          }
          const checksum = [...pairs].reduce(
            (sum, pair) => sum + (Math.floor(pair / data.zones.count) + 1) * ((pair % data.zones.count) + 1),
            0,
          );
          return { found: pairs.size, checksum };
        },
      },
    };
  },
};

function collectionOf(layer: PackedLayer, geometryOf: (rings: number[][][]) => object): Uint8Array {
  const features: string[] = [];
  for (let i = 0; i < layer.count; i++) {
    features.push(JSON.stringify({ type: 'Feature', properties: { id: i }, geometry: geometryOf(ringsOf(layer, i)) }));
  }
  return new TextEncoder().encode(`{"type":"FeatureCollection","features":[${features.join(',')}]}`);
}
