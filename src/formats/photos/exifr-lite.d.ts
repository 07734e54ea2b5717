/** The build of exifr that reads JPEG and HEIC; its package describes the full build alone. */
declare module 'exifr/dist/lite.esm.mjs' {
  export { orientation, parse } from 'exifr';
}
