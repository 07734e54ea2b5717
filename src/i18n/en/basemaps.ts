/** Texts of the area "basemaps" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const basemapsTexts = {
  'basemaps.add': 'Add a base map',
  'basemaps.add.local': 'File on this machine (no network)',
  'basemaps.add.network': 'Map of the network',
  'basemaps.address.style': 'Address of the style',
  'basemaps.address.style.hint': 'Of a MapLibre style (style.json); names are written in the fonts of this app.',
  'basemaps.address.wmts': 'Address of the WMTS capabilities',
  'basemaps.address.wmts.hint': 'A GetCapabilities address; only tiles in Web Mercator (EPSG:3857) can be used.',
  'basemaps.address.xyz': 'Tile address template',
  'basemaps.address.xyz.hint': 'With zoom z, column x and row y in braces.',
  'basemaps.allow': 'Allow and use',
  'basemaps.approval': 'Map approval no.',
  'basemaps.approval.hint': 'The 审图号 of a published map; shown on the map.',
  'basemaps.attribution': 'Source, as shown on the map',
  'basemaps.corner.bottomLeft': 'Bottom left',
  'basemaps.corner.bottomRight': 'Bottom right',
  'basemaps.corner.broken': 'These are no coordinates. For example 113.63831, 34.74470.',
  'basemaps.corner.middle': 'Move all of it',
  'basemaps.corner.topLeft': 'Top left',
  'basemaps.corner.topRight': 'Top right',
  'basemaps.datum': 'Datum of the tiles',
  'basemaps.datum.gcj02': 'GCJ-02 (Gaode, Tencent), put right on loading',
  'basemaps.datum.hint':
    'GCJ-02 maps lie 300–600 m off the ground; chosen rightly they are put right to within a pixel.',
  'basemaps.datum.wgs84': 'WGS84, CGCS2000',
  'basemaps.ground': 'Base map',
  'basemaps.legend': 'Base map: {{name}}',
  'basemaps.legend.picture': 'Picture: {{name}}',
  'basemaps.local.demo': 'Comes with the app, the demo district alone; no network',
  'basemaps.local.none':
    'There is no offline base map for this workspace. Add a PMTiles file of your district, or have it put beside the app as basemap/district.pmtiles.',
  'basemaps.local.served': 'basemap/district.pmtiles of this site; no network',
  'basemaps.maxZoom': 'Highest zoom',
  'basemaps.muted': 'Pale, so that the data stand out',
  'basemaps.name': 'Name (optional)',
  'basemaps.network':
    'While the map is looked at, tiles are asked of {{hosts}}, which so learns which place is looked at, when, and from which network address. No data of yours are sent.',
  'basemaps.network.key':
    'While the map is looked at, tiles are asked of {{hosts}} with your key; it so learns which place is looked at, when, and from which network address. No data of yours are sent.',
  'basemaps.network.reload': 'The page then reloads once; no edit is lost.',
  'basemaps.none.hint': 'The data alone',
  'basemaps.notKept': 'The file is too large for the browser to keep: choose it again at the next visit.',
  'basemaps.picture.chooseCrs': 'Choose',
  'basemaps.picture.down': 'One step down',
  'basemaps.picture.dragHint':
    'Drag the four dots on the map onto the corners; the square moves all of it. Or type the corners. Arrow keys move a dot that has the focus.',
  'basemaps.picture.hide': 'Hide',
  'basemaps.picture.minZoom':
    'The picture has no overviews and shows from zoom {{zoom}} on. Make a COG of it with GDAL to see it from further away.',
  'basemaps.picture.needsCrs': 'The file names no coordinate system: choose it, and the picture shows.',
  'basemaps.picture.needsPlace':
    'The picture does not say where it lies: place it on the map, or choose it together with its world file (.jgw, .pgw).',
  'basemaps.picture.pixels': '{{width}} × {{height}} pixels',
  'basemaps.picture.place': 'Place on the map',
  'basemaps.picture.placed': 'Done placing',
  'basemaps.picture.reading': 'Reading …',
  'basemaps.picture.show': 'Show',
  'basemaps.picture.up': 'One step up',
  'basemaps.pictures': 'Orthophotos and pictures',
  'basemaps.pictures.add': 'Add orthophotos or pictures',
  'basemaps.pictures.hint':
    'Orthophotos of drones (GeoTIFF), JPG or PNG with a world file, or any picture placed by hand: over the base map, under the data. Files are read on this machine and sent nowhere.',
  'basemaps.remove': 'Remove',
  'basemaps.revoke': 'Remove and revoke the permission',
  'basemaps.source.file': 'File on this machine, {{size}}; no network',
  'basemaps.source.network': '{{type}}; network: {{hosts}}',
  'basemaps.tianditu.annotation': 'With Chinese names',
  'basemaps.tianditu.img': 'Tianditu imagery',
  'basemaps.tianditu.key': 'Tianditu key (tk)',
  'basemaps.tianditu.key.hint':
    'A browser key of your own account. Kept in this browser only, in no workspace and no export. Requests name no referring site, so the key must not be bound to a domain.',
  'basemaps.tianditu.key.show': 'Show or hide the key',
  'basemaps.tianditu.set': 'Map',
  'basemaps.tianditu.ter': 'Tianditu terrain',
  'basemaps.tianditu.vec': 'Tianditu map',
  'basemaps.type.file': 'PMTiles file',
  'basemaps.type.style': 'MapLibre style',
  'basemaps.type.tianditu': 'Tianditu 天地图',
  'basemaps.type.wmts': 'WMTS',
  'basemaps.type.xyz': 'XYZ tiles',
  'basemaps.wmts.layer': 'Layer',

  'problem.basemap-address': 'The address is not complete. It must begin with http:// or https://.',
  'problem.basemap-archive-format':
    'This is no PMTiles file (version 3), or it is not complete ({{reason}}). Make it or copy it again.',
  'problem.basemap-archive-schema':
    'The file is no Protomaps base map; its layers are: {{layers}}. Extract your district with pmtiles extract, as the README says.',
  'problem.basemap-cors':
    '{{host}} answers, but lets no page of another site read its tiles (no CORS header). Ask whoever runs it, or have it forwarded on this site.',
  'problem.basemap-file-gone':
    'The base map file “{{file}}” is no longer in this browser. Remove it and choose the file again.',
  'problem.basemap-not-picture': 'What {{host}} answers is no picture. Check the address, and the key if it needs one.',
  'problem.basemap-nothing-there': 'There is nothing at {{address}} (404). Check the address.',
  'problem.basemap-refused':
    '{{host}} refused the request (status {{status}}: {{says}}). Check address, key and permission.',
  'problem.basemap-style-document': 'This is no MapLibre style (version 8). The address must be that of a style.json.',
  'problem.basemap-style-mapbox':
    'The style has mapbox:// addresses, which need a Mapbox account and cannot be used here. Take an open MapLibre style.',
  'problem.basemap-template-address': 'A tile address begins with http:// or https://.',
  'problem.basemap-template-grid': 'Zoom z, column x and row y must stand in the tile address, each in braces.',
  'problem.basemap-template-unknown': 'The tile address has an unknown placeholder {{name}}. Write what stands for it.',
  'problem.basemap-tianditu-key':
    'Tianditu did not take the key (status {{status}}: {{says}}). Check that it is right, of the browser kind, not used up for today, and bound to no domain.',
  'problem.basemap-tianditu-no-key': 'Write your Tianditu key.',
  'problem.basemap-unreachable':
    '{{host}} cannot be reached. Check that this machine can open it; inside an intranet, use an offline base map.',
  'problem.basemap-wmts-document':
    'This is no WMTS capabilities document. The address must be a GetCapabilities request.',
  'problem.basemap-wmts-empty': 'The WMTS has no layer that can be used. Ask whoever runs it.',
  'problem.basemap-wmts-grid':
    'The WMTS has tiles in {{grids}} only; here they must be in Web Mercator (EPSG:3857). Take the 3857 version of the service (_w at Tianditu).',
  'problem.picture-file-gone': '“{{file}}” is not kept in this browser. Remove it and choose the file again.',
  'problem.picture-forgotten': 'Cancelled.',
  'problem.picture-gone': 'The picture is not open. Remove it and add it again.',
  'problem.picture-image':
    'The picture cannot be read ({{reason}}). It may be broken or too large: save it as a smaller JPG or PNG, or make a GeoTIFF of it.',
  'problem.picture-placing':
    'Where it is said to lie, the picture has no size or is outside the map. Check the world file, the coordinate system or the corners.',
  'problem.picture-read':
    'A part of the picture cannot be read ({{reason}}). Check that the file is where it was and whole, and add it again.',
  'problem.picture-tiff':
    'This is no TIFF that can be read ({{reason}}). Make a COG of it with GDAL (gdal_translate -of COG) and add that.',
  'problem.picture-world-file':
    'A world file has six lines of numbers. Check it, or leave it out and place the picture by hand.',
} as const;
