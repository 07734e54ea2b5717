/** Clipper2 as WebAssembly: it clips and nothing else, so that every candidate pair is clipped. On a grid of millimetres. */
import { createRequire } from 'node:module';
import type { Clipper2ZFactoryFunction, PathsD } from 'clipper2-wasm/dist/clipper2z';
import type { PackedLayer } from '../../../src/geo/packed-layer.ts';
import { findPackage, packageFile } from './package-version.ts';
import { createPairwiseJoins } from './pairwise.ts';
import type { Peer } from './peer.ts';
import { mapFeatures, ringsOf } from './rings.ts';

const DECIMALS = 3;

export const clipper: Peer = {
  name: 'clipper2-wasm',
  setup: 'every candidate pair clipped, flatbush',
  gridMeters: 0.001,
  available: () => findPackage('clipper2-wasm', 'flatbush'),
  async prepare(data) {
    const path = packageFile('clipper2-wasm', 'dist/umd/clipper2z.js');
    const factory = createRequire(path)(path) as { default?: Clipper2ZFactoryFunction } & Clipper2ZFactoryFunction;
    const library = await (factory.default ?? factory)({
      locateFile: () => packageFile('clipper2-wasm', 'dist/umd/clipper2z.wasm'),
    });
    const pathsOf = (layer: PackedLayer, feature: number): PathsD => {
      const paths = new library.PathsD();
      for (const ring of ringsOf(layer, feature)) {
        const made = library.MakePathD(ring.slice(0, -1).flat());
        paths.push_back(made);
        made.delete();
      }
      return paths;
    };
    const zones = mapFeatures(data.zones, (i) => pathsOf(data.zones, i));
    const sources = mapFeatures(data.sources, (i) => pathsOf(data.sources, i));
    const { EvenOdd, NonZero } = library.FillRule;
    const measureAndFree = (paths: PathsD): number => {
      const area = Math.abs(library.AreaPathsD(paths));
      paths.delete();
      return area;
    };

    return {
      joins: createPairwiseJoins(data, {
        sharedArea: (source, zone) =>
          measureAndFree(library.IntersectD(sources[source]!, zones[zone]!, EvenOdd, DECIMALS)),
        sharedZoneArea: (a, b) => measureAndFree(library.IntersectD(zones[a]!, zones[b]!, EvenOdd, DECIMALS)),
        uncoveredArea: (source, covers) => {
          const clips = new library.PathsD();
          for (const zone of covers) {
            const paths = zones[zone]!;
            for (let i = 0; i < paths.size(); i++) {
              const ring = paths.get(i);
              clips.push_back(ring);
              ring.delete();
            }
          }
          const area = measureAndFree(library.DifferenceD(sources[source]!, clips, NonZero, DECIMALS));
          clips.delete();
          return area;
        },
      }),
    };
  },
};
