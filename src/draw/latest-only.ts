/**
 * Answers for something that changes faster than it can be answered: one question is under way at a
 * time, and of those that come meanwhile only the last is asked. Knows neither engine nor zones.
 */
export interface LatestOnly<Question> {
  ask(question: Question): void;
  /** Forgets the question that waits; the answer under way is not reported. */
  forget(): void;
}

/** `answer` must settle; a rejection is dropped like an answer to a question that was forgotten. */
export function createLatestOnly<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  onAnswer: (answer: Answer, question: Question) => void,
): LatestOnly<Question> {
  let running = false;
  let waiting: { readonly question: Question } | undefined;
  let era = 0;

  async function run(question: Question): Promise<void> {
    running = true;
    const asked = era;
    try {
      const found = await answer(question);
      if (asked === era) onAnswer(found, question);
    } catch {
      // Whoever answers reports its own failures.
    } finally {
      running = false;
      const next = waiting;
      waiting = undefined;
      if (next) void run(next.question);
    }
  }

  return {
    ask(question) {
      if (running) waiting = { question };
      else void run(question);
    },
    forget() {
      waiting = undefined;
      era++;
    },
  };
}
