/** WCAG 1.4.12: with more space between lines, words and letters nothing may be cut off. */
import type { Page } from '@playwright/test';

const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }`;

/**
 * The texts within an element that are cut off only once the text is set wider: above or below by a box of fixed
 * height, at a side by a box that neither scrolls nor says so by an ellipsis. What is hidden from the eye is left out.
 */
export async function clippedTexts(page: Page, within: string): Promise<string[]> {
  return page.evaluate(
    async ({ css, within }) => {
      const scan = () => {
        const clipped = new Map<Element, string>();
        const root = document.querySelector(within);
        if (!root) return clipped;
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const text = texts.currentNode;
          const parent = text.parentElement;
          // Drawings place their letters themselves.
          if (parent?.closest('svg')) continue;
          if (!text.textContent?.trim() || !parent?.checkVisibility({ visibilityProperty: true })) continue;
          const range = document.createRange();
          range.selectNodeContents(text);
          const box = range.getBoundingClientRect();
          if (box.width === 0) continue;
          for (let element: Element | null = parent; element && element !== root; element = element.parentElement) {
            const { overflowX, overflowY, textOverflow, position } = getComputedStyle(element);
            const outer = element.getBoundingClientRect();
            // Words for screen readers alone.
            if (outer.width <= 2 && outer.height <= 2) break;
            const isRow = position === 'absolute' || element.tagName === 'BUTTON';
            const cutsY = overflowY === 'hidden' || overflowY === 'clip' || (isRow && overflowY === 'visible');
            const cutsX = (overflowX === 'hidden' || overflowX === 'clip') && textOverflow !== 'ellipsis';
            const saysSo = textOverflow === 'ellipsis';
            if (cutsY && !saysSo && (box.bottom > outer.bottom + 1 || box.top < outer.top - 1))
              clipped.set(parent, `cut off below: ${text.textContent} in ${element.className}`);
            if (cutsY && saysSo && box.height / 2 > outer.height)
              clipped.set(parent, `cut off below: ${text.textContent} in ${element.className}`);
            if (cutsX && (box.right > outer.right + 1 || box.left < outer.left - 1))
              clipped.set(parent, `cut off beside: ${text.textContent} in ${element.className}`);
            if (overflowY === 'auto' || overflowY === 'scroll' || saysSo) break;
          }
        }
        return clipped;
      };
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const before = scan();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      await frame();
      await frame();
      const after = scan();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      await frame();
      return [...after].flatMap(([element, line]) => (before.has(element) ? [] : [line]));
    },
    { css: SPACING, within },
  );
}
