/** Scale, compass, coordinates and attribution as quiet DOM over the map's lower edge. Knows no data and no deck.gl. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import './map-view.css';
import type { MapTexts, PlaceWriter } from './map-types.ts';
import { niceScale } from './scale-bar.ts';

export interface MapControls {
  /** The strip itself, for the caller to keep clear of panels (CSS variables --map-left and --map-right). */
  readonly element: HTMLElement;
  setPointer(longitude: number, latitude: number): void;
  setPlaceWriter(write: PlaceWriter | undefined): void;
  setTexts(texts: MapTexts): void;
  /** What is said of the base map beside what its sources say themselves. */
  setCredit(credit: { readonly attribution?: string; readonly approvalNumber?: string }): void;
  setPadding(left: number, right: number, bottom: number): void;
  /** What is said of the base map and the pictures on it. */
  credit(): string;
  destroy(): void;
}

const SCALE_PIXELS = 110;

export function createMapControls(container: HTMLElement, map: MapLibreMap, texts: MapTexts): MapControls {
  const strip = element('div', 'chentu-map-strip');
  const scale = element('div', 'chentu-map-scale');
  const scaleText = element('span', 'chentu-map-scale-text');
  const scaleBar = element('span', 'chentu-map-scale-bar');
  const compass = document.createElement('button');
  const coordinates = element('output', 'chentu-map-coordinates');
  const attribution = element('div', 'chentu-map-attribution');
  compass.type = 'button';
  compass.className = 'chentu-map-compass';
  compass.append(compassNeedle());
  scale.append(scaleText, scaleBar);
  strip.append(scale, compass, coordinates, attribution);
  container.append(strip);

  const resetNorth = () => map.easeTo({ bearing: 0, pitch: 0 });
  const drawScale = () => {
    const { meters, pixels } = niceScale(map.getCenter().lat, map.getZoom(), SCALE_PIXELS);
    scaleText.textContent = meters >= 1000 ? `${meters / 1000} km` : `${meters} m`;
    scaleBar.style.width = `${pixels.toFixed(1)}px`;
  };
  const turn = () => {
    compass.style.setProperty('--bearing', `${-map.getBearing()}deg`);
    compass.classList.toggle('turned', Math.abs(map.getBearing()) > 0.5 || map.getPitch() > 0.5);
  };
  let given: { readonly attribution?: string; readonly approvalNumber?: string } = {};
  let approvalWord = '';
  const credit = () => {
    const sources = Object.values(map.getStyle()?.sources ?? {}) as { attribution?: string }[];
    const loaded = Object.keys(map.getStyle()?.sources ?? {}).map((id) => map.getSource(id)?.attribution);
    const names = new Set(
      [given.attribution, ...sources.map(({ attribution: text }) => text), ...loaded].filter((text) => !!text),
    );
    const approval = given.approvalNumber ? [`${approvalWord} ${given.approvalNumber}`] : [];
    attribution.textContent = [...[...names].map((text) => stripTags(String(text))), ...approval].join(' · ');
  };
  const move = () => {
    drawScale();
    turn();
  };
  compass.addEventListener('click', resetNorth);
  map.on('move', move);
  map.on('sourcedata', credit);
  map.on('styledata', credit);

  let pointed: readonly [number, number] | undefined;
  let writePlace: PlaceWriter = writeDegrees;
  const write = () => {
    coordinates.textContent = (pointed && writePlace(pointed)) ?? '';
  };

  const controls: MapControls = {
    element: strip,
    setPointer(longitude, latitude) {
      pointed = [longitude, latitude];
      write();
    },
    setPlaceWriter(next) {
      writePlace = next ?? writeDegrees;
      write();
    },
    setTexts({ translate }) {
      compass.setAttribute('aria-label', translate('map.control.north'));
      compass.title = translate('map.control.north');
      coordinates.title = translate('map.control.coordinates');
      scale.title = translate('map.control.scale');
      attribution.title = translate('map.control.attribution');
      approvalWord = translate('basemaps.approval');
      credit();
    },
    setCredit(next) {
      given = next;
      credit();
    },
    credit: () => attribution.textContent ?? '',
    setPadding(left, right, bottom) {
      strip.style.left = `${left}px`;
      strip.style.right = `${right}px`;
      strip.style.bottom = `${bottom}px`;
    },
    destroy() {
      map.off('move', move);
      map.off('sourcedata', credit);
      map.off('styledata', credit);
      strip.remove();
    },
  };
  controls.setTexts(texts);
  move();
  return controls;
}

const writeDegrees: PlaceWriter = ([longitude, latitude]) => `${longitude.toFixed(5)}, ${latitude.toFixed(5)}`;

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

function compassNeedle(): SVGElement {
  const svg = svgElement('svg', { viewBox: '0 0 24 24', width: '22', height: '22', 'aria-hidden': 'true' });
  svg.append(
    svgElement('path', { class: 'north', d: 'M12 2.5 15.6 12H8.4z' }),
    svgElement('path', { class: 'south', d: 'M12 21.5 8.4 12h7.2z' }),
  );
  return svg;
}

function svgElement(tag: 'svg' | 'path', attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** Attributions come as HTML from files that users drop in: only their words are shown. */
const stripTags = (html: string) => html.replace(/<[^>]*>/g, '').replace(/&copy;/g, '©');
