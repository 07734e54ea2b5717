/** Texts of the area "findings" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const findingsTexts = {
  'explain.hotspot-source.calm':
    'Hotspot “{{name}}”: {{count}} possible source(s) within {{reachMeters}} are listed; first {{sourceKind}} “{{sourceName}}” (owner: {{sourceOwner}}), {{bearingDegrees}}, {{distanceMeters}} away. At {{windTime}} station “{{stationName}}” had force {{windForce}}: calm, so any direction counts (ranked by distance and strength; a screening, not a dispersion model).',
  'explain.hotspot-source.on':
    'Hotspot “{{name}}” lies on {{sourceKind}} “{{sourceName}}” (owner: {{sourceOwner}}); with other possible sources within {{reachMeters}}, {{count}} are listed. The others were chosen by where the wind came from: {{windBearingDegrees}} ({{windTime}}, station “{{stationName}}”; in calm air or without a reading any direction counts), ranked by distance, wind and strength (a screening, not a dispersion model).',
  'explain.hotspot-source.upwind':
    'Hotspot “{{name}}”: {{count}} possible source(s) upwind within {{reachMeters}} are listed; first {{sourceKind}} “{{sourceName}}” (owner: {{sourceOwner}}), {{bearingDegrees}}, {{distanceMeters}} away. At {{windTime}} station “{{stationName}}” had wind from {{windBearingDegrees}}, Beaufort force {{windForce}} (rule: within {{sectorDegrees}}° of where the wind comes from, ranked by distance, wind and strength; a screening, not a dispersion model).',
  'explain.hotspot-source.windless':
    'Hotspot “{{name}}”: {{count}} possible source(s) within {{reachMeters}} are listed; first {{sourceKind}} “{{sourceName}}” (owner: {{sourceOwner}}), {{bearingDegrees}}, {{distanceMeters}} away. No wind was read in the 3 hours before, so any direction counts (ranked by distance and strength; a screening, not a dispersion model).',

  'explain.hotspot-unattended.alone':
    'Hotspot “{{name}}” lies in no responsibility or patrol zone (rule: every hotspot in a zone, on its edge counts as inside); no zone within {{reachMeters}}.',
  'explain.hotspot-unattended.near':
    'Hotspot “{{name}}” lies in no responsibility or patrol zone (rule: every hotspot in a zone, on its edge counts as inside); the nearest is “{{zoneName}}” (owner: {{zoneOwner}}), {{distanceMeters}} away.',

  'explain.road-unswept.length':
    'Road “{{name}}” (cleaning grade: {{grade}}, kept by: {{owner}}): {{lengthMeters}} of its {{roadMeters}} have no sweeping route along them (rule: a qualifying route within {{matchMeters}}; from {{minLengthMeters}} on; headings are not judged, and what a crossing route sweeps is left out).',
  'explain.road-unswept.silty':
    'Road “{{name}}” (cleaning grade: {{grade}}, kept by: {{owner}}): {{lengthMeters}} of its {{roadMeters}} have no sweeping route along them; silt loading as measured: {{siltLoadingGramsPerSquareMeter}} g/m² (rule: a qualifying route within {{matchMeters}}; from {{minLengthMeters}} on; headings are not judged, and what a crossing route sweeps is left out).',

  'explain.route-overlap.operators':
    'Sweeping routes “{{nameA}}” ({{operatorA}}; {{firstModes}}) and “{{nameB}}” ({{operatorB}}; {{secondModes}}) run along the same road for {{lengthMeters}} under different operators (rule: within {{matchMeters}} and {{parallelDegrees}}°, whichever way they run; from {{minLengthMeters}} on).',

  'explain.source-unassigned.area-alone':
    '{{kind}} “{{name}}”, {{areaSquareMeters}}, lies wholly outside the responsibility zones (rule: at least {{requiredFraction}} covered); no zone within {{reachMeters}}.',
  'explain.source-unassigned.area-outside':
    '{{kind}} “{{name}}”, {{areaSquareMeters}}, lies wholly outside the responsibility zones (rule: at least {{requiredFraction}} covered); the nearest is “{{zoneName}}” (owner: {{zoneOwner}}), {{distanceMeters}} away.',
  'explain.source-unassigned.area-partly':
    '{{kind}} “{{name}}”, {{areaSquareMeters}}: {{uncoveredFraction}} of it ({{uncoveredAreaSquareMeters}}) lies in no responsibility zone (rule: at least {{requiredFraction}} covered); most of the rest is in “{{zoneName}}” (owner: {{zoneOwner}}).',
  'explain.source-unassigned.line-alone':
    '{{kind}} “{{name}}”, {{lengthMeters}} long, lies wholly outside the responsibility zones (rule: at least {{requiredFraction}} covered); no zone within {{reachMeters}}.',
  'explain.source-unassigned.line-outside':
    '{{kind}} “{{name}}”, {{lengthMeters}} long, lies wholly outside the responsibility zones (rule: at least {{requiredFraction}} covered); the nearest is “{{zoneName}}” (owner: {{zoneOwner}}), {{distanceMeters}} away.',
  'explain.source-unassigned.line-partly':
    '{{kind}} “{{name}}”, {{lengthMeters}} long: {{uncoveredFraction}} of it lies in no responsibility zone (rule: at least {{requiredFraction}} covered); most of the rest is in “{{zoneName}}” (owner: {{zoneOwner}}).',
  'explain.source-unassigned.point-alone':
    '{{kind}} “{{name}}” lies in no responsibility zone (rule: at least {{requiredFraction}} covered, a bare point by its place); no zone within {{reachMeters}}.',
  'explain.source-unassigned.point-outside':
    '{{kind}} “{{name}}” lies in no responsibility zone (rule: at least {{requiredFraction}} covered, a bare point by its place); the nearest is “{{zoneName}}” (owner: {{zoneOwner}}), {{distanceMeters}} away.',
  'explain.source-unassigned.point-partly':
    '{{kind}} “{{name}}”: {{uncoveredFraction}} of its points lie in no responsibility zone (rule: at least {{requiredFraction}} covered, a bare point by its place); the others are in “{{zoneName}}” (owner: {{zoneOwner}}).',

  'explain.source-uncontrolled.park-area':
    '{{kind}} “{{name}}”, {{areaSquareMeters}}, lacks: {{field}} (rule: a park has central heat and treats its waste gas; source: {{basis}}).',
  'explain.source-uncontrolled.park-plain':
    '{{kind}} “{{name}}” lacks: {{field}} (rule: a park has central heat and treats its waste gas; source: {{basis}}).',
  'explain.source-uncontrolled.site-area':
    '{{kind}} “{{name}}”, {{areaSquareMeters}}, is active and fails: {{field}} (rule: an active site owes the six measures; source: {{basis}}).',
  'explain.source-uncontrolled.site-area-unestimated':
    '{{kind}} “{{name}}”, {{areaSquareMeters}}, is taken for active and fails: {{field}} (rule: an active site owes the six measures; source: {{basis}}); its emissions are not estimated for want of its beginning, its area or the time of the check.',
  'explain.source-uncontrolled.site-plain':
    '{{kind}} “{{name}}” is active and fails: {{field}} (rule: an active site owes the six measures; source: {{basis}}).',
  'explain.source-uncontrolled.site-plain-unestimated':
    '{{kind}} “{{name}}” is taken for active and fails: {{field}} (rule: an active site owes the six measures; source: {{basis}}); its emissions are not estimated for want of its beginning, its area or the time of the check.',
  'explain.source-uncontrolled.soil-cover-area':
    '{{kind}} “{{name}}”, {{areaSquareMeters}}, has been bare since {{since}} (days: {{bareDays}}) and is still not covered; days overdue: {{overdueDays}} (rule: bare ground is covered within {{limitHours}} hours; source: {{basis}}).',
  'explain.source-uncontrolled.soil-cover-plain':
    '{{kind}} “{{name}}” has been bare since {{since}} (days: {{bareDays}}) and is still not covered; days overdue: {{overdueDays}} (rule: bare ground is covered within {{limitHours}} hours; source: {{basis}}).',
  'explain.source-uncontrolled.soil-treat-area':
    '{{kind}} “{{name}}”, {{areaSquareMeters}}, has been bare since {{since}} (days: {{bareDays}}), neither covered nor greened nor paved; days overdue: {{overdueDays}} (rule: after {{limitMonths}} months bare ground is greened, paved or screened; source: {{basis}}).',
  'explain.source-uncontrolled.soil-treat-plain':
    '{{kind}} “{{name}}” has been bare since {{since}} (days: {{bareDays}}), neither covered nor greened nor paved; days overdue: {{overdueDays}} (rule: after {{limitMonths}} months bare ground is greened, paved or screened; source: {{basis}}).',

  'explain.source-unpatrolled.area-alone':
    '{{kind}} “{{name}}”, {{areaSquareMeters}}, lies wholly outside the patrol zones (rule: at least {{requiredFraction}} covered); no zone within {{reachMeters}}.',
  'explain.source-unpatrolled.area-outside':
    '{{kind}} “{{name}}”, {{areaSquareMeters}}, lies wholly outside the patrol zones (rule: at least {{requiredFraction}} covered); the nearest is “{{zoneName}}” (owner: {{zoneOwner}}), {{distanceMeters}} away.',
  'explain.source-unpatrolled.area-partly':
    '{{kind}} “{{name}}”, {{areaSquareMeters}}: {{uncoveredFraction}} of it ({{uncoveredAreaSquareMeters}}) lies in no patrol zone (rule: at least {{requiredFraction}} covered); most of the rest is in “{{zoneName}}” (owner: {{zoneOwner}}).',
  'explain.source-unpatrolled.line-alone':
    '{{kind}} “{{name}}”, {{lengthMeters}} long, lies wholly outside the patrol zones (rule: at least {{requiredFraction}} covered); no zone within {{reachMeters}}.',
  'explain.source-unpatrolled.line-outside':
    '{{kind}} “{{name}}”, {{lengthMeters}} long, lies wholly outside the patrol zones (rule: at least {{requiredFraction}} covered); the nearest is “{{zoneName}}” (owner: {{zoneOwner}}), {{distanceMeters}} away.',
  'explain.source-unpatrolled.line-partly':
    '{{kind}} “{{name}}”, {{lengthMeters}} long: {{uncoveredFraction}} of it lies in no patrol zone (rule: at least {{requiredFraction}} covered); most of the rest is in “{{zoneName}}” (owner: {{zoneOwner}}).',
  'explain.source-unpatrolled.point-alone':
    '{{kind}} “{{name}}” lies in no patrol zone (rule: at least {{requiredFraction}} covered, a bare point by its place); no zone within {{reachMeters}}.',
  'explain.source-unpatrolled.point-outside':
    '{{kind}} “{{name}}” lies in no patrol zone (rule: at least {{requiredFraction}} covered, a bare point by its place); the nearest is “{{zoneName}}” (owner: {{zoneOwner}}), {{distanceMeters}} away.',
  'explain.source-unpatrolled.point-partly':
    '{{kind}} “{{name}}”: {{uncoveredFraction}} of its points lie in no patrol zone (rule: at least {{requiredFraction}} covered, a bare point by its place); the others are in “{{zoneName}}” (owner: {{zoneOwner}}).',

  'explain.source-unswept.area-far':
    '{{kind}} “{{name}}”, {{areaSquareMeters}}: the nearest sweeping route, “{{routeName}}” (operator: {{operator}}), is {{distanceMeters}} away (rule: at most {{maxDistanceMeters}}).',
  'explain.source-unswept.area-none':
    '{{kind}} “{{name}}”, {{areaSquareMeters}}: there is no qualifying sweeping route (rule: one within {{maxDistanceMeters}}).',
  'explain.source-unswept.line-far':
    '{{kind}} “{{name}}”, {{lengthMeters}} long: the nearest sweeping route, “{{routeName}}” (operator: {{operator}}), is {{distanceMeters}} away (rule: at most {{maxDistanceMeters}}).',
  'explain.source-unswept.line-none':
    '{{kind}} “{{name}}”, {{lengthMeters}} long: there is no qualifying sweeping route (rule: one within {{maxDistanceMeters}}).',
  'explain.source-unswept.point-far':
    '{{kind}} “{{name}}”: the nearest sweeping route, “{{routeName}}” (operator: {{operator}}), is {{distanceMeters}} away (rule: at most {{maxDistanceMeters}}).',
  'explain.source-unswept.point-none':
    '{{kind}} “{{name}}”: there is no qualifying sweeping route (rule: one within {{maxDistanceMeters}}).',

  'explain.zone-escape.held':
    '{{kind}} “{{name}}” ({{level}}, owner: {{owner}}) has {{areaSquareMeters}} ({{outsideFraction}} of it) outside “{{parentName}}” ({{parentLevel}}, owner: {{parentOwner}}), at most {{widthMeters}} wide; it names no parent: this is the next coarser zone of the duty “{{duty}}” that holds most of it (rule: from {{minAreaSquareMeters}} and a width of {{minWidthMeters}}).',
  'explain.zone-escape.named':
    '{{kind}} “{{name}}” ({{level}}, owner: {{owner}}) has {{areaSquareMeters}} ({{outsideFraction}} of it) outside its parent “{{parentName}}” ({{parentLevel}}, owner: {{parentOwner}}), at most {{widthMeters}} wide; duty: {{duty}} (rule: from {{minAreaSquareMeters}} and a width of {{minWidthMeters}}).',

  'explain.zone-gap.enclosed':
    '{{areaSquareMeters}} of ground enclosed by zones lies in no zone of the kind “{{kind}}”; at most {{widthMeters}} wide (rule: from {{minAreaSquareMeters}} and a width of {{minWidthMeters}}; without a boundary only enclosed ground is looked for); next to {{neighbourCount}}: {{neighbours}}.',
  'explain.zone-gap.enclosed-alone':
    '{{areaSquareMeters}} of enclosed ground lies in no zone of the kind “{{kind}}”; at most {{widthMeters}} wide (rule: from {{minAreaSquareMeters}} and a width of {{minWidthMeters}}; without a boundary only enclosed ground is looked for).',
  'explain.zone-gap.inside':
    '{{areaSquareMeters}} inside the boundary lies in no zone of the kind “{{kind}}”; at most {{widthMeters}} wide (rule: from {{minAreaSquareMeters}} and a width of {{minWidthMeters}}); next to {{neighbourCount}}: {{neighbours}}.',
  'explain.zone-gap.inside-alone':
    '{{areaSquareMeters}} inside the boundary lies in no zone of the kind “{{kind}}”; at most {{widthMeters}} wide (rule: from {{minAreaSquareMeters}} and a width of {{minWidthMeters}}); no such zone is beside it.',

  'explain.zone-overlap.owners':
    '{{kind}} “{{nameA}}” ({{ownerA}}) and “{{nameB}}” ({{ownerB}}) share {{areaSquareMeters}}, at most {{widthMeters}} wide; both are of level {{level}} and duty {{duty}} with different owners (rule: from {{minAreaSquareMeters}} and a width of {{minWidthMeters}}).',
  'explain.zone-overlap.unowned':
    '{{kind}} “{{nameA}}” (owner: {{ownerA}}) and “{{nameB}}” (owner: {{ownerB}}) share {{areaSquareMeters}}, at most {{widthMeters}} wide; both are of level {{level}} and duty {{duty}}, and a zone without an owner counts as having a different one (rule: from {{minAreaSquareMeters}} and a width of {{minWidthMeters}}).',

  'explain.zone-ownerless.missing':
    '{{kind}} “{{name}}” ({{level}}, {{areaSquareMeters}}) lacks: {{fields}} (rule: every zone has an owner and a person in charge).',

  'suggestion.hotspot-source.visit':
    'Inspect {{sourceKind}} “{{sourceName}}” ({{sourceOwner}}) first, then the others in order.',
  'suggestion.hotspot-unattended.nearest':
    'Let “{{zoneName}}” ({{zoneOwner}}) look first, and draw the place into a zone.',
  'suggestion.road-unswept.assign': 'Have this stretch of “{{name}}” swept, or draw the route that the ledger lacks.',
  'suggestion.route-overlap.settle':
    'Settle whether {{operatorA}} (“{{nameA}}”) or {{operatorB}} (“{{nameB}}”) sweeps this stretch, or record an exception (such as a division of work).',
  'suggestion.source-unassigned.nearest': 'Assign it to “{{zoneName}}” ({{zoneOwner}}), or move the zone’s border.',
  'suggestion.source-uncontrolled.cover': 'Cover it at once and enter the date (responsible: {{owner}}).',
  'suggestion.source-uncontrolled.measure':
    'Put this right and bring the ledger up to date: {{field}} (responsible: {{owner}}).',
  'suggestion.source-uncontrolled.treat': 'Green, pave or cover it and enter the date (responsible: {{owner}}).',
  'suggestion.source-unpatrolled.nearest': 'Extend patrol zone “{{zoneName}}” ({{zoneOwner}}), or draw a new one.',
  'suggestion.source-unswept.extend': 'Extend sweeping route “{{routeName}}” ({{operator}}, {{distanceMeters}} away).',
  'suggestion.zone-escape.settle':
    'Check the border: clip “{{name}}” to “{{parentName}}”, move the parent’s border, or correct which parent it has.',
  'suggestion.zone-gap.fill': 'Add it to a neighbour ({{neighbours}}), or confirm that it needs none.',
  'suggestion.zone-ownerless.complete': 'Complete the ledger: {{fields}}.',
  'suggestion.zone-overlap.settle':
    'Settle whose it is: clip it from “{{nameA}}” or “{{nameB}}”, or record joint duty or an exception.',
} as const;
