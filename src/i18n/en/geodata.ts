/** Texts of the area "geodata" (en): what readers of GeoJSON, TopoJSON and GeoPackage tell. */
export const geodataTexts = {
  'problem.curves-straightened':
    'Shapes with arcs: {{count}}. They were read as straight lines of 4° each and differ slightly from the original. Where the exact outline matters, make them polylines where they were drawn and export again.',
  'problem.geojson-broken-off':
    'The JSON breaks at line {{line}}, column {{column}} (found “{{found}}”): the {{done}} features before it were read, those behind it could not be. Correct that place, or export the file again.',
  'problem.geojson-cut-off':
    'The file is not complete, it ends at line {{line}}, column {{column}}: the {{done}} features before that were read, the rest is missing. Copy or export it again.',
  'problem.geojson-features-twice':
    'The file has two lists of features; both were read. See whether features are there twice.',
  'problem.geojson-goes-on':
    'The JSON has ended before line {{line}}, column {{column}}, but more follows (“{{found}}”…), which was not read. See whether files were joined by mistake.',
  'problem.geojson-record-broken':
    'The JSON of this record breaks at line {{line}}, column {{column}} (found “{{found}}”); it was not read, the others were. Correct that place and import again.',
  'problem.geojson-record-too-large':
    'This record has {{megabytes}} MB, more than one record may have, and was not read. Split its shape where it was made and export again.',
  'problem.geojson-text-skipped':
    'From line {{line}}, column {{column}} (“{{found}}”) there is text that belongs to no feature; it was skipped, the features behind it were read. See whether something is missing there.',
  'problem.gpkg-broken':
    'The GeoPackage is damaged or not complete and cannot be read ({{reason}}). Copy or export the file again.',
  'problem.gpkg-geometry-broken':
    'The geometry of this row is damaged and was not read; its attributes are kept. Export the file again.',
  'problem.gpkg-log-beside':
    'The .gpkg-wal file beside it holds edits that are not in the file yet and were not read. Close the file in QGIS or wherever it is open, then import it again.',
  'problem.gpkg-no-layers':
    'The GeoPackage has no vector layers and no attribute tables (it has: {{tables}}). See that the right layers were chosen for the export.',
  'problem.gpkg-not-a-geopackage':
    'The file is a SQLite database but no GeoPackage (it has no table gpkg_contents). Save it as GeoPackage, for instance with QGIS.',
  'problem.gpkg-sqlite-unavailable':
    'The component that reads GeoPackage could not be loaded ({{reason}}). Use a newer browser, or see whether WebAssembly is switched off.',
  'problem.gpkg-table-cut-off':
    'The table is damaged: {{done}} rows were read before it broke ({{reason}}), those behind could not be. Copy or export the file again.',
  'problem.gpkg-table-without-geometry':
    'This table has attributes and no geometry: the attributes were read, checks of place leave it out.',
  'problem.gpkg-tables-left-out':
    'These are rasters, views, styles or tables that the package does not list, and were not read: {{tables}}. If they hold data that you need, save them as vector layers in QGIS.',
  'problem.json-mended':
    'There is a comma too many or too few in the JSON at line {{line}}, column {{column}} (“{{found}}”); all was read. Correct it.',
  'problem.property-too-deep':
    'What stands in this cell is nested too deeply and was not read; the other attributes are kept. Correct it.',
  'problem.topojson-geometry-broken':
    'The geometry of this row names arcs that are not there, or is no valid TopoJSON, and was not read; its attributes are kept. Export the file again.',
  'problem.topojson-no-objects':
    'The file is TopoJSON but has no layers (objects is empty; it has: {{found}}). See that the right layers were chosen for the export.',
  'problem.topojson-no-topology':
    'The file is JSON but not TopoJSON (its type is not Topology). Check the file, or let its name end in .geojson.',
  'problem.topojson-too-large':
    'Put together, this row has too many positions; its geometry was not read, its attributes are kept. Convert the file to GeoPackage or FlatGeobuf first.',
  'problem.topojson-transform-broken':
    'The transform of the TopoJSON is wrong, so that its coordinates cannot be restored, and nothing was read. Export the file again.',
} as const;
