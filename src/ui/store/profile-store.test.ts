import { describe, expect, it } from 'vitest';
import type { ImportProfile } from '../../formats/importing/import-types.ts';
import { createKeyValueStorage } from './key-value-storage.ts';
import { createProfileStore } from './profile-store.ts';

const profile = (name: string): ImportProfile => ({
  name,
  columns: ['a'],
  kind: 'bareSoil',
  reading: {},
  fields: { name: 'a' },
  units: {},
});

describe('profiles of offices', () => {
  it('stay, and go when they are forgotten', () => {
    const memory = createKeyValueStorage(() => undefined);
    createProfileStore(memory)
      .getState()
      .keep([profile('城管局'), profile('住建局')]);
    const again = createProfileStore(memory);
    expect(again.getState().profiles.map(({ name }) => name)).toEqual(['城管局', '住建局']);
    again.getState().forget('城管局');
    expect(createProfileStore(memory).getState().profiles).toEqual([profile('住建局')]);
  });

  it('pass over what somebody else has written', () => {
    const memory = createKeyValueStorage(() => undefined);
    for (const text of [
      '{',
      '3',
      '[null, {"name": 1}]',
      JSON.stringify([profile('甲'), { ...profile('乙'), fields: 7 }]),
    ]) {
      memory.set('chentu.importProfiles', text);
      const names = createProfileStore(memory)
        .getState()
        .profiles.map(({ name }) => name);
      expect(names).toEqual(text.includes('甲') ? ['甲'] : []);
    }
  });
});
