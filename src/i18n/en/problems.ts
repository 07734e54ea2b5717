/** Texts of the area "problems" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const problemsTexts = {
  'problem.coordinates-out-of-range':
    'The coordinates are outside the globe (longitude {{longitude}}, latitude {{latitude}}); the feature is left out of the checks. Check coordinates, CRS and the order of longitude and latitude.',
  'problem.crs-malformed':
    'The coordinate system “{{crs}}” cannot be read ({{reason}}). Use an EPSG code, or check the proj4 string.',
  'problem.crs-unknown':
    'The coordinate system “{{crs}}” is not known. Use an EPSG code (WGS84, all CGCS2000 3° and 6° zones, Web Mercator, UTM) or a proj4 string.',
  'problem.draw.hole-outside': 'The outline cuts the hole inside the zone. Keep the hole wholly inside.',
  'problem.draw.no-ring': 'This zone has no outline to edit. Delete it and draw it again.',
  'problem.draw.self-crossing':
    'The outline may not cross or touch itself. Place the point elsewhere, or press Backspace to take one back.',
  'problem.draw.several-parts':
    'This zone has {{parts}} parts; its outline cannot be edited point by point yet. Its words can be changed, and the whole zone deleted.',
  'problem.draw.three-vertices': 'A patrol zone needs at least three points.',
  'problem.draw.zoom-in-to-snap': 'Too many outlines are in view to snap to. Snapping returns as you zoom in.',
  'problem.geometry-degenerate':
    'The shape has no area or length (too few points, or all in one place); the feature is left out of the checks. Draw it again.',
  'problem.geometry-empty': 'The geometry is empty: it has no coordinates. Draw it, or delete the row.',
  'problem.geometry-malformed':
    'The geometry is not valid GeoJSON, or a coordinate is not a number; it could not be read. Export it again from where it came.',
  'problem.geometry-mixed':
    'The geometry mixes points, lines and polygons; only those of the highest kind were kept. Split them into layers.',
  'problem.geometry-repaired':
    'The outline was invalid (it crosses itself, overlaps, or a hole leaves it); it was repaired into {{parts}} part(s) and checked. Correct it in the original.',
  'problem.geometry-unrepairable':
    'The outline is invalid and could not be repaired ({{reason}}); the feature is left out of the checks. Draw it again.',
  'problem.geos-failed':
    'The geometry operation could not be completed ({{reason}}); this was not checked. Look for faults in the outlines concerned.',
  'problem.geos-unavailable':
    'The component that repairs shapes could not be loaded ({{reason}}). Use a newer browser, or see whether WebAssembly is switched off.',
  'problem.ring-closed': '{{count}} ring(s) did not end where they began and were closed.',
  'problem.ring-dropped': '{{count}} ring(s) or line(s) had too few points and were dropped; the rest is checked.',
  'problem.storage.blocked':
    'Cannot save by itself: an older version is open in another tab. Close it and reload; until then, use “Export workspace” to keep a file.',
  'problem.storage.cannot-save':
    'Cannot save by itself ({{reason}}). Use “Export workspace” to keep your edits in a file.',
  'problem.storage.full':
    'Cannot save by itself: the browser’s storage is full. Use “Export workspace” to keep your edits in a file, and free some space.',
  'problem.storage.history-cut':
    'The edits of the last visit are incomplete: the first {{kept}} of {{expected}} steps were kept. Please check your latest edits.',
  'problem.storage.missing':
    'This browser offers no local storage, so nothing is saved by itself. Use “Export workspace” before you close the page.',
  'problem.storage.newer':
    'The workspace kept on this machine was written by a newer version and cannot be read here. Reload to the new version, or open the workspace file.',
  'problem.storage.nothing-open': 'There is no open workspace to save. Open one first.',
  'problem.storage.other-tab':
    'This workspace went on in another tab, so this one no longer saves by itself. Go to that tab, or use “Export workspace” to keep a file.',
  'problem.storage.refused':
    'The browser refuses local storage ({{reason}}), so nothing is saved by itself. Use “Export workspace” to keep your edits in a file.',
  'problem.storage.unreadable':
    'The workspace of the last visit cannot be read ({{reason}}). Open the workspace file again.',
  'problem.too-far-from-frame':
    'The feature lies {{distanceKilometers}} km from the centre of the workspace, beyond {{limitKilometers}} km, and is left out of the checks. Check the CRS and the coordinates.',
  'problem.turf-failed':
    'Turf could not complete the geometry operation ({{reason}}); this was not checked. Look for faults in the outlines concerned.',
} as const;
