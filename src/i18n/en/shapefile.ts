/** Texts of the area "shapefile" (en): reading and writing shapefiles. Same keys and params in every language: src/i18n/texts.test.ts. */
export const shapefileTexts = {
  'problem.dbf-broken':
    'The header of the .dbf is broken ({{bytes}} bytes), so that it cannot be read. Copy or export it again.',
  'problem.dbf-codepage-unknown':
    'The encoding “{{found}}” of the .cpg is not known and was not used. If texts look wrong, state the encoding.',
  'problem.dbf-count-wrong':
    'The .dbf says {{expected}} records and holds {{found}}; those there were read. If records are missing, copy or export it again.',
  'problem.dbf-encoding-contradicted':
    'The file says its encoding is {{stated}}, and its texts are not; they were read as {{encoding}}. If they look wrong, state the encoding.',
  'problem.dbf-field-renamed': 'Field {{column}} has no name or one that was used before; it is read as “{{name}}”.',
  'problem.dbf-field-unreadable':
    'This field is of type “{{type}}”, neither text, number nor date, and was not read. Convert it and export again.',
  'problem.dbf-memo-missing':
    '{{count}} long texts of this column are kept in a .dbt or .fpt that is missing or cannot be read; they are empty. Put that file beside the .dbf.',
  'problem.dbf-memo-missing_one':
    '{{count}} long text of this column is kept in a .dbt or .fpt that is missing or cannot be read; it is empty. Put that file beside the .dbf.',
  'problem.dbf-number-overflow':
    'The number was too long for its field and was written as “{{found}}”; it is read as empty. Get the value from where it came from.',
  'problem.dbf-texts-cut':
    '{{count}} texts of this column had been cut when they were written (the field has {{width}} bytes); the broken last character was left out. Get the full texts from where they came from.',
  'problem.dbf-texts-cut_one':
    '{{count}} text of this column had been cut when it was written (the field has {{width}} bytes); the broken last character was left out. Get the full text from where it came from.',
  'problem.dbf-texts-damaged':
    '{{count}} texts of this column are not {{encoding}}; what could not be decoded shows as a mark. Check them, or state the encoding.',
  'problem.dbf-texts-damaged_one':
    '{{count}} text of this column is not {{encoding}}; what could not be decoded shows as a mark. Check it, or state the encoding.',
  'problem.dbf-value-unreadable':
    'The value “{{found}}” is not of the field’s type and is read as empty. Correct it in the table.',
  'problem.shapefile-blanks-lost':
    '{{count}} texts of this column begin or end with blanks, which a shapefile does not keep.',
  'problem.shapefile-blanks-lost_one':
    '{{count}} text of this column begins or ends with blanks, which a shapefile does not keep.',
  'problem.shapefile-broken':
    'The file ({{bytes}} bytes) is not a readable shapefile: its header is missing or wrong. Copy or export it again.',
  'problem.shapefile-characters-lost':
    '{{count}} characters of this column cannot be written in GB18030 and became question marks. Check the texts.',
  'problem.shapefile-characters-lost_one':
    '{{count}} character of this column cannot be written in GB18030 and became a question mark. Check the text.',
  'problem.shapefile-columns-left-out':
    'A shapefile cannot hold so many columns; {{count}} were left out: {{names}}. Take columns away first, or use GeoJSON or FlatGeobuf.',
  'problem.shapefile-columns-left-out_one':
    'A shapefile cannot hold so many columns; {{count}} was left out: {{names}}. Take columns away first, or use GeoJSON or FlatGeobuf.',
  'problem.shapefile-coordinates-wrong':
    'Some coordinates of this record are no numbers; its shape was not read, its attributes were. Repair it in the program it came from.',
  'problem.shapefile-counts-differ':
    '{{shapes}} shapes and {{records}} rows of attributes: they were matched in order, and what is left over was kept. Check that they belong together.',
  'problem.shapefile-cut-off':
    'The .shp is incomplete: {{found}} of {{expected}} bytes. The shapes behind are missing. Copy or export it again.',
  'problem.shapefile-datum-not-exact':
    'The coordinate system “{{name}}” is Beijing 1954 or Xi’an 1980, for which no public parameters exist. Only the projection was undone: places may be off by tens of metres to over a hundred. Have it converted to CGCS2000 with local parameters, then import again.',
  'problem.shapefile-holes-outside':
    '{{count}} holes lie outside every outer ring and were read as parts of their own. Check the shape.',
  'problem.shapefile-holes-outside_one':
    '{{count}} hole lies outside every outer ring and was read as a part of its own. Check the shape.',
  'problem.shapefile-index-missing':
    'There is no .shx; the .shp was read from record to record. If shapes and attributes do not match, add the .shx.',
  'problem.shapefile-index-wrong':
    'The .shx does not fit the .shp and was not used; the .shp was read from record to record. Export the whole set again.',
  'problem.shapefile-multipatch':
    'This record is a multipatch (3D); its shape was not read, its attributes were. Convert it to footprints and export again.',
  'problem.shapefile-names-changed':
    'Field names of a shapefile have 10 bytes at most and must differ; {{count}} were changed: {{names}}. Tell whoever gets the file.',
  'problem.shapefile-names-changed_one':
    'Field names of a shapefile have 10 bytes at most and must differ; {{count}} was changed: {{names}}. Tell whoever gets the file.',
  'problem.shapefile-numbers-lost':
    '{{count}} numbers of this column are infinite, which a shapefile cannot hold; they were left empty.',
  'problem.shapefile-numbers-lost_one':
    '{{count}} number of this column is infinite, which a shapefile cannot hold; it was left empty.',
  'problem.shapefile-only-index':
    'A .shx is only an index and holds no shapes. Choose the .shp of the same name, with its .dbf and .prj beside it.',
  'problem.shapefile-prj-missing':
    'There is no .prj, so the coordinate system is not known; degrees (WGS84) are assumed. Check the places, or state the coordinate system.',
  'problem.shapefile-prj-unreadable':
    'The .prj cannot be understood ({{found}}); degrees (WGS84) are assumed. State the coordinate system.',
  'problem.shapefile-record-damaged':
    'The shape of this record is damaged and was not read; its attributes were. Export the file again.',
  'problem.shapefile-record-deleted':
    'This record is marked as deleted in the table and was not read. Undelete it in the program it came from if it is needed.',
  'problem.shapefile-record-length-wrong':
    'This record states a wrong length ({{found}} bytes); it was read by its content ({{expected}} bytes). Check the shape.',
  'problem.shapefile-rings-reversed':
    'The rings of this record run the wrong way; outer rings and holes were told apart the other way round. Check the holes.',
  'problem.shapefile-split':
    'A shapefile holds one type of shape; this layer was written as {{names}}. Rows without a shape are in the first.',
  'problem.shapefile-table-alone':
    'This is a .dbf alone: {{count}} rows without shapes. If there is a .shp of the same name, choose that instead.',
  'problem.shapefile-table-alone_one':
    'This is a .dbf alone: {{count}} row without a shape. If there is a .shp of the same name, choose that instead.',
  'problem.shapefile-table-broken':
    'The header of the .dbf is broken ({{bytes}} bytes): only shapes were read. Export the file again.',
  'problem.shapefile-table-missing':
    'There is no .dbf: only shapes were read. Put the .dbf of the same name beside the .shp and import again.',
  'problem.shapefile-texts-cut':
    '{{count}} texts of this column are longer than {{limit}} bytes and were cut. Use GeoJSON or FlatGeobuf for full texts.',
  'problem.shapefile-texts-cut_one':
    '{{count}} text of this column is longer than {{limit}} bytes and was cut. Use GeoJSON or FlatGeobuf for full texts.',
  'problem.shapefile-too-large':
    'The file would have {{megabytes}} MB, beyond the 2 GB of a shapefile. Use FlatGeobuf, or filter first.',
} as const;
