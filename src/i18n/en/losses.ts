/** Texts of the area "losses" (en): what other formats cannot hold. Same keys and params in every language: src/i18n/texts.test.ts. */
export const lossesTexts = {
  'export.layer': 'Export as',
  'export.personal': 'With people, phones, notes and other columns',
  'export.format.xlsx': 'Excel (.xlsx)',
  'export.format.csv': 'CSV table',
  'export.format.shapefile': 'Shapefile (GB18030, .zip)',
  'export.format.geojson': 'GeoJSON',
  'export.format.flatgeobuf': 'FlatGeobuf (.fgb)',
  'export.format.kml': 'KML (maps on a phone)',
  'export.format.gpx': 'GPX (tracks)',
  'problem.export-columns-left-out':
    'These columns were left out: {{columns}}. Tick “With people, phones, notes and other columns” to have them.',
  'problem.gpx-areas-as-outlines':
    'GPX cannot hold areas: {{count}} were written as tracks along their outlines, and come back as lines.',
  'problem.gpx-areas-as-outlines_one':
    'GPX cannot hold areas: {{count}} was written as a track along its outline, and comes back as a line.',
  'problem.gpx-columns-in-description': 'GPX has no columns of its own; these went into the description: {{columns}}.',
  'problem.gpx-features-left-out':
    '{{count}} features have no shape, or a line of one point, which GPX cannot hold; they were left out. Keep them in a CSV too.',
  'problem.gpx-features-left-out_one':
    '{{count}} feature has no shape, or a line of one point, which GPX cannot hold; it was left out. Keep it in a CSV too.',
  'problem.gpx-points-split': '{{count}} features have several points; in GPX each point is a waypoint of its own.',
  'problem.gpx-points-split_one': '{{count}} feature has several points; in GPX each point is a waypoint of its own.',
  'problem.kml-values-as-text':
    'KML has no types: the values of these columns were written as text: {{columns}}. Whoever reads them must take them for numbers again.',
  'problem.shapes-left-out':
    'The shapes of {{count}} rows are longer as text than the {{limit}} characters of a cell and were left out; the attributes are all there. Save them as GeoJSON or FlatGeobuf too.',
  'problem.shapes-left-out_one':
    'The shape of {{count}} row is longer as text than the {{limit}} characters of a cell and was left out; the attributes are all there. Save it as GeoJSON or FlatGeobuf too.',
  'problem.xlsx-texts-cut':
    '{{count}} texts of this column are longer than the {{limit}} characters of a cell and were cut. Use CSV for full texts.',
  'problem.xlsx-texts-cut_one':
    '{{count}} text of this column is longer than the {{limit}} characters of a cell and was cut. Use CSV for full texts.',
  'problem.xml-characters-left-out':
    '{{count}} control characters cannot stand in this format and were left out; the rest of the texts is unchanged.',
  'problem.xml-characters-left-out_one':
    '{{count}} control character cannot stand in this format and was left out; the rest of the text is unchanged.',
} as const;
