/** Texts of the area "surveys" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const surveysTexts = {
  'problem.datum-evidence-against':
    '{{count}} pieces of evidence speak for another datum, see below. Check on the map before deciding.',
  'problem.datum-evidence-clear-of-roads':
    'Read as {{datum}}, far fewer of the {{count}} things near roads ({{geometry}}) lie on a road (WGS84 {{wgs84Fraction}}, GCJ-02 {{gcj02Fraction}}, BD-09 {{bd09Fraction}}; laid anywhere beside, {{besideFraction}}): buildings, sites and places are hardly in the middle of a road.',
  'problem.datum-evidence-inside':
    'Read as {{datum}}, nearly all of {{count}} features lie within the boundary (WGS84 {{wgs84Fraction}}, GCJ-02 {{gcj02Fraction}}, BD-09 {{bd09Fraction}}).',
  'problem.datum-evidence-lines':
    'Read as {{datum}}, the lines follow the roads of the workspace: the median distance of {{count}} sampled positions to the nearest road is {{wgs84Meters}} as WGS84, {{gcj02Meters}} as GCJ-02, {{bd09Meters}} as BD-09 (laid anywhere beside, {{besideMeters}}).',
  'problem.datum-evidence-named-zones':
    'The column “{{column}}” says in which zone a feature lies. Read as {{datum}}, {{count}} features agree with it best (WGS84 {{wgs84Fraction}}, GCJ-02 {{gcj02Fraction}}, BD-09 {{bd09Fraction}}).',
  'problem.datum-evidence-outlines':
    'Read as {{datum}}, the outlines meet those of the workspace: the median distance of {{count}} sampled positions to the nearest outline is {{wgs84Meters}} as WGS84, {{gcj02Meters}} as GCJ-02, {{bd09Meters}} as BD-09 (laid anywhere beside, {{besideMeters}}).',
  'problem.datum-evidence-shapes':
    'Of {{count}} features that have others of their size near them, {{found}} lie over one when read as {{datum}}. The file stands off the references by {{eastMeters}} east and {{northMeters}} north (negative: west, south), within {{residualMeters}} of the shift of that datum here.',
  'problem.datum-no-references':
    'The workspace has nothing near this layer to compare it with (no road, boundary, zone or other shape within {{reachMeters}}), so its datum cannot be told. Import roads or zones first, or compare with a base map.',
  'problem.datum-not-degrees':
    'The coordinates are not degrees, so their datum cannot be examined. State the coordinate system (EPSG code) first.',
  'problem.datum-nothing-to-compare': 'The layer has no shapes by which its datum could be examined.',
  'problem.datum-outside-china':
    'The data lie outside China, where the shifts of GCJ-02 and BD-09 do not apply: it is WGS84.',
  'problem.datum-shift-strange':
    "{{count}} features stand off the references by the same {{eastMeters}} east and {{northMeters}} north (negative: west, south), which is none of the three datums (the nearest differs by {{nearestMeters}}). It may be Xi'an 1980, Beijing 1954 or a local system, or the layer was moved. Ask whoever made it.",
  'problem.datum-verdict-divided':
    'The evidence contradicts itself and the datum cannot be told; see each piece below. Check on the map.',
  'problem.datum-verdict-high': 'The datum is {{datum}}; the evidence is sound.',
  'problem.datum-verdict-low':
    'The datum may be {{datum}}, but the evidence is weak. Check on the map before deciding.',
  'problem.datum-verdict-medium': 'The datum is very likely {{datum}}. Check on the map.',
  'problem.datum-verdict-open':
    'All three datums fit the layers of the workspace about alike, so it cannot be told which it is. Compare with a base map; how near points lie to roads does not tell.',
  'problem.datum-zones-change':
    'If the file is in {{datum}} and used as WGS84, {{count}} of {{total}} sampled features fall into another responsibility or patrol zone.',
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
