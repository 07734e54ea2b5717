/** Texts of the area "datatable" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const datatableTexts = {};
