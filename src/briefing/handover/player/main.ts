/** The player of a briefing that was handed on: runs alone in its page, from the data in it. No network, no storage. */
import { idlePlayer, type PlayerAction, play } from '../../scene-player.ts';
import { actionOfKey } from '../../stage-keys.ts';
import { HANDOVER_ELEMENT, type Handover } from '../handover-types.ts';
import { findWhose } from '../whose.ts';
import { createCard } from './card.ts';
import { element } from './element.ts';
import { createWall } from './wall.ts';

const SWIPE_PIXELS = 50;
const PAGE_STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

function start(handover: Handover): void {
  const { scenes, words } = handover;
  const wall = createWall(handover);
  const card = createCard(words);
  const dot = element('div', 'laser');
  const notes = element('aside', 'notes');
  const help = element('p', 'help', words.help);
  const blank = element('div', 'blank');
  notes.setAttribute('aria-label', words.notes);
  blank.setAttribute('role', 'img');
  blank.setAttribute('aria-label', words.blank);
  for (const hidden of [dot, notes, help, blank]) hidden.hidden = true;
  document.body.append(wall.element, card.element, notes, help, dot, blank);

  let state = play(idlePlayer(scenes.length), { type: 'start' });
  const show = () => {
    const scene = scenes[state.index];
    if (!scene) return;
    wall.show(scene, state.index);
    notes.textContent = scene.notes ?? '';
    blank.hidden = state.cover === undefined;
    card.close();
  };
  const act = (action: PlayerAction) => {
    const next = play(state, action);
    // There is nothing behind this wall: only what stands on it is closed.
    if (action.type === 'end') return;
    state = next;
    show();
  };
  const toggle = (target: HTMLElement) => {
    target.hidden = !target.hidden;
  };
  const byLetter: Readonly<Record<string, () => void>> = {
    l: () => toggle(dot),
    n: () => notes.textContent !== '' && toggle(notes),
    f: () => void (document.fullscreenElement ? document.exitFullscreen() : document.body.requestFullscreen?.()),
    '?': () => toggle(help),
  };

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      card.close();
      for (const shown of [dot, notes, help]) shown.hidden = true;
      return;
    }
    const step = PAGE_STEPS[event.key];
    if (step && state.cover === undefined && wall.turn(step)) return event.preventDefault();
    const letter = byLetter[event.key.toLowerCase()];
    const action = actionOfKey(event.key);
    if (!letter && !action) return;
    event.preventDefault();
    if (letter) letter();
    else if (action) act(action);
  });
  addEventListener('pointermove', ({ clientX, clientY }) => {
    dot.style.left = `${clientX}px`;
    dot.style.top = `${clientY}px`;
  });

  let downAt = 0;
  wall.picture.addEventListener('pointerdown', ({ clientX }) => {
    downAt = clientX;
  });
  wall.picture.addEventListener('pointerup', ({ clientX, clientY, pointerType }) => {
    const moved = clientX - downAt;
    if (pointerType === 'touch' && Math.abs(moved) > SWIPE_PIXELS) {
      return act({ type: moved < 0 ? 'next' : 'previous' });
    }
    const scene = scenes[state.index];
    const point = wall.pointIn(clientX, clientY);
    if (!scene || !point) return card.close();
    const shown = handover.places.filter(({ rule }) => scene.rules.includes(rule));
    card.open(findWhose(scene, ...point, shown, handover.zones), clientX < innerWidth / 2);
  });
  show();
}

const data = document.getElementById(HANDOVER_ELEMENT)?.textContent;
if (data) start(JSON.parse(data) as Handover);
