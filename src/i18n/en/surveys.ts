/** Texts of the area "surveys" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const surveysTexts = {
  'problem.fire-confidence-unreadable':
    'The confidence “{{value}}” cannot be read; this fire point counts as having none. Expected 0–100, or low/nominal/high (l/n/h).',
  'problem.fire-time-unreadable':
    'The time of the pass “{{value}}” cannot be read; this fire point has no time. Check acq_date and acq_time (UTC, HHMM).',
  'problem.land-area-differs':
    'The area given, {{statedSquareMeters}}, differs by more than 1% from that of the boundary points, {{measuredSquareMeters}}. Check the unit, whether points are missing, and the inner rings.',
  'problem.land-area-unit':
    'Measured against the boundary points, the areas are in {{unit}}, not in hectares; the column is named so. Please check.',
  'problem.land-east-first':
    '{{count}} parcels have the easting before the northing, against the format; this was told from the numbers and put right. Check where they lie on the map.',
  'problem.land-line-unreadable':
    'Line {{line}} ({{found}}) is no boundary point and was not read; its parcel may lack a corner. Check the file.',
  'problem.land-local-coordinates':
    'The numbers are neither those of a national grid (Gauss-Krüger) nor degrees (coordinate system as written: {{system}}); they may be local or masked. Ask for coordinates in CGCS2000, or state the system (EPSG code or proj4 string).',
  'problem.land-no-parcels':
    'There are no parcels in the file: [地块坐标] is missing or nothing stands below it. Export it again.',
  'problem.land-old-datum':
    "The coordinate system is “{{system}}”. Xi'an 1980 and Beijing 1954 lie up to more than 100 m off CGCS2000, by parameters that differ from place to place and are not public; taken as they are, parcels could fall into the next street. Nothing was read. Ask the land bureau for CGCS2000 coordinates; with seven local parameters, state the system as a proj4 string (+towgs84); to accept the error, state an EPSG code.",
  'problem.land-parameters-not-applied':
    "The file's transformation parameters ({{parameters}}) were not applied; coordinates were read as they are. Check where they lie.",
  'problem.land-parcel-line-missing':
    'The points from line {{line}} on have no parcel line (ending in @) before them; they were read as one parcel without attributes. Add the line.',
  'problem.land-point-astray':
    'The point ({{first}}, {{second}}) is not in the zone or range of the other points of its parcel and was not read; the parcel may lack a corner. Check it.',
  'problem.land-point-count':
    'The parcel line says {{stated}} points, there are {{found}}. Check for missing or surplus lines.',
  'problem.land-point-names-left-out':
    'The names (such as J1) of {{count}} boundary points were left out; only their coordinates were read. Keep the file for them.',
  'problem.land-ring-too-short':
    'A ring has only {{count}} points, at least {{expected}} are needed; it was not read. Check the file.',
  'problem.land-rings-by-place':
    '{{count}} parcels have several rings: by where they lie, these are {{parts}} parts and {{holes}} holes (not by ring number, whose use differs from place to place). Please check.',
  'problem.land-rings-too-many':
    'This parcel has {{count}} rings, too many to tell outlines from holes; each was read as a part. Split it and import again.',
  'problem.land-system-assumed':
    "The file does not say which national system it is in ({{system}}); it was read as CGCS2000. If it is Xi'an 1980 or Beijing 1954, places are off by more than 100 m: ask whoever made it.",
  'problem.land-system-overridden':
    'The file says its coordinate system is “{{system}}”; it was read in {{crs}} as you stated. Check where it lies on the map.',
  'problem.land-system-unknown':
    'The coordinate system “{{system}}” is a local one or not known, and cannot be converted. Ask for coordinates in CGCS2000, or state the system (EPSG code or proj4 string).',
  'problem.land-zone-differs':
    'The zone in the head ({{stated}}) is not that of the coordinates, which are in zone {{found}}; the coordinates were followed. Check the head.',
  'problem.land-zone-missing':
    'No zone number stands before the eastings, and the head gives neither zone nor central meridian (coordinate system: {{system}}): the parcels cannot be placed. Add the zone, or state a system (such as EPSG:4547).',
} as const;
