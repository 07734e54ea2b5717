/** Texts of the area "problems" (en). Same keys and params in every language: src/i18n/texts.test.ts. */
export const problemsTexts = {
  'problem.draw.hole-outside': 'The outline cuts the hole inside the zone. Keep the hole wholly inside.',
  'problem.draw.no-ring': 'This zone has no outline to edit. Delete it and draw it again.',
  'problem.draw.self-crossing':
    'The outline may not cross or touch itself. Place the point elsewhere, or press Backspace to take one back.',
  'problem.draw.several-parts':
    'This zone has {{parts}} parts; its outline cannot be edited point by point yet. Its words can be changed, and the whole zone deleted.',
  'problem.draw.three-vertices': 'A patrol zone needs at least three points.',
  'problem.draw.zoom-in-to-snap': 'Too many outlines are in view to snap to. Snapping returns as you zoom in.',
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
} as const;
