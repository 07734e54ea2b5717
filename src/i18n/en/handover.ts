/** Texts of the area "handover" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const handoverTexts = {
  'handover.title': 'Briefing to hand on',
  'handover.hint':
    'All scenes as a file that opens by itself: a double click plays it in a browser, without this program, a server or a network. Maps are pictures; a click says whose ground it is.',
  'handover.noScenes': 'There are no scenes yet. Save some under “Scenes”, or make a ready briefing.',
  'handover.form': 'Form',
  'handover.form.page': 'One page',
  'handover.form.folder': 'Folder (zip)',
  'handover.withNotes': 'With talking points',
  'handover.withPersonal': 'With names and telephones of leaders and people in charge',
  'handover.make': 'Export the briefing',
  'handover.work': 'Making the briefing',
  'handover.notes': 'Talking points',
  'handover.close': 'Close',
  'handover.help':
    '→ next   ← previous   digits go to a scene   B black   L laser   N talking points   F full screen   click the map: whose is it   Esc closes',
  'handover.nobody': 'No zone of responsibility is drawn here.',
  'handover.noUnit': 'no unit given',
  'handover.more': '{{count}} more stand in the ledger.',
  'handover.rank': 'Rank',
  'handover.name': 'Name',
  'handover.size': 'Size',
  'handover.line.kind': 'Kind',
  'handover.line.finding': 'Finding',
  'handover.line.sentence': 'Why',
  'handover.foot': '{{name}}   as of {{date}}   {{map}}   without personal data',
  'handover.footPersonal': '{{name}}   as of {{date}}   {{map}}   holds personal data, do not pass on',
} as const;
