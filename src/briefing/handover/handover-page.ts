/**
 * A briefing as one page that plays by itself: no server, no network, no other file where its pictures are in it.
 * Its policy allows its own script and style by their hashes, and pictures; nothing can be fetched or sent.
 */
import { escapeXml } from '../../core/xml-text.ts';
import { HANDOVER_ELEMENT, type Handover } from './handover-types.ts';

/** The player as it stands in the page, and what a policy calls it: `sha256-…`. */
export interface InlineText {
  readonly text: string;
  readonly hash: string;
}

/** Text stays text: the data are JSON in which no tag can end, everything else is escaped. O(bytes). */
export function formatHandoverPage(handover: Handover, script: InlineText, style: InlineText): string {
  const policy = `default-src 'none'; img-src data: 'self' file:; script-src '${script.hash}'; style-src '${style.hash}'`;
  const json = JSON.stringify(handover).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${escapeXml(handover.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeXml(handover.title)}</title>
<style>${style.text}</style>
</head>
<body>
<script type="application/json" id="${HANDOVER_ELEMENT}">${json}</script>
<script>${script.text}</script>
</body>
</html>
`;
}
