/** XML as events while it is unpacked. Prefixes of names are dropped, entities that a file defines are not known. */
import { Parser } from 'saxen';

export interface XmlListener {
  open?(name: string, attributes: () => Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

export interface XmlFeed {
  write(piece: string): void;
  end(): void;
}

/** Two million letters without a tag: no part of a workbook has them, and each piece would be searched again. */
const MAX_SILENCE = 2 ** 21;

/** Throws where the text is no XML. O(text). */
export function createXmlFeed(listener: XmlListener): XmlFeed {
  let failure: Error | undefined;
  let silent = 0;
  const parser = new Parser();
  parser.on('error', (error) => {
    failure ??= error;
  });
  parser.on('openTag', (name, attributes) => {
    silent = 0;
    listener.open?.(localName(name), attributes);
  });
  parser.on('closeTag', (name) => {
    silent = 0;
    listener.close?.(localName(name));
  });
  parser.on('text', (text, decode) => listener.text?.(text.includes('&') ? decode(text) : text));
  parser.on('cdata', (text) => listener.text?.(text));
  const check = () => {
    if (failure) throw failure;
  };
  return {
    write(piece) {
      silent += piece.length;
      parser.write(piece);
      check();
      if (silent > MAX_SILENCE) throw new Error('xml: a tag without an end');
    },
    end() {
      parser.end();
      check();
    },
  };
}

export function readXml(pieces: Iterable<string>, listener: XmlListener): void {
  const feed = createXmlFeed(listener);
  for (const piece of pieces) feed.write(piece);
  feed.end();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
