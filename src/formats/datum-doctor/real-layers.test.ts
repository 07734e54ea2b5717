/** Layers that others made: their datum told by other layers that others made. Run where CHENTU_REAL_DATA is set. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FeatureBatch } from '../../model/feature-batch.ts';
import type { LayerKind } from '../../model/kinds.ts';
import { readFile } from '../read-file.ts';
import { DATUMS, type DatumReference } from './datum-types.ts';
import { examineDatum } from './examine-datum.ts';
import { batchOf, inDatum, readOutlines } from './test-layers.ts';

const realData = process.env.CHENTU_REAL_DATA;

async function read(path: string): Promise<FeatureBatch> {
  const bytes = new Uint8Array(readFileSync(join(realData!, path)));
  const result = await readFile({ name: path.split('/').at(-1)!, bytes }, {}, {});
  if (!result.ok) throw new Error(result.problem.code);
  return result.value[0]!.batch;
}

const reference = (kind: LayerKind, batch: FeatureBatch): DatumReference => ({ kind, batch });
const POIS = ['hospital', '中学', '大学', '小学'].map((name) =>
  name === 'hospital' ? 'shanghai/poi_shanghai_hospital.csv' : `shanghai/poi_${name}.csv`,
);

describe.skipIf(!realData)('Shanghai', () => {
  const districts = () => {
    const [shp, dbf] = ['shp', 'dbf'].map((ending) =>
      readFileSync(join(realData!, `shanghai/上海_区县界_area.${ending}`)),
    );
    return reference('responsibilityZone', batchOf(readOutlines(shp!, dbf!, 'NAME', 'gbk')));
  };

  it('has DataV districts in GCJ-02, by the districts of a shapefile in WGS84', async () => {
    const layer = await read('shanghai/datav_GCJ02_310000_districts.json');
    const { verdict, observedShift, candidates, reasons } = await examineDatum(layer, [districts()], {});
    expect(verdict).toEqual({ datum: 'gcj02', confidence: 'high' });
    expect(reasons.map(({ code }) => code)).toEqual([
      'datum-verdict-high',
      'datum-evidence-shapes',
      'datum-evidence-outlines',
      'datum-zones-change',
    ]);
    // Ten of sixteen have the same size in both; the others' borders were changed or drawn at sea.
    const [wgs84, gcj02, bd09] = candidates;
    expect([wgs84!.matchedShapes, gcj02!.matchedShapes, bd09!.matchedShapes]).toEqual([0, 10, 0]);
    expect(Math.abs(observedShift!.eastMeters - 428)).toBeLessThan(30);
    expect(Math.abs(observedShift!.northMeters + 222)).toBeLessThan(30);
    expect(gcj02!.residualMeters).toBeLessThan(30);
    expect(gcj02!.outlineMeters).toBeLessThan(25);
    expect(wgs84!.outlineMeters).toBeGreaterThan(200);
  });

  it.each(POIS)('has %s in WGS84, by the district that each row names', async (path) => {
    const layer = await read(path);
    for (const datum of DATUMS) {
      const { verdict, reasons } = await examineDatum(inDatum(layer, datum), [districts()], {});
      expect(verdict).toEqual({ datum, confidence: 'high' });
      const named = reasons.find(({ code }) => code === 'datum-evidence-named-zones');
      expect(named?.params.column).toBe('adname');
      expect(named?.params[`${datum}Fraction`]).toBeGreaterThan(0.95);
    }
  });

  it('has roads in WGS84, by the places that would else lie on them', async () => {
    const layer = await read('shanghai/sh-road2.json');
    const places = (await Promise.all(POIS.map(read))).map((batch) => reference('receptor', batch));
    for (const datum of DATUMS) {
      const { verdict, reasons } = await examineDatum(inDatum(layer, datum), places, {});
      expect(verdict).toEqual({ datum, confidence: 'medium' });
      expect(reasons[1]?.code).toBe('datum-evidence-clear-of-roads');
    }
    // Thirteen motorways through a city of a hundred kilometres: fewer places lie on them in WGS84, yet not many fewer.
    const sparse = await examineDatum(await read('shanghai/sh-road.json'), places, {});
    expect(sparse.verdict).toEqual({ datum: 'wgs84', confidence: 'low' });
  });
});

describe.skipIf(!realData)('Beijing, OpenStreetMap', () => {
  it.each(DATUMS)('is recognised in %s, roads by roads and buildings by roads or buildings', async (datum) => {
    const roads = await read('osm/beijing_tsinghua_roads_2025.geojson');
    const buildings = await read('osm/beijing_tsinghua_buildings_2025.geojson');
    const cases: [FeatureBatch, DatumReference, string][] = [
      [roads, reference('road', roads), 'datum-evidence-lines'],
      [buildings, reference('road', roads), 'datum-evidence-clear-of-roads'],
      [buildings, reference('constructionSite', buildings), 'datum-evidence-shapes'],
      [roads, reference('constructionSite', buildings), 'datum-evidence-clear-of-roads'],
    ];
    for (const [layer, against, code] of cases) {
      const { verdict, reasons } = await examineDatum(inDatum(layer, datum), [against], {});
      expect(verdict, code).toEqual({ datum, confidence: 'high' });
      expect(reasons.map((reason) => reason.code)).toContain(code);
    }
  });
});
