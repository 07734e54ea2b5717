/** What stands for a placeholder at one spot of a template that is being filled. Knows the filler's path, and no XML. */
import { escapeXml, withoutUnwritable } from '../../core/xml-text.ts';
import { type PictureSize, readPictureSize } from './picture-size.ts';
import type { FittedPicture, NumberedItem, ScopeName, ScopeTypes, SlipWords } from './placeholder-types.ts';
import { findPlaceholder } from './placeholders.ts';
import type { Slip } from './slip.ts';

/** The loop over all slips that is laid around the template's own body. */
export const ALL_SLIPS = 'allSlips';

/** What the filler takes for a picture. */
export interface ImageContent {
  readonly _type: 'image';
  readonly source: ArrayBuffer;
  readonly format: PictureSize['format'];
  readonly width: number;
  readonly height: number;
  readonly altText: string;
}
type Content = string | ImageContent | readonly Scope[];

/** A3 across. */
const WIDEST_CENTIMETERS = 42;

interface Scope {
  readonly find: (name: string) => Content | undefined;
}

/**
 * Answers a path of the filler, such as `allSlips, 0, 问题, 2, 责任单位`: names of loops, each followed by how
 * far it has come, then the placeholder. The innermost scope that knows the name answers; empty text where none
 * does. A picture may be asked for in a width. Outside the loop over the slips, as in a page's header, those of the only slip are known.
 */
export function createResolver(slips: readonly Slip[], words: SlipWords) {
  const slipScopes = slips.map((slip) => slipScope(slip, words));
  const outside: Scope = {
    find: (name) => (name === ALL_SLIPS ? slipScopes : slips.length === 1 ? slipScopes[0]?.find(name) : undefined),
  };
  return (path: readonly string[], widthCentimeters?: unknown): Content => {
    let scopes = [outside];
    const find = (name: string) => {
      for (const scope of scopes) {
        const found = scope.find(name);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    let list: readonly Scope[] = [];
    for (const part of path.slice(0, -1)) {
      const found = find(part);
      if (Array.isArray(found)) list = found;
      const entered = /^\d+$/.test(part) ? list[Number(part)] : undefined;
      if (entered) scopes = [entered, ...scopes];
    }
    const found = find(path.at(-1) ?? '') ?? '';
    return isImage(found) ? withWidth(found, widthCentimeters) : found;
  };
}

const isImage = (content: Content): content is ImageContent => typeof content === 'object' && '_type' in content;

/** As wide as the template asks for; what is no length leaves the picture as it is. */
function withWidth(image: ImageContent, centimeters: unknown): ImageContent {
  if (typeof centimeters !== 'number' || !(centimeters > 0 && centimeters <= WIDEST_CENTIMETERS)) return image;
  const width = Math.round((centimeters / 2.54) * 96);
  return { ...image, width, height: Math.max(Math.round((image.height * width) / image.width), 1) };
}

/** A slip of one finding knows that finding's placeholders too. */
function slipScope(slip: Slip, words: SlipWords): Scope {
  const own = scopeOf('slip', slip, words);
  const [only, ...others] = slip.items;
  const finding = only && others.length === 0 ? scopeOf('finding', { item: only, index: 0 }, words) : undefined;
  return { find: (name) => own.find(name) ?? finding?.find(name) };
}

function scopeOf<S extends ScopeName>(scope: S, of: ScopeTypes[S], words: SlipWords): Scope {
  // Every placeholder of every row asks the way to its row: without them a list of thousands is made anew each time.
  const lists = new Map<string, readonly Scope[]>();
  return {
    find(name) {
      const known = lists.get(name);
      if (known) return known;
      const placeholder = findPlaceholder(scope, name);
      if (!placeholder) return undefined;
      if (placeholder.type === 'text') return cleanText(placeholder.value(of, words) ?? '');
      if (placeholder.type === 'picture') return toContent(placeholder.value(of, words));
      const list = placeholder.value(of).map((each) => scopeOf(placeholder.scope, each as NumberedItem, words));
      lists.set(name, list);
      return list;
    },
  };
}

const cleanText = (text: string) => withoutUnwritable(text).replaceAll(/\r\n?/g, '\n');

/** Pictures that are neither PNG nor JPEG are told by their description. */
function toContent(value: FittedPicture | string): Content {
  if (typeof value === 'string') return value;
  const { picture, boxWidth, boxHeight } = value;
  const size = readPictureSize(picture.bytes);
  if (!size) return cleanText(picture.description);
  const scale = Math.min(boxWidth / size.width, boxHeight / size.height);
  return {
    _type: 'image',
    source: Uint8Array.from(picture.bytes).buffer,
    format: size.format,
    width: Math.round(size.width * scale),
    height: Math.round(size.height * scale),
    // The filler writes it into an attribute as it is.
    altText: escapeXml(picture.description.replaceAll('\n', ' ')),
  };
}
