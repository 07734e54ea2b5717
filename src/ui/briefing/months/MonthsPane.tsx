/** 月度: this month against another, and what is proposed from it. */
export function MonthsPane() {
  return null;
}
