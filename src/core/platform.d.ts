/**
 * The only platform names that pure folders may use, beside the language itself.
 * They exist alike in browsers, in workers and in Node; nothing else of the DOM or of Node does.
 */
interface TextDecoder {
  readonly encoding: string;
  decode(input?: ArrayBufferView | ArrayBuffer, options?: { stream?: boolean }): string;
}
declare var TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};
interface TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare var TextEncoder: { new (): TextEncoder };
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}
interface URL {
  readonly href: string;
}
declare function atob(base64: string): string;
/** A file of the project as a data address, put in by the build. */
declare module '*?url&inline' {
  const address: string;
  export default address;
}
