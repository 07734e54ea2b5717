export function ChartsPane() {
  return null;
}
