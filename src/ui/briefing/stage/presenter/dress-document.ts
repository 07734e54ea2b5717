/** An empty document of our own origin made to look like the page: its language, theme and styles, none of them fetched. */

/** Answers the element that takes the view. */
export function dressDocument(other: Document, title: string): HTMLElement {
  const page = document.documentElement;
  other.title = title;
  other.documentElement.lang = page.lang;
  for (const name of ['theme', 'mantineColorScheme'] as const) {
    const value = page.dataset[name];
    if (value) other.documentElement.dataset[name] = value;
  }
  copyStyles(other);
  const root = other.createElement('div');
  root.dataset.presenter = 'true';
  other.body.replaceChildren(root);
  return root;
}

/**
 * Rules into sheets that a script makes: the policy of the page allows no inline style, and nothing has to be loaded.
 * Faces are left out, since they would be fetched: the presenter's own screen shows the system's type.
 */
function copyStyles(other: Document): void {
  const view = other.defaultView as (Window & typeof globalThis) | null;
  if (!view) return;
  other.adoptedStyleSheets = [...document.styleSheets].map((sheet) => {
    const copy = new view.CSSStyleSheet();
    const rules = [...sheet.cssRules].filter((rule) => !(rule instanceof CSSFontFaceRule));
    copy.replaceSync(rules.map(({ cssText }) => cssText).join('\n'));
    return copy;
  });
}
