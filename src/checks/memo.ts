/**
 * Remembers, per name, what was made last and from what. The document is immutable, so that inputs
 * that are the same objects give the same answer: after an edit only what reads the touched layers
 * is done again. A check without a session uses a fresh one.
 */
export interface Memo {
  /** `make`'s answer for these inputs; made anew where one of them is another object or value than last time. */
  of<T>(name: string, inputs: readonly unknown[], make: () => T): T;
}

export function createMemo(): Memo {
  const remembered = new Map<string, { inputs: readonly unknown[]; answer: unknown }>();
  return {
    of<T>(name: string, inputs: readonly unknown[], make: () => T): T {
      const last = remembered.get(name);
      const isSame =
        last?.inputs.length === inputs.length && inputs.every((input, i) => Object.is(input, last.inputs[i]));
      if (isSame) return last.answer as T;
      const answer = make();
      remembered.set(name, { inputs, answer });
      // A failed or cancelled attempt is not an answer to remember.
      if (answer instanceof Promise) {
        answer.catch(() => {
          if (remembered.get(name)?.answer === answer) remembered.delete(name);
        });
      }
      return answer;
    },
  };
}
