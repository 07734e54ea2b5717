/**
 * Makes the slip templates that come with the app: `node data/templates/build-slip-templates.mjs`. An office changes
 * the .docx in Word and needs none of this; docs/slips.md explains the placeholders.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Packer } from 'docx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { findingTemplate } from './finding-template.mjs';
import { LABELS } from './labels.mjs';
import { streetTemplate } from './street-template.mjs';

/** The clock must not change the bytes: zip dates of 1980, and core properties that name no day. */
const FIXED_DATE = new Date(1980, 0, 1);
const CORE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Chentu</dc:creator></cp:coreProperties>';

for (const language of Object.keys(LABELS)) {
  for (const [name, make] of [
    ['finding', findingTemplate],
    ['street', streetTemplate],
  ]) {
    const parts = unzipSync(await Packer.toBuffer(make(LABELS[language])));
    // Comments and notes that are not there need no parts.
    parts['docProps/core.xml'] = strToU8(CORE);
    const bytes = zipSync(parts, { level: 9, mtime: FIXED_DATE });
    writeFileSync(join(import.meta.dirname, `slip-${name}.${language}.docx`), bytes);
  }
}
