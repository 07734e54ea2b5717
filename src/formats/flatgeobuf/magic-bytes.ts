/** How a FlatGeobuf begins: `fgb`, version 3, `fgb`; the eighth byte is a patch level. */
export const MAGIC_BYTES = [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62] as const;
