/**
 * Reads KML and KMZ, as Google Earth, 奥维 and phones write them: every Placemark is a feature, with
 * its name, description, times and extended data as columns. How it looks is left out, and what a file
 * only links to is not fetched; both are told.
 */
import { kml } from '@tmcw/togeojson';
import type { Document } from '@xmldom/xmldom';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Task } from '../../core/task.ts';
import { createNoteList } from '../../model/note-list.ts';
import { buildBatch } from '../build-batch.ts';
import type { RawLayer, ReadInput } from '../driver.ts';
import { nameOfFile } from '../file-name.ts';
import { unzipFiles } from '../workspace/zip.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { plainProperties } from '../xml/plain-properties.ts';

export async function readKml(input: ReadInput, task: Task): Promise<Result<RawLayer[]>> {
  const document = isZip(input.bytes) ? findDocument(input.bytes, input.name) : ok(input.bytes);
  if (!document.ok) return document;
  const parsed = parseXml(document.value, input.options.encoding);
  if (!parsed.ok) return parsed;
  const { document: xml, encoding } = parsed.value;
  const notes = createNoteList(input.options.notesPerCode);
  for (const note of parsed.notes) notes.take(note);
  let withLooks = 0;
  const placemarks = kml(xml).features.filter(({ properties: found }) => found?.['@geometry-type'] !== 'networklink');
  const features = placemarks.map((feature) => {
    const { properties, hasLooks } = plainProperties(feature.properties);
    if (hasLooks) withLooks++;
    return { type: 'Feature', geometry: feature.geometry, properties };
  });
  const links = xml.getElementsByTagName('NetworkLink').length;
  if (features.length === 0) return fail(links > 0 ? 'kml-only-links' : 'kml-no-placemarks', { count: links });
  if (links > 0) notes.add('kml-links-left-out', { count: links });
  if (withLooks > 0) notes.add('looks-left-out', { count: withLooks });
  const batch = await buildBatch(features, notes, task);
  const name = nameOfDocument(xml) ?? nameOfFile(input.name);
  return ok([{ name, batch, crs: 'EPSG:4326', encoding, notes: notes.finish() }]);
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** `doc.kml`, else the first KML of the archive, as the format has it. */
function findDocument(bytes: Uint8Array<ArrayBuffer>, name: string): Result<Uint8Array<ArrayBuffer>> {
  const files = unzipFiles(bytes, name);
  if (!files.ok) return files;
  const all = files.value.filter(({ path }) => /\.kml$/iu.test(path));
  const found = all.find(({ path }) => path.toLowerCase() === 'doc.kml') ?? all[0];
  return found ? ok(found.bytes) : fail('kmz-without-kml');
}

function nameOfDocument(xml: Document): string | undefined {
  const document = xml.getElementsByTagName('Document').item(0);
  const name = Array.from(document?.childNodes ?? []).find(({ nodeName }) => nodeName === 'name');
  return name?.textContent?.trim() || undefined;
}
