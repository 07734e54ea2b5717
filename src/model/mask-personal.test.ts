import { describe, expect, it } from 'vitest';
import { maskName, maskPhone } from './mask-personal.ts';

describe('people on the wall', () => {
  it('are known by the first character of their name', () => {
    expect(maskName('张建国')).toBe('张**');
    expect(maskName(' Zhang Jianguo')).toBe('Z**');
    expect(maskName('𠮷田')).toBe('𠮷**');
    expect(maskName('  ')).toBe('');
  });

  it('have a number of which four digits are hidden', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('+86 138-1234-5678')).toBe('138****5678');
    expect(maskPhone('66123456')).toBe('****56');
    expect(maskPhone('110')).toBe('****');
  });
});
