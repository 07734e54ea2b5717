/** Texts of the area "keeping" (en): history, saving, several tabs. Same keys and params in every language: src/i18n/texts.test.ts. */
export const keepingTexts = {
  'history.title': 'History',
  'history.start': 'As opened',
  'history.current': 'now',
  'history.undone': 'undone',
  'history.undo': 'Undo: {{what}}',
  'history.redo': 'Redo: {{what}}',
  'history.count': '{{count}} steps',
  'history.count_one': '{{count}} step',
  'history.empty':
    'Nothing was changed yet. Zones, attributes, exceptions and scenes are recorded here step by step; you can go back to any of them.',
  'history.hint': 'Click or press Enter to go to a step. The next edit drops the grey steps.',
  'history.readOnly': 'Another tab edits; this one can only look.',
  'history.updating': 'Updating…',

  'save.state.saved': 'Saved',
  'save.state.saving': 'Saving',
  'save.state.failed': 'Not saved',
  'save.state.following': 'Following',
  'save.title': 'Saving: {{name}}',
  'save.saved':
    'Every edit is written to this machine’s browser; it is there after closing the page, a crash or a power cut.',
  'save.saving': 'Writing to this machine’s browser…',
  'save.following': 'The other tab saves the edits.',
  'save.persistence.granted': 'The browser has agreed to keep it, even when the disk gets full.',
  'save.persistence.denied':
    'The browser has not agreed to keep it: a full disk or clearing browsing data may delete it. Save important edits as a file.',
  'save.persistence.insecure':
    'This page is not https, so the browser cannot be asked to keep it: a full disk or clearing browsing data may delete it. Save important edits as a file.',
  'save.file.none': 'Not saved as a file in this visit.',
  'save.file.current': 'The file “{{file}}” has every edit.',
  'save.file.behind': 'There are edits since “{{file}}” was saved.',
  'save.toFile': 'Save as file',
  'save.toFileAgain': 'Save to “{{file}}”',
  'save.elsewhere': 'Save elsewhere…',
  'save.retry': 'Try again',

  'tabs.following': 'Another tab edits this workspace. This one follows live and can only look.',
  'tabs.gone':
    'The tab that edited this workspace has closed or does not answer. All saved edits are here; you can go on.',
  'tabs.stranded':
    'Another tab has taken over this workspace while edits of this one were not saved. Save them as a file, then follow that tab.',
  'tabs.takeOver': 'Edit here',
  'tabs.rejoin': 'Drop these edits and follow',

  'kept.title': 'Other workspaces on this machine',
  'kept.unnamed': 'Unnamed workspace',
  'kept.edits': '{{count}} edits · {{when}}',
  'kept.edits_one': '{{count}} edit · {{when}}',
  'kept.remove': 'Delete “{{name}}” from this machine',
  'kept.removeNow': 'Delete',

  'problem.app.read-only':
    'Another tab edits this workspace, so nothing was changed here. To edit in this tab, press “Edit here” first.',
  'problem.app.file-not-written':
    '“{{file}}” was not written ({{reason}}); the old file is as it was. Save again, to another place.',
  'problem.storage.cannot-hand-over':
    'The other tab has edits that are not saved, so this one cannot take over yet. Save them there as a file or free some space, then try again.',
  'problem.storage.open-here': 'This workspace is open and cannot be deleted. Open another one first.',
} as const;
