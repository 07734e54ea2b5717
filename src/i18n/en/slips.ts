/** Texts of the area "slips" (en): slips and notices as Word files. Same keys and params in every language: src/i18n/texts.test.ts. */
export const slipsTexts = {
  'slips.basis': '{{value}} ({{tag}}); source: {{origin}}',
  'slips.comma': ', ',
  'slips.mapOf': 'Map of finding {{id}}',
  'slips.measure': '{{label}} {{text}}',
  'slips.noMap': '(map attached separately)',
  'slips.noStreet': 'In no street',
  'slips.noZone': 'In no responsibility zone',
  'slips.note':
    'Found by a screening of the ledgers, outlines and rules of the workspace; check on site before acting. ',
  'slips.photoAfter': 'Finding {{id}}, after',
  'slips.photoBefore': 'Finding {{id}}, before',
  'slips.qr': 'Chentu finding {{id}}\nGCJ-02 for phone maps (longitude,latitude)\n{{place}}',
  'slips.request.assignment':
    'Please settle this by {{deadline}} and report what was done, with photos from before and after, to the office that hands it out. If it does not exist or is not yours to settle, say so in writing by then.',
  'slips.request.rectification':
    'Please put this right by {{deadline}} and report what was done, with photos from before and after, to the issuing office, which will check it. If it does not exist or is not yours to put right, say so in writing by then.',
  'slips.screening':
    'The search for the source of a hotspot is a screening, not a dispersion model, and no ground for blaming anybody.',
  'slips.streetMapNote':
    'The numbers are those of the list above, their frames are coloured by rule; the thick blue line is the street’s. Drawn from the layers of the workspace to find the places by; it settles no boundary. ',
  'slips.streetMapNote.dots':
    'For want of room {{numbered}} findings have their number and {{unnumbered}} a dot alone; their coordinates are in the list. ',
  'slips.streetMapNote.noStreet':
    'The numbers are those of the list above, their frames are coloured by rule. Drawn from the layers of the workspace to find the places by; it settles no boundary. ',
  'slips.streetMapOf': 'Map of the findings: {{street}}, {{count}} in all',
  'slips.title.assignment': 'Dust task slip',
  'slips.title.rectification': 'Notice to put right a dust problem',
  'slips.unregistered': 'none registered',

  'problem.slip-loop-crossed':
    'Loops cross in the template: “{{placeholder}}” ends before “{{open}}” inside it does. End the inner loop first.',
  'problem.slip-loop-of-picture':
    '“{{placeholder}}” in the template is a picture and cannot be a loop or a condition. Remove the # and the end mark.',
  'problem.slip-loop-unclosed':
    'The loop “{{placeholder}}” in the template never ends. Put a placeholder of the same name with “/” at its end.',
  'problem.slip-loop-unopened':
    '“{{placeholder}}” in the template ends a loop that was never begun. Begin it, or remove this.',
  'problem.slip-picture-in-picture':
    '“{{placeholder}}” stands in the alternative text of a picture in the template. Put it into the text; for another size write, as “[cm: 8]”, the width after its name.',
  'problem.slip-placeholder-broken':
    'The braces at “{{placeholder}}” in the template do not pair, or run over two paragraphs. Keep a placeholder in one paragraph.',
  'problem.slip-placeholder-full-width':
    '“{{placeholder}}” in the template has full-width braces. Type the braces of plain ASCII.',
  'problem.slip-placeholder-misplaced':
    '“{{placeholder}}” in the template is known only inside the loop “{{loop}}”. Move it there, or take another one.',
  'problem.slip-placeholder-unknown':
    'The placeholder “{{placeholder}}” in the template is not known. docs/slips.md lists those there are.',
  'problem.slip-return-date':
    'The date “{{found}}” of finding {{id}} cannot be read; it is settled without a date. Write it like 2026-12-01.',
  'problem.slip-return-twice': 'Finding {{id}} has two rows; the later one is taken. Please check.',
  'problem.slip-return-unknown':
    'The finding “{{id}}” is neither in this check nor among those handed out; the row is left aside. Check the id.',
  'problem.slip-return-without-ids':
    'The table has no column “{{names}}”, so that no row can be matched. Keep that column of the ledger.',
  'problem.slip-template-failed':
    'The template could not be filled ({{reason}}). Start again from the template that comes with the app.',
  'problem.slip-template-unreadable':
    'The template is no readable Word file (.docx). Save an old .doc or an encrypted file as a plain .docx first.',
  'problem.slips-none': 'All chosen findings are settled or gone; there is no slip to write. Choose others.',
} as const;
