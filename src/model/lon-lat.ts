/** A position: degrees, longitude first. WGS84 unless a name says otherwise. */
export type LonLat = readonly [longitude: number, latitude: number];
