import type { District } from './district.ts';
export interface BaseMap {
  readonly layers: Readonly<Record<string, readonly unknown[]>>;
}
export function buildBaseMap(district: District): BaseMap {
  void district;
  return { layers: {} };
}
