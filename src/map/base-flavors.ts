/** The base map's colours: pale and greyish, so that every hue on the map belongs to data. */
import type { Flavor } from '@protomaps/basemaps';
import type { Hex } from './color.ts';
import type { MapTheme } from './map-types.ts';
import { THEMES } from './theme.ts';

export const REGULAR_FONT = 'Noto Sans SC Regular';
export const MEDIUM_FONT = 'Noto Sans SC Medium';

/** The few colours that a flavor of some seventy entries is made from. */
interface Tones {
  readonly background: Hex;
  readonly earth: Hex;
  readonly built: Hex;
  readonly green: Hex;
  readonly wood: Hex;
  readonly sand: Hex;
  readonly water: Hex;
  readonly building: Hex;
  readonly road: Hex;
  readonly mainRoad: Hex;
  readonly casing: Hex;
  readonly mainCasing: Hex;
  readonly rail: Hex;
  readonly boundary: Hex;
  readonly label: Hex;
  readonly strongLabel: Hex;
  readonly waterLabel: Hex;
  readonly halo: Hex;
}

const TONES: Readonly<Record<MapTheme, Tones>> = {
  light: {
    background: '#ececea',
    earth: THEMES.light.paper,
    built: '#efefec',
    green: '#e9eee6',
    wood: '#e3eae1',
    sand: '#f0ede4',
    water: '#d6e0e6',
    building: '#e6e6e3',
    road: '#ffffff',
    mainRoad: '#ffffff',
    casing: '#e2e2df',
    mainCasing: '#d3d4d2',
    rail: '#c6c8c9',
    boundary: '#b3b6b9',
    label: '#767d84',
    strongLabel: '#565d64',
    waterLabel: '#7b909e',
    halo: '#fbfbf9',
  },
  dark: {
    background: '#15171a',
    earth: THEMES.dark.paper,
    built: '#1e2125',
    green: '#1d2420',
    wood: '#1c2520',
    sand: '#23221f',
    water: '#141d25',
    building: '#24272b',
    road: '#2c3035',
    mainRoad: '#383d43',
    casing: '#1b1e22',
    mainCasing: '#22262a',
    rail: '#3a3f45',
    boundary: '#50565d',
    label: '#8b939b',
    strongLabel: '#a9b1b8',
    waterLabel: '#6b8294',
    halo: '#15171a',
  },
  projector: {
    background: '#f4f4f4',
    earth: THEMES.projector.paper,
    built: '#f7f7f6',
    green: '#eff4ec',
    wood: '#e8f0e6',
    sand: '#f7f4ec',
    water: '#cfdde6',
    building: '#ededed',
    road: '#f0f0f0',
    mainRoad: '#e4e4e4',
    casing: '#d8d8d8',
    mainCasing: '#b9bcbe',
    rail: '#a9acae',
    boundary: '#8b8f93',
    label: '#43484d',
    strongLabel: '#262a2e',
    waterLabel: '#3f5868',
    halo: '#ffffff',
  },
};

export const tonesOf = (theme: MapTheme): Tones => TONES[theme];

export function flavorOf(theme: MapTheme): Flavor {
  const tones = TONES[theme];
  return { ...ground(tones), ...roads(tones), ...labels(tones) };
}

type GroundKey =
  | 'background'
  | 'earth'
  | 'park_a'
  | 'park_b'
  | 'hospital'
  | 'industrial'
  | 'school'
  | 'wood_a'
  | 'wood_b'
  | 'pedestrian'
  | 'scrub_a'
  | 'scrub_b'
  | 'glacier'
  | 'sand'
  | 'beach'
  | 'aerodrome'
  | 'runway'
  | 'water'
  | 'zoo'
  | 'military'
  | 'pier'
  | 'buildings'
  | 'landcover';

function ground(tones: Tones): Pick<Flavor, GroundKey> {
  const { background, earth, built, green, wood, sand, water, building, road } = tones;
  return {
    background,
    earth,
    water,
    sand,
    buildings: building,
    beach: sand,
    runway: road,
    glacier: built,
    park_a: green,
    park_b: green,
    zoo: green,
    scrub_a: green,
    scrub_b: green,
    wood_a: wood,
    wood_b: wood,
    hospital: built,
    industrial: built,
    school: built,
    pedestrian: built,
    aerodrome: built,
    military: built,
    pier: built,
    landcover: {
      grassland: green,
      barren: sand,
      urban_area: built,
      farmland: green,
      glacier: built,
      scrub: green,
      forest: wood,
    },
  };
}

type LabelKey =
  | 'roads_label_minor'
  | 'roads_label_minor_halo'
  | 'roads_label_major'
  | 'roads_label_major_halo'
  | 'ocean_label'
  | 'subplace_label'
  | 'subplace_label_halo'
  | 'city_label'
  | 'city_label_halo'
  | 'state_label'
  | 'state_label_halo'
  | 'country_label'
  | 'address_label'
  | 'address_label_halo'
  | 'regular'
  | 'bold'
  | 'italic';

function labels({ label, strongLabel, waterLabel, halo }: Tones): Pick<Flavor, LabelKey> {
  return {
    roads_label_minor: label,
    roads_label_minor_halo: halo,
    roads_label_major: label,
    roads_label_major_halo: halo,
    ocean_label: waterLabel,
    subplace_label: label,
    subplace_label_halo: halo,
    city_label: strongLabel,
    city_label_halo: halo,
    state_label: label,
    state_label_halo: halo,
    country_label: label,
    address_label: label,
    address_label_halo: halo,
    regular: REGULAR_FONT,
    bold: MEDIUM_FONT,
    italic: REGULAR_FONT,
  };
}

function roads({
  road,
  mainRoad,
  casing,
  mainCasing,
  rail,
  boundary,
  built,
}: Tones): Omit<Flavor, GroundKey | LabelKey> {
  return {
    tunnel_other_casing: casing,
    tunnel_minor_casing: casing,
    tunnel_link_casing: casing,
    tunnel_major_casing: casing,
    tunnel_highway_casing: casing,
    tunnel_other: built,
    tunnel_minor: built,
    tunnel_link: built,
    tunnel_major: built,
    tunnel_highway: built,
    minor_service_casing: casing,
    minor_casing: casing,
    link_casing: casing,
    major_casing_late: mainCasing,
    highway_casing_late: mainCasing,
    major_casing_early: casing,
    highway_casing_early: casing,
    other: road,
    minor_service: road,
    minor_a: road,
    minor_b: road,
    link: mainRoad,
    major: mainRoad,
    highway: mainRoad,
    railway: rail,
    boundaries: boundary,
    bridges_other_casing: casing,
    bridges_minor_casing: casing,
    bridges_link_casing: casing,
    bridges_major_casing: mainCasing,
    bridges_highway_casing: mainCasing,
    bridges_other: road,
    bridges_minor: road,
    bridges_link: mainRoad,
    bridges_major: mainRoad,
    bridges_highway: mainRoad,
  };
}
