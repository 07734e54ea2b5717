/**
 * A real city as a workspace: Cambridge, Massachusetts, from the folder that CHENTU_REAL_DATA names.
 * Nothing of the data lies in the repository; without the folder its tests are not run and say so.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkspace } from '../../src/formats/workspace/open-workspace.ts';
import type { WorkspaceDocument } from '../../src/model/workspace.ts';
import { parseRulePack } from '../../src/rules/parse-rule-pack.ts';

const folder = join(process.env.CHENTU_REAL_DATA ?? '', 'cambridge');

export const hasRealData = process.env.CHENTU_REAL_DATA !== undefined && existsSync(folder);

/** Why the tests on real data do not run, in one line; undefined where they do. */
export const whyNoRealData = hasRealData
  ? undefined
  : `not run: CHENTU_REAL_DATA is ${process.env.CHENTU_REAL_DATA === undefined ? 'not set' : 'set, but has no folder cambridge'}`;

const LAYERS = [
  {
    id: 'sites',
    kind: 'constructionSite',
    file: 'CDD_SpecialPermitAreas.geojson',
    fields: { name: 'ProjectName' },
    where: { CaseStatus: ['Under construction'] },
  },
  {
    id: 'parcels',
    kind: 'bareSoil',
    file: 'DERIVED_vacant_industrial_parking_parcels_FY2014.geojson',
    fields: { address: 'Location' },
  },
  {
    id: 'districts',
    kind: 'responsibilityZone',
    file: 'DPW_StreetSweepingDistricts.geojson',
    fields: { name: 'District', owner: 'District' },
  },
  {
    id: 'patrols',
    kind: 'patrolZone',
    file: 'PUBLICSAFETY_PoliceCarRoutes.geojson',
    fields: { name: 'CAR_RTE', owner: 'CAR_RTE' },
  },
  { id: 'roads', kind: 'sweepingRoute', file: 'TRANS_MajorRoads.geojson', fields: { name: 'STREET' } },
  { id: 'boundary', kind: 'boundary', file: 'BOUNDARY_CityBoundary.geojson' },
  { id: 'permits', kind: 'hotspot', file: 'CDD_SpecialPermits.geojson', fields: { name: 'ProjectName' } },
] as const;

/** Without the layers named; features are named by their rows. */
export async function openCambridge(without: readonly string[] = []): Promise<WorkspaceDocument> {
  const layers = LAYERS.filter((layer) => !without.includes(layer.id));
  const manifest = { format: 'chentu-workspace', version: 1, name: 'Cambridge', asOf: '2026-11-23', layers };
  const files = {
    paths: () => ['workspace.json', ...layers.map((layer) => layer.file)],
    read: async (path: string): Promise<Uint8Array<ArrayBuffer>> =>
      path === 'workspace.json'
        ? new TextEncoder().encode(JSON.stringify(manifest))
        : new Uint8Array(await readFile(join(folder, path))),
  };
  const opened = await openWorkspace(files, parseRulePack, {});
  if (!opened.ok) throw new Error(`the Cambridge workspace does not open: ${JSON.stringify(opened.problem)}`);
  if (opened.value.problems.length > 0) throw new Error(JSON.stringify(opened.value.problems));
  return opened.value.document;
}
