/** A turn in work that several threads do: until it has come, others are at it alone. */
export interface Turn {
  readonly coming: Promise<void>;
  readonly hasCome: boolean;
  come(): void;
}

export function createTurn(): Turn {
  let resolve: () => void = () => {};
  let hasCome = false;
  const coming = new Promise<void>((done) => {
    resolve = done;
  });
  return {
    coming,
    get hasCome() {
      return hasCome;
    },
    come() {
      hasCome = true;
      resolve();
    },
  };
}
