/** Sheets to the browser's print dialog, in the size of their paper and without its margins and headings. */
import type { PdfPage } from '../../../../reports/sheets/pdf.ts';

const ELEMENT_ID = 'chentu-print';

/** Resolves once the dialog is closed. The page comes back as it was. */
export async function printSheets(pages: readonly PdfPage[], description: string): Promise<void> {
  const [first] = pages;
  if (!first) return;
  const urls = pages.map(({ jpeg }) => URL.createObjectURL(new Blob([Uint8Array.from(jpeg)], { type: 'image/jpeg' })));
  const element = document.createElement('div');
  element.id = ELEMENT_ID;
  const images = urls.map((url) => {
    const image = new Image();
    image.src = url;
    image.alt = description;
    return image;
  });
  element.append(...images);
  const style = styleOf(first);
  document.head.append(style);
  document.body.append(element);
  try {
    await Promise.all(images.map((image) => image.decode()));
    const closed = new Promise<void>((resolve) => {
      window.addEventListener('afterprint', () => resolve(), { once: true });
    });
    window.print();
    await closed;
  } finally {
    element.remove();
    style.remove();
    for (const url of urls) URL.revokeObjectURL(url);
  }
}

function styleOf({ widthMillimeters, heightMillimeters }: PdfPage): HTMLStyleElement {
  const style = document.createElement('style');
  // The page's policy takes styles with this number alone.
  style.nonce = document.documentElement.dataset.styleNonce ?? '';
  const [width, height] = [`${widthMillimeters}mm`, `${heightMillimeters}mm`];
  style.textContent = `
    @page { size: ${width} ${height}; margin: 0 }
    @media screen { #${ELEMENT_ID} { display: none } }
    @media print {
      html, body { height: auto; overflow: visible; background: none; margin: 0 }
      body > :not(#${ELEMENT_ID}) { display: none !important }
      #${ELEMENT_ID} img { display: block; width: ${width}; height: ${height}; break-after: page }
      #${ELEMENT_ID} img:last-child { break-after: auto }
    }`;
  return style;
}
