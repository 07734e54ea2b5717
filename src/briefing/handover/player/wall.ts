/** One scene on the wall: its picture, words, numbers and table. */
import type { Handover, HandoverScene, HandoverTable } from '../handover-types.ts';
import { createCards, type TurningBoard } from './cards.ts';
import { element } from './element.ts';

export interface Wall {
  readonly element: HTMLElement;
  /** What the pointer points at. */
  readonly picture: HTMLImageElement;
  /** Fractions of the picture under a point of the window; undefined beside it. */
  pointIn(clientX: number, clientY: number): readonly [x: number, y: number] | undefined;
  show(scene: HandoverScene, index: number): void;
  /** Another page of the board beside the map; false where there is none, and the scenes turn instead. */
  turn(step: 1 | -1): boolean;
}

export function createWall({ scenes, words, foot }: Handover): Wall {
  const wall = element('main', 'wall');
  const picture = element('img', 'picture');
  const head = element('header', 'words');
  const numbers = element('dl', 'numbers');
  const board = element('section', 'board');
  const position = element('p', 'position');
  wall.setAttribute('aria-label', words.stage);
  head.setAttribute('aria-live', 'polite');
  picture.draggable = false;
  let turning: TurningBoard | undefined;
  wall.append(picture, head, numbers, board, position, element('footer', 'foot', foot));
  return {
    element: wall,
    picture,
    pointIn(clientX, clientY) {
      // The picture is drawn whole in its box, in the middle of it.
      const { left, top, width, height } = picture.getBoundingClientRect();
      const scale = Math.min(width / picture.naturalWidth, height / picture.naturalHeight);
      const x = 0.5 + (clientX - left - width / 2) / (picture.naturalWidth * scale);
      const y = 0.5 + (clientY - top - height / 2) / (picture.naturalHeight * scale);
      return x >= 0 && x <= 1 && y >= 0 && y <= 1 ? [x, y] : undefined;
    },
    show(scene, index) {
      picture.src = scene.picture;
      picture.alt = scene.title;
      head.replaceChildren(
        ...(scene.group ? [element('p', 'group', scene.group)] : []),
        element('h1', '', scene.title),
        ...(scene.caption ? [element('p', 'caption', scene.caption)] : []),
      );
      numbers.hidden = scene.numbers.length === 0;
      numbers.replaceChildren(
        ...scene.numbers.map(({ label, value, unit }) => {
          const box = element('div', 'number');
          const said = element('dd', '', value);
          if (unit) said.append(element('small', '', unit));
          box.append(element('dt', '', label), said);
          return box;
        }),
      );
      board.hidden = !scene.table;
      turning = scene.table?.cards && createCards(scene.table, words);
      board.replaceChildren(...(turning?.elements ?? (scene.table ? tableOf(scene.table) : [])));
      wall.dataset.board = String(scene.table !== undefined);
      position.textContent = words.position
        .replace('{number}', String(index + 1))
        .replace('{total}', String(scenes.length));
    },
    turn: (step) => turning?.turn(step) ?? false,
  };
}

function tableOf({ title, columns, rows, bars, notes }: HandoverTable): HTMLElement[] {
  const table = element('table', '');
  const caption = element('caption', '', title);
  const head = element('tr', '');
  head.append(...columns.map((column) => element('th', '', column)));
  const body = element('tbody', '');
  for (const [index, row] of rows.entries()) {
    const line = element('tr', '');
    const cells = row.map((cell) => element('td', '', cell));
    const share = bars?.[index];
    if (share !== undefined) {
      cells.at(-1)?.classList.add('bar');
      cells.at(-1)?.style.setProperty('--share', `${share * 100}%`);
    }
    line.append(...cells);
    body.append(line);
  }
  const top = element('thead', '');
  top.append(head);
  table.append(caption, top, body);
  return [table, ...notes.map((note) => element('p', 'note', note))];
}
