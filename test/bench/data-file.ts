/** The packed district as one file, by which the engines, each in a process of its own, come to the same data. */
import { readFile, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { BenchData } from './district/district.ts';

const LAYERS = ['sources', 'zones', 'routes', 'hotspots'] as const;

/** One file per layer: XL would not fit into one buffer of Node's serializer beside the rest. */
export async function writeData(folder: string, data: BenchData): Promise<void> {
  for (const layer of LAYERS) await writeFile(`${folder}/${layer}.bin`, serialize(data[layer]));
  await writeFile(`${folder}/served.bin`, serialize(data.served));
}

export async function readData(folder: string): Promise<BenchData> {
  const read = async (name: string) => deserialize(await readFile(`${folder}/${name}.bin`)) as never;
  return {
    sources: await read('sources'),
    zones: await read('zones'),
    routes: await read('routes'),
    hotspots: await read('hotspots'),
    served: await read('served'),
  };
}
