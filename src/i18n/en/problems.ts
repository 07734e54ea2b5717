/** Texts of the area "problems" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const problemsTexts = {
  'problem.carried-files-too-large':
    'The files that go with the workspace (attachments, snapshots, series) exceed {{megabytes}} MB; from this one on they are not saved with it. Keep a copy of them yourself.',
  'problem.column-binary': 'This column holds binary content and was not read.',
  'problem.coordinates-are-degrees':
    'The coordinate system is given as projected ({{crs}}), but the numbers look like degrees (first point {{x}}, {{y}}). Choose EPSG:4326 or EPSG:4490 (crs in workspace.json).',
  'problem.coordinates-are-text': '{{count}} positions are written as text; they were read as numbers.',
  'problem.coordinates-not-convertible':
    'The position {{x}}, {{y}} cannot be converted from {{crs}} to longitude and latitude; the feature is treated as having no geometry. Check coordinates and CRS.',
  'problem.coordinates-not-degrees':
    'By {{crs}} the coordinates should be degrees, but they are not (first point {{x}}, {{y}}). Choose the coordinate system (crs in workspace.json); from the numbers it may be: {{guess}}.',
  'problem.coordinates-out-of-range':
    'The coordinates are outside the globe (longitude {{longitude}}, latitude {{latitude}}); the feature is left out of the checks. Check coordinates, CRS and the order of longitude and latitude.',
  'problem.coordinates-swapped':
    'Longitude and latitude are the wrong way round (first point {{x}}, {{y}}, by {{crs}}). Export the file again with longitude first.',
  'problem.crs-malformed':
    'The coordinate system “{{crs}}” cannot be read ({{reason}}). Use an EPSG code, or check the proj4 string.',
  'problem.crs-unknown':
    'The coordinate system “{{crs}}” is not known. Use an EPSG code (WGS84, all CGCS2000 3° and 6° zones, Web Mercator, UTM) or a proj4 string.',
  'problem.datum-guess-china-projected':
    'The coordinates are projected survey coordinates ({{crs}}); national grids are not shifted, so this should be WGS84/CGCS2000.',
  'problem.datum-guess-datav':
    'The fields (adcode, childrenNum) are those of DataV boundaries, which are in GCJ-02. Set datum to gcj02.',
  'problem.datum-guess-named': 'The name “{{name}}” mentions a datum; the guess is {{datum}}. Please check.',
  'problem.datum-guess-open':
    'The data lie in China; the file alone does not tell WGS84 from GCJ-02 or BD-09 (50 to 700 m apart). Compare it with a base map or a layer you know.',
  'problem.datum-guess-outside': 'The data lie outside China, where GCJ-02 and BD-09 do not apply.',
  'problem.draw.hole-outside': 'The outline cuts the hole inside the zone. Keep the hole wholly inside.',
  'problem.draw.no-ring': 'This zone has no outline to edit. Delete it and draw it again.',
  'problem.draw.self-crossing':
    'The outline may not cross or touch itself. Place the point elsewhere, or press Backspace to take one back.',
  'problem.draw.several-parts':
    'This zone has {{parts}} parts; its outline cannot be edited point by point yet. Its words can be changed, and the whole zone deleted.',
  'problem.draw.three-vertices': 'A patrol zone needs at least three points.',
  'problem.draw.zoom-in-to-snap': 'Too many outlines are in view to snap to. Snapping returns as you zoom in.',
  'problem.duplicate-id':
    'The id “{{id}}” is used by an earlier feature; this one is named “{{renamed}}”. Correct it in the file.',
  'problem.encoding-damaged':
    'The text is neither UTF-8 nor GBK; it was read as {{encoding}} and some letters may be wrong. Choose the encoding (encoding in workspace.json).',
  'problem.encoding-guessed':
    'The file is not UTF-8 and was read as {{encoding}} (GBK). If the text is wrong, choose another (encoding in workspace.json).',
  'problem.encoding-unknown': 'The encoding “{{encoding}}” is not known. Use utf-8, gbk or gb18030.',
  'problem.feature-not-an-object': 'This entry is no feature ({{found}}) and was not read. Remove or correct it.',
  'problem.feature-type-wrong':
    "A feature's type should be Feature and is {{found}}; it was read where it has geometry or properties. Correct it.",
  'problem.field-column-missing':
    'fields maps “{{key}}” to the column “{{column}}”, which the file does not have. Its columns are: {{columns}}. Correct workspace.json.',
  'problem.field-unknown':
    '“{{name}}” in fields is no field of a {{kind}} layer and was passed over. Known fields: {{known}}.',
  'problem.file-empty': 'The file is empty. Export or copy it again.',
  'problem.file-too-large':
    'The file has {{megabytes}} MB, too much to be read as one text. Convert it to FlatGeobuf (.fgb) first, for instance with QGIS or ogr2ogr.',
  'problem.finding-without-subject':
    'The feature of this finding is no longer there to be measured again. Run the check again first.',
  'problem.flatgeobuf-attributes-broken':
    'The attributes of this row are damaged; only those before the damage were read, the geometry is whole. Export the file again.',
  'problem.flatgeobuf-cut-off':
    'The file is cut off: {{done}} features were read, it breaks here (there should be {{total}}). Copy or export the file again.',
  'problem.flatgeobuf-feature-broken': 'This row is damaged and was not read. Export the file again.',
  'problem.flatgeobuf-header-broken':
    'The header of the FlatGeobuf is damaged or cut off ({{bytes}} bytes in all); nothing can be read. Copy or export the file again.',
  'problem.flatgeobuf-magic':
    'The name ends in .fgb, but the content is no FlatGeobuf. Check the file, or export it again.',
  'problem.format-not-readable':
    'The format {{format}} can be written but not read. Readable: {{formats}}. Convert the file first.',
  'problem.format-not-writable': 'The format {{format}} cannot be written. Writable: {{formats}}.',
  'problem.format-unknown': "The file's format is not recognised. Readable: {{formats}}. Convert the file first.",
  'problem.geojson-crs-unreadable':
    "The file's crs member cannot be understood ({{found}}); the coordinates were taken as WGS84 degrees. If that is wrong, choose the coordinate system (crs in workspace.json).",
  'problem.geojson-features-missing':
    'The FeatureCollection has no list of features (found {{found}}). Export the file again.',
  'problem.geojson-list-of-features':
    'The file is a bare list of features without a FeatureCollection around it; it was read all the same.',
  'problem.geojson-no-features':
    'The file is JSON but not GeoJSON (type {{found}}); it holds no features. Make sure it was exported as GeoJSON.',
  'problem.geojson-type-missing':
    'The outer type should be FeatureCollection and is {{found}}; the features were read all the same.',
  'problem.geometry-collection-nested': 'A geometry collection holds another one; it was opened up.',
  'problem.geometry-degenerate':
    'The shape has no area or length (too few points, or all in one place); the feature is left out of the checks. Draw it again.',
  'problem.geometry-empty': 'The geometry is empty: it has no coordinates. Draw it, or delete the row.',
  'problem.geometry-malformed':
    'The geometry is not valid GeoJSON, or a coordinate is not a number; it could not be read. Export it again from where it came.',
  'problem.geometry-missing':
    'This row has no geometry: its attributes are kept, checks of place leave it out. Draw it, or delete the row.',
  'problem.geometry-mixed':
    'The geometry mixes points, lines and polygons; only those of the highest kind were kept. Split them into layers.',
  'problem.geometry-not-an-object':
    'The geometry is none ({{found}}) and was not read; the attributes are kept. Export the file again.',
  'problem.geometry-not-for-kind':
    "A {{kind}} layer holds only {{allowedGeometry}}; this row is a {{geometry}}: shown on the map, left out of the checks. Correct it, or the layer's kind in workspace.json.",
  'problem.geometry-of-wrong-type':
    'This is a {{geometry}}, which a layer of kind {{kind}} does not take; it was left out of the checks. Move it to a fitting layer.',
  'problem.geometry-repaired':
    'The outline was invalid (it crosses itself, overlaps, or a hole leaves it); it was repaired into {{parts}} part(s) and checked. Correct it in the original.',
  'problem.geometry-type-unknown':
    'The geometry type ({{found}}) is not supported and was not read; the attributes are kept. Convert it to points, lines or polygons and export again.',
  'problem.geometry-unrepairable':
    'The outline is invalid and could not be repaired ({{reason}}); the feature is left out of the checks. Draw it again.',
  'problem.geos-failed':
    'The geometry operation could not be completed ({{reason}}); this was not checked. Look for faults in the outlines concerned.',
  'problem.geos-unavailable':
    'The component that repairs shapes could not be loaded ({{reason}}). Use a newer browser, or see whether WebAssembly is switched off.',
  'problem.heights-left-out':
    '{{count}} positions have a height or more numbers; only the first two (longitude, latitude) are used.',
  'problem.json-broken':
    'The JSON breaks at line {{line}}, column {{column}} (found “{{found}}”). Correct that place in a text editor, or export the file again.',
  'problem.json-ends-early':
    'The JSON ends too early, at line {{line}}, column {{column}}: the file is not complete. Copy or export it again.',
  'problem.json-too-deep': 'The JSON is nested too deeply or is too large to be parsed. Export the file again.',
  'problem.layer-empty': 'The layer has no features at all. Check the file, or remove the layer from workspace.json.',
  'problem.layer-file-missing':
    "The layer's file is not there. The workspace holds: {{files}}. Add the file, or correct file in workspace.json.",
  'problem.layer-id-duplicate':
    'The layer id “{{id}}” is used twice; the later one ({{file}}) was not opened. Give it another id in workspace.json.',
  'problem.layer-kind-unknown':
    'The layer kind “{{found}}” is not known; the layer was not opened. Set kind in workspace.json to one of: {{known}}.',
  'problem.layer-lacks-field':
    'The whole layer lacks “{{field}}”; its features were not judged by it one by one. Map the field, or complete the ledger.',
  'problem.layer-unreadable': 'The layer cannot be read ({{reason}}). Export the file again.',
  'problem.line-not-json':
    'Record {{line}} is no JSON (it breaks at column {{column}}) and was not read. Correct or delete that line.',
  'problem.scene-part-left-aside':
    '{{key}} of the scene “{{scene}}” cannot be used (found {{found}}) and is left out; it is saved as it was. Set it again in the scene.',
  'problem.picture-without-map':
    'There is no map to take a picture of. Wait until it stands, or use a browser with WebGL.',
  'problem.manifest-key-left-aside':
    '“{{key}}” should be {{expected}} and is {{found}}; it is not used, and kept as it is when saving. Correct it.',
  'problem.manifest-key-wrong': '“{{key}}” should be {{expected}} and is {{found}}. Correct workspace.json.',
  'problem.more-notes': 'The same in {{count}} more places, not listed one by one ({{of}}).',
  'problem.path-escapes':
    'The path “{{path}}” leaves the workspace folder and was not read. Use a relative path inside the folder.',
  'problem.properties-not-an-object':
    'properties is no table of attributes ({{found}}) and was not read; the geometry is kept. Correct it.',
  'problem.ring-closed': '{{count}} ring(s) did not end where they began and were closed.',
  'problem.ring-dropped': '{{count}} ring(s) or line(s) had too few points and were dropped; the rest is checked.',
  'problem.roads-without-grade':
    '{{count}} of {{total}} roads have no cleaning grade; they were not judged as swept or unswept. Complete the ledger.',
  'problem.routes-without-operator':
    '{{count}} of {{total}} sweeping routes have no operator; they were not judged as sweeping a road twice. Complete the ledger.',
  'problem.rule-lacks-layer':
    '“{{rule}}” was not checked: the workspace has no layer of {{kinds}}, or it is empty. Import one and check again.',
  'problem.rule-pack-default-used': 'The rule pack cannot be used; the national default stands in for it.',
  'problem.rule-pack-field': 'The rule pack’s “{{field}}” is wrong, expected {{expected}}. Correct it and open again.',
  'problem.rule-pack-missing':
    'The rule pack “{{path}}” is not there; the national default stands in. Add the file, or remove rulePack from workspace.json.',
  'problem.rule-pack-not-json': 'The rule pack is not valid JSON ({{reason}}). Check the file.',
  'problem.rule-pack-source-missing':
    'The rule pack does not say “{{field}}”; the value is used and shows as proposed. Add its source.',
  'problem.rule-pack-unconfirmed':
    'The rule pack’s “{{field}}” is tagged unconfirmed and is no rule: the value below it stays in force. Change the tag once it is confirmed.',
  'problem.rule-pack-unconfirmed-off':
    'The rule pack’s “{{field}}” is tagged unconfirmed and is no rule, and nothing can stand in for it: what needs it is not judged. Change the tag once it is confirmed.',
  'problem.rule-pack-unknown': '“{{field}}” in the rule pack is not known and was skipped. Check its spelling.',
  'problem.soil-undated':
    '{{count}} patches lie bare and nothing says since when, so that no clock can be held against them. Enter the dates.',
  'problem.source-without-geometry':
    'This source ({{kind}}) is not under control, but has no usable geometry, so that it cannot be shown on the map and is not among the findings. Draw its outline.',
  'problem.storage.blocked':
    'Cannot autosave: an older version is open in another tab. Close it and reload; until then, use “Save as file” to keep a file.',
  'problem.storage.cannot-save': 'Cannot autosave ({{reason}}). Use “Save as file” to keep your edits in a file.',
  'problem.storage.full':
    'Cannot autosave: the browser’s storage is full. Use “Save as file” to keep your edits in a file, and free some space.',
  'problem.storage.history-cut':
    'The edits of the last visit are incomplete: the first {{kept}} of {{expected}} steps were kept. Please check your latest edits.',
  'problem.storage.missing':
    'This browser offers no local storage, so nothing is autosaved. Use “Save as file” before you close the page.',
  'problem.storage.newer':
    'The workspace kept on this machine was written by a newer version and cannot be read here. Reload to the new version, or open the workspace file.',
  'problem.storage.nothing-open': 'There is no open workspace to save. Open one first.',
  'problem.storage.other-tab':
    'Another tab has taken over this workspace, so this one no longer saves. Go to that tab, or use “Save as file” to keep a file.',
  'problem.storage.refused':
    'The browser refuses local storage ({{reason}}), so nothing is autosaved. Use “Save as file” to keep your edits in a file.',
  'problem.series-column-missing':
    'The readings have no column “{{column}}”. Their columns are: {{columns}}. Correct series in workspace.json.',
  'problem.series-file-missing':
    'The file of readings is missing; that station is not used. Files found: {{files}}. Check the path.',
  'problem.series-station-missing':
    'The readings “{{series}}” belong to “{{station}}”, which no layer has, or which has no geometry; its wind is not used. Correct station in series.',
  'problem.series-time-unreadable':
    'The time “{{value}}” cannot be read; the row is not used. Write it like “2026-11-23 08:00”.',
  'problem.series-value-unreadable': 'The reading “{{value}}” cannot be read and counts as missing. Correct it.',
  'problem.storage.unreadable':
    'The workspace of the last visit cannot be read ({{reason}}). Open the workspace file again.',
  'problem.sublayer-missing':
    'The file has no sublayer “{{sublayer}}”. It has: {{sublayers}}. Correct sublayer in workspace.json.',
  'problem.sublayer-needed':
    'The file has several sublayers: {{sublayers}} (given: “{{sublayer}}”). Name one by sublayer in workspace.json.',
  'problem.too-far-from-frame':
    'The feature lies {{distanceKilometers}} km from the centre of the workspace, beyond {{limitKilometers}} km, and is left out of the checks. Check the CRS and the coordinates.',
  'problem.turf-failed':
    'Turf could not complete the geometry operation ({{reason}}); this was not checked. Look for faults in the outlines concerned.',
  'problem.turf-rule-unknown': 'There is no second measurement with Turf for the rule “{{rule}}”.',
  'problem.unit-unknown':
    'The unit “{{unit}}” of “{{key}}” is not known; the numbers were not used (the column is kept). Known units: {{known}}. Correct units in workspace.json.',
  'problem.value-not-in-list':
    'The value “{{value}}” of “{{field}}” is not one of the listed ones ({{count}} time(s)); it is kept as it is, rules take it as not filled in. Use a listed value.',
  'problem.value-unreadable':
    "The value “{{value}}” of “{{field}}” cannot be read ({{count}} time(s)); it counts as not filled in, the file's own column is kept. Correct it.",
  'problem.where-column-missing':
    'where names the column “{{column}}”, which the file does not have. Its columns are: {{columns}}. Correct workspace.json.',
  'problem.where-keeps-nothing':
    'The filter where keeps none of the {{total}} features: the layer is empty. Check its values.',
  'problem.workspace-format-wrong':
    'This is no Chentu workspace: format should be "chentu-workspace" and is {{found}}. Check workspace.json.',
  'problem.workspace-json-missing':
    'There is no workspace.json. Found: {{files}}. Choose the folder that holds workspace.json, or a .chentu / .zip file.',
  'problem.workspace-json-several':
    'There are several workspace.json: {{files}}. Choose the folder of one workspace only.',
  'problem.workspace-version-later':
    'The workspace was written by a later version ({{version}}), which this one cannot read. Update Chentu.',
  'problem.xlsx-too-many-rows':
    'There are {{count}} records, more than the {{total}} that an Excel sheet can hold. Use CSV, or filter first.',
  'problem.xml-broken':
    'The XML is wrong in line {{line}}, column {{column}} ({{found}}) and cannot be parsed. Export the file again.',
  'problem.xml-mended':
    'The XML is not well-formed in line {{line}}, column {{column}} ({{found}}); what could be read was read. Compare it with the original.',
  'problem.xml-too-deep':
    'The XML is nested more than {{depth}} levels deep, as no program exports it, and was not read. Export the file again.',
  'problem.kml-no-placemarks': 'The KML has no placemarks. See that the right layer was chosen for the export.',
  'problem.kml-only-links':
    'The KML has no placemarks, only network links: {{count}}. Links are not fetched. Open the file where it was made and save it as KML or KMZ.',
  'problem.kml-links-left-out':
    'Network links that were not fetched: {{count}}. The placemarks of the file itself were read.',
  'problem.kmz-without-kml': 'There is no KML file in this archive. Export the KMZ again.',
  'problem.looks-left-out':
    'Features with colours, icons or other styles: {{count}}. Styles were left out; shapes and attributes are all there.',
  'problem.gpx-no-features':
    'The GPX has no usable waypoints, routes or tracks (records without usable positions: {{count}}). See that records were chosen for the export.',
  'problem.record-without-positions':
    'This record was left out: its positions are missing, cannot be read, or are too few for a line. See to it where the file was made and export it again.',
  'problem.gpx-readings-left-out':
    'Tracks with times or readings of each position: {{count}}. These were left out; lines and attributes are all there.',
  'problem.csv-quotes-wrong':
    'Quotes do not match here; this record may have run together with the next ones. Mend the quotes and export again.',
  'problem.csv-column-renamed': 'Column {{column}} has no name, or that of an earlier one, and is read as “{{name}}”.',
  'problem.csv-geometry-from':
    'Places are taken from these columns: {{columns}}. If that is wrong, say which columns hold the coordinates.',
  'problem.csv-no-geometry-columns':
    'No columns with coordinates were found (there are: {{columns}}); attributes alone were read. Name the columns of longitude and latitude, or the one with WKT shapes.',
  'problem.csv-cells-too-many':
    'There are {{count}} cells here and {{expected}} columns in the header; the others were left out. See whether a cell holds a separator without quotes.',
  'problem.csv-place-unreadable':
    'The coordinates “{{found}}” cannot be read; attributes alone were read. Write decimal degrees (113.612345), degrees, minutes and seconds (113°36′44″), or WKT.',
  'problem.zip-broken': 'The zip is damaged and cannot be opened ({{reason}}). Copy or zip it again.',
  'problem.zip-too-large':
    'Unpacked, the zip would be too large or has too many files ({{megabytes}} MB, {{count}} files); it may be damaged and was not opened. Unpack it and choose the folder.',
  'problem.zone-parent-unknown':
    'The parent “{{parent}}” is not the id, code or name of a zone of this kind and duty that is no finer and has a usable outline; the next coarser zone that holds most of it stands in. Correct the field.',
  'problem.zone-without-geometry':
    'This zone lacks {{fields}} and has no usable geometry, so that it cannot be shown on the map and is not among the findings. Draw its outline.',
  'problem.sheets-no-times': 'No hotspot has a time, so there is nothing to play through.',
} as const;
