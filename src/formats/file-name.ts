/** What a file is called without its folder and ending: the name of its only layer. */
export const nameOfFile = (path: string): string => path.replace(/^.*[/\\]/u, '').replace(/\.[^.]+$/u, '');
