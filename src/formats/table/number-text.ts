/** Numbers as tables of text write them. */

/** A quantity as a program writes it. Longer digits and leading zeros are codes, and stay text. */
const PLAIN = /^[-+]?(?:0|[1-9]\d{0,10})(?:\.\d{1,15})?$/u;
/** Digits that are no quantity: leading zeros and all places must stay as they are. */
const CODE_NAME =
  /编[码号]|代码|区划|电话|手机|身份证|邮编|邮政|序号|code|zip|postal|phone|mobile|\bid\b|^id|id$|no\.?$/iu;
/** Integers from twelve digits on are codes of grids, districts and people. */
const SMALLEST_CODE = 1e11;
/** A spreadsheet keeps fifteen digits and puts zeros for the others. */
const FIRST_BEYOND_DIGITS = 1e15;

export const isPlainNumber = (text: string): boolean => PLAIN.test(text);

/** Whether a column is one of codes, whose digits are no quantity, by its name. */
export const isCodeName = (name: string): boolean => CODE_NAME.test(name);

export const isCodeNumber = (value: number): boolean => Number.isInteger(value) && Math.abs(value) >= SMALLEST_CODE;

export const hasLostDigits = (value: number): boolean =>
  Number.isInteger(value) && Math.abs(value) >= FIRST_BEYOND_DIGITS;
