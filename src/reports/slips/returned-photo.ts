/** A photo that came back with slips: what it says of itself, and its picture. */

/** What a photo says of itself, if anything. */
export interface PhotoPlace {
  /** WGS84 degrees. */
  readonly longitude: number;
  readonly latitude: number;
  /** ISO text with an offset. */
  readonly time: string | undefined;
}

export interface ReturnedPhoto {
  /** As the file is called. */
  readonly name: string;
  /** Undefined where it says nothing of its place. */
  readonly place?: PhotoPlace | undefined;
  /** JPEG in a size for looking at; undefined where it cannot be read. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}
