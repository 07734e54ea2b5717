/** A drawing as SVG 1.1: text alone, the same for the same drawing, nothing in it that runs or is fetched. */
import { escapeXml, withoutUnwritable } from '../../core/xml-text.ts';
import type { Drawing, Drawn, DrawnPaths, DrawnText, Path } from './drawing.ts';

/** `title` is what a screen reader says. O(positions). */
export function drawingSvg({ widthPixels, heightPixels, paper, items }: Drawing, title: string): string {
  const size = `width="${widthPixels}" height="${heightPixels}" viewBox="0 0 ${widthPixels} ${heightPixels}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">`,
    `<title>${clean(title)}</title>`,
    `<rect width="${widthPixels}" height="${heightPixels}" fill="${paper}"/>`,
    '<g fill-rule="evenodd" stroke-linejoin="round" stroke-linecap="round">',
    ...items.map(itemXml),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

const itemXml = (item: Drawn): string => (item.type === 'text' ? textXml(item) : pathsXml(item));

function pathsXml({ paths, fill, fillRule, stroke, closed }: DrawnPaths): string {
  const data = paths.map((path) => pathData(path, closed)).join('');
  const fillXml = fill ? `fill="${fill.color}"${opacityXml('fill', fill.opacity)}` : 'fill="none"';
  const dash = stroke?.dash;
  // Round caps would fill short gaps.
  const dashXml = dash ? ` stroke-dasharray="${dash.join(' ')}" stroke-linecap="butt"` : '';
  const strokeXml = stroke
    ? ` stroke="${stroke.color}" stroke-width="${round(stroke.width)}"${opacityXml('stroke', stroke.opacity)}${dashXml}`
    : '';
  const ruleXml = fillRule === 'nonzero' ? ' fill-rule="nonzero"' : '';
  return `<path ${fillXml}${ruleXml}${strokeXml} d="${data}"/>`;
}

function textXml({ at, text, sizePixels, color, halo, anchor }: DrawnText): string {
  const look = `font-family="'Noto Sans SC', sans-serif" font-size="${sizePixels}" text-anchor="${anchor}"`;
  const place = `x="${round(at[0])}" y="${round(at[1])}"`;
  return `<text ${place} ${look} fill="${color}" stroke="${halo}" stroke-width="3" paint-order="stroke">${clean(text)}</text>`;
}

function pathData(path: Path, closed: boolean): string {
  let data = '';
  for (let i = 0; i < path.length; i += 2) data += `${i === 0 ? 'M' : 'L'}${round(path[i]!)} ${round(path[i + 1]!)}`;
  return closed && data ? `${data}Z` : data;
}

const opacityXml = (of: 'fill' | 'stroke', opacity: number) =>
  opacity < 1 ? ` ${of}-opacity="${round(opacity)}"` : '';
const clean = (text: string) => escapeXml(withoutUnwritable(text));
/** A hundredth of a pixel is finer than any print. */
const round = (value: number) => Math.round(value * 100) / 100 + 0;
