/** A street with a grid and a street without, and three faults planted in them: for tests of slips. */
import { checkDocument } from '../../src/checks/check-document.ts';
import type { CheckResult } from '../../src/model/findings.ts';
import type { WorkspaceDocument } from '../../src/model/workspace.ts';
import { area, layerOf, workspaceOf } from './workspace.ts';

export const AS_OF = '2026-11-23T20:30:00Z';

/**
 * East street 东街道 (0–1000 m east) holds the grid 东一网格 (0–500 m), west street 西街道 lies beside it with no grid.
 * Soil S1 was bared in October in the grid; S2 lies outside of everything; an overlap of two patrols of different
 * owners lies in the west street.
 */
export function plantedWorkspace(more: Parameters<typeof workspaceOf>[1] = {}): WorkspaceDocument {
  const zones = layerOf('zones', 'responsibilityZone', [
    // First, and on everybody's ground: another department's.
    area('M', [-1000, 0, 2000, 1000], {
      name: '渣土片区',
      level: 'street',
      duty: '渣土',
      owner: '城管局',
      person: '队长',
    }),
    area('D', [-1000, 0, 2000, 1000], { name: '示范区', level: 'district', owner: '区政府', leader: '区领导' }),
    area('W', [-1000, 0, 1000, 1000], { name: '西街道', level: 'street', owner: '西街道办' }),
    area('E', [0, 0, 1000, 1000], { name: '东街道', level: 'street', owner: '东街道办', person: '街道办主任' }),
    area('E1', [0, 0, 500, 1000], {
      name: '东一网格',
      level: 'grid',
      owner: '东一社区',
      person: '网格员甲',
      phone: '0000-001',
    }),
  ]);
  const soil = layerOf('soil', 'bareSoil', [
    area('S1', [100, 100, 100, 80], {
      name: '1 号地块 <{编号}> & "甲"',
      owner: '某建设公司',
      person: '工长乙',
      phone: '0000-002',
      address: '东一路 1 号',
      status: 'uncovered',
      openedAt: '2026-10-01',
    }),
    area('S2', [3000, 100, 100, 80], { name: '2 号地块', status: 'greened' }),
  ]);
  const patrols = layerOf('patrols', 'patrolZone', [
    area('P1', [-1000, 0, 600, 1000], { name: '巡查一', owner: '一中队', person: '丙' }),
    area('P2', [-500, 0, 1500, 1000], { name: '巡查二', owner: '二中队', person: '丁' }),
  ]);
  return { ...workspaceOf([zones, soil, patrols], more), asOf: AS_OF };
}

export const checkPlanted = (document: WorkspaceDocument): Promise<CheckResult> => checkDocument(document, {});
