import { expect, it } from 'vitest';
import type { Finding } from '../../../model/findings.ts';
import { findPlacePicture, type PlacePictureFacts } from './place-picture.ts';

const finding = { id: 'f' } as Finding;
const files = { 'attachments/cases/f-1.jpg': Uint8Array.of(1), 'attachments/hotspot.jpg': Uint8Array.of(2) };
const taken = { finding, picture: new Blob([Uint8Array.of(3)]) };
const facts: PlacePictureFacts = { files, hotspotPhoto: 'attachments/hotspot.jpg', taken, current: finding };

async function find(photos: readonly string[], more: Partial<PlacePictureFacts> = {}) {
  const found = findPlacePicture({ photos }, { ...facts, ...more });
  return found && [found.kind, new Uint8Array(await found.blob.arrayBuffer())[0]];
}

it('takes the photo of the case, then of the hotspot, then the map that was taken', async () => {
  expect(await find(['cases/f-1.jpg'])).toEqual(['photo', 1]);
  expect(await find([])).toEqual(['photo', 2]);
  expect(await find([], { hotspotPhoto: undefined })).toEqual(['map', 3]);
  expect(await find([], { hotspotPhoto: undefined, taken: undefined })).toBeUndefined();
});

it('passes over what no browser shows, what has no file, and a map of what the finding was before', async () => {
  expect(await find(['cases/f-1.heic', 'cases/gone.jpg'])).toEqual(['photo', 2]);
  expect(await find([], { files: undefined })).toEqual(['map', 3]);
  expect(await find([], { files: undefined, current: { ...finding } })).toBeUndefined();
});
