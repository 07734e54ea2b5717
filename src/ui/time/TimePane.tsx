export function TimePane() {
  return null;
}
