/** Texts of the area "osm" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const osmTexts = {
  'problem.osm-area-cut':
    '{{missing}} of the outline’s {{total}} nodes are not in the file; it runs straight across the gap, so that the area may be off. Download a larger extract, or correct the outline against imagery.',
  'problem.osm-area-open':
    'The outline is not closed, so it is no area and was not read. Close it in an OSM editor and download again, or draw it on the map.',
  'problem.osm-block-broken':
    'A block of the file is damaged: its elements were not read, all others were. Download the file again.',
  'problem.osm-boundary-not-whole':
    '{{missing}} of the {{total}} ways of this administrative boundary are not in the file; it is not whole and was not read. Download a larger extract if it is needed.',
  'problem.osm-change-file':
    'This is an OSM change file: it has edits only, not a whole map. Download the complete data of the area (.osm or .osm.pbf).',
  'problem.osm-cut-off':
    'The file is cut off: it breaks after byte {{done}} of {{total}}, and what follows was not read. Download the file again.',
  'problem.osm-deleted-left-out':
    'Elements marked as deleted or not visible, left out: {{count}}. If that is a mistake, restore them in JOSM and save again.',
  'problem.osm-elements-broken':
    'Elements without an id or a position, or otherwise written wrongly, left out: {{count}}. Download or export the file again.',
  'problem.osm-elements-repeated':
    'Elements that the file has more than once: {{count}}. Of each, the one with the most tags and nodes was kept. Check the query that made the file.',
  'problem.osm-feature-unsupported':
    'The file demands a reader for {{feature}}, which this is not (histories, for instance). Download the plain current data instead.',
  'problem.osm-holes-left-out':
    'Holes whose outline is not in the file, left out: {{count}}. Download a larger extract.',
  'problem.osm-left-out':
    'The file has {{allNodes}} nodes, {{allWays}} ways and {{allRelations}} relations; {{nodes}} nodes, {{ways}} ways and {{relations}} relations of them have nothing to do with dust (buildings, water, green, footways and the like) and were not read. Export them with QGIS if they are needed.',
  'problem.osm-line-cut':
    '{{missing}} of the line’s {{total}} nodes are not in the file; the line is broken there, and the rest was read. Download a larger extract.',
  'problem.osm-no-elements':
    'The file has no nodes, ways or relations that can be read (marked as deleted or not visible: {{deleted}}). Check the area and the query, and download again.',
  'problem.osm-nodes-missing':
    '{{missing}} of {{total}} nodes are not in the file; the others make no shape, and it was not read. Download complete data with its nodes.',
  'problem.osm-not-osm': 'This is no OSM data (found: {{found}}). Check the file, or download .osm or .osm.pbf again.',
  'problem.osm-nothing-of-use':
    'The file has {{nodes}} nodes, {{ways}} ways and {{relations}} relations, but no roads, construction sites, bare ground, industrial land, quarries or landfills, schools or hospitals, and no whole administrative boundary: there is no layer to import. Check the area of the download.',
  'problem.osm-outline-open':
    'The {{total}} ways of the outline are all in the file, but do not join into a ring, so that it was not read. Join them in an OSM editor and download again.',
  'problem.osm-packing-unsupported':
    'The data is packed with {{packing}}; only PBF packed with zlib, or not packed, can be read. Convert it first, for instance with osmium.',
  'problem.osm-pbf-broken': 'The blocks of the file are all damaged, and nothing can be read. Download the file again.',
  'problem.osm-relation-not-whole':
    '{{missing}} of the {{total}} ways of this area are not in the file; only what is whole was read. Download a larger extract, or correct the outline against imagery.',
  'problem.osm-relation-too-large':
    'This relation has {{count}} members, more than OSM allows; it may be damaged and was not read. Download the file again.',
  'problem.osm-relation-without-ring':
    '{{missing}} of the {{total}} ways of this area are not in the file; no ring of its outline is whole, and it was not read. Download a larger extract.',
  'problem.osm-remark':
    'The server that made the file remarks: “{{found}}”. The data may be incomplete; choose a smaller area and download again.',
  'problem.osm-road-areas-left-out':
    'Roads drawn as areas (yards, squares and the like), left out, since a layer of roads takes lines only: {{count}}. Add them to the cleaning areas if they are to be swept.',
  'problem.osm-roles-corrected':
    'Rings whose role, outer or inner, is not what their place says: {{count}}. Outlines and holes were told apart by their place. Check them against the map.',
  'problem.osm-too-few-nodes':
    'It has {{count}} nodes, too few for a shape, and was not read. Correct it in an OSM editor, or draw it on the map.',
  'problem.osm-too-few-nodes_one':
    'It has a single node, too few for a shape, and was not read. Correct it in an OSM editor, or draw it on the map.',
  'problem.osm-too-large':
    'The file ({{megabytes}} MB) has more elements than fit into memory. Cut out the district first, for instance with osmium extract, and import that.',
  'problem.osm-unpacks-too-large':
    'Unpacked, the file is larger than {{megabytes}} MB, out of all proportion; it may be damaged and was not read. Download the file again.',
  'problem.osm-ways-unused':
    'Ways that join with no others into a ring, left out: {{count}}. The rest was read; check the outline against the map.',
  'problem.osm-ways-within-relations':
    'Outer ways tagged with the same use as their relation: {{count}}. Only the relation was kept, so that nothing is there twice. Check that no name is lost.',
  'problem.osm-xml-damaged':
    'The XML is wrong in line {{line}}, column {{column}} ({{found}}); what can be read was read, and something may be missing from there on. Download the file again.',
};
