/** Made by the build (vite.inline-script.ts). */
declare module '*?inline-script' {
  export const text: string;
  export const hash: string;
}
