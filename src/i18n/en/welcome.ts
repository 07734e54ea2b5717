/** Texts of the area "welcome" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const welcomeTexts = {
  'welcome.title': 'First steps',
  'welcome.step': '{{step}} of {{steps}}',
  'welcome.skip': 'Skip the first steps',
  'welcome.back': 'Back',
  'welcome.next': 'Next',
  'welcome.done': 'Done',
  'welcome.colours.title': 'Read the colours',
  'welcome.colours.text':
    'This is a fictional district. The deepest orange is bare soil that nobody has covered; “Layers and legend” names the rest.',
  'welcome.colours.uncovered': 'Uncovered bare soil',
  'welcome.colours.overlap': 'Two units on one ground',
  'welcome.colours.gap': 'Ground of nobody',
  'welcome.colours.show': 'Show all bare soil',
  'welcome.why.title': 'Ask why, and whose',
  'welcome.why.text':
    'Click a patch on the map, or a finding on the right: its card says why it is listed, by which rule, and who answers for it.',
  'welcome.why.seen': 'The card on the right gives reason, figures and the responsible unit.',
  'welcome.why.show': 'Show an example',
  'welcome.own.title': 'Bring in your own ledger',
  'welcome.own.text':
    'Drop Excel, Shapefile, CSV or other files onto the page; encoding and datum are guessed and shown for you to confirm. Data stay on this machine.',
  'welcome.again': 'First steps again',
  'welcome.outcome': 'Check done: {{count}} findings',
  'welcome.outcome_one': 'Check done: one finding',
  'welcome.skip.map': 'Skip to the map',
  'welcome.skip.findings': 'Skip to the findings',
  'welcome.work.save': 'Writing the workspace file',
  'welcome.work.export': 'Exporting',
  'welcome.part.loading': 'Loading…',
  'welcome.part.failed':
    'This part could not be loaded: the server may have a newer version, or the connection is gone. What was saved is safe; reload the page.',
  'welcome.part.reload': 'Reload the page',
  'welcome.keys.map': 'Map: arrow keys pan, + and − zoom, Enter clicks at the cross',
} as const;
