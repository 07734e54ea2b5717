/** What is told about tables: CSV, Excel and what is called so. */
export const tablesTexts = {
  'place.line': 'row {{line}} of the table',
  'problem.table-header-below':
    'The header ends in row {{line}} (columns {{columns}} and so on); the titles above it were not read. If that is wrong, remove the titles and import again.',
  'problem.table-without-header':
    'The table has no header: its first row was read as a record, and columns are named by number. If the first row is a header, see whether it is all numbers.',
  'problem.table-blank-rows': 'Blank rows in the table, passed over: {{count}}.',
  'problem.table-total-row': 'This row is a total (“{{found}}”) and no record; it was not read.',
  'problem.table-header-again': 'This row (“{{found}}”) repeats the header or a title; it was not read.',
  'problem.table-footer-row':
    'This row is a remark beneath the table (“{{found}}”) and was not read. If it is a record, reword its first cell.',
  'problem.table-merged-filled':
    'This column has merged cells; their value was given to the rows that they cover: {{count}}. If a row should have another, unmerge and fill in the cells.',
  'problem.table-merges-left-out':
    'Too many merged cells stand side by side; not filled down: {{count}}. Unmerge and fill in the cells.',
  'problem.table-cell-error': 'The cell is the error {{found}} of a formula and has no value. Correct the formula.',
  'problem.table-formula-without-value':
    'The cell is a formula whose result is not in the file; it has no value. Open and save the file once with Excel or WPS, then import it again.',
  'problem.table-digits-lost':
    'The number {{found}} has more than 15 digits; the spreadsheet has put zeros for the last ones, and they cannot be had back. Make the column text and fill it in again.',
  'problem.table-lon-lat-swapped':
    'The columns of longitude and latitude ({{columns}}) look as if they were swapped, in records: {{count}}. They were not swapped back; if they are wrong, say which column is which.',
  'problem.table-too-large':
    'The table has more than {{count}} cells and was not read. Remove empty columns, or split it into several files.',
  'problem.table-too-wide':
    'A row has {{count}} columns, more than {{total}}, and the table was not read. Line ends are probably lost: export the file again.',
  'problem.sheet-empty': 'This sheet is empty and was not read.',
  'problem.sheet-hidden':
    'This sheet is hidden in the file; it was read all the same. If it is not wanted, do not choose it.',
  'problem.sheet-hidden-rows':
    'Rows that are hidden or filtered out in the file, read all the same: {{count}}. If they are not wanted, delete them there.',
  'problem.sheet-missing':
    'The workbook lists this sheet and does not hold it; it was not read. Open it with Excel or WPS, mend it and save it as xlsx.',
  'problem.sheet-broken':
    'The sheet is damaged ({{reason}}); only the rows before the damage were read. Open it with Excel or WPS, mend it and save it as xlsx.',
  'problem.workbook-broken':
    'The workbook is damaged and cannot be opened ({{reason}}). Copy it again, or mend it with Excel or WPS and save it as xlsx.',
  'problem.workbook-empty': 'No sheet of the workbook holds anything. See that the right file was chosen.',
  'problem.workbook-encrypted':
    'The workbook needs a password and cannot be read. Open it with Excel or WPS, remove the password and save it as xlsx.',
  'problem.workbook-other-kind':
    'The file is in fact {{found}}, not an Excel workbook that can be read. Open it where it was made and save it as xlsx or csv.',
  'problem.workbook-too-large':
    'The file has {{megabytes}} MB, more than a workbook of this kind can have, and was not read. Save it as xlsx or csv.',
  'problem.xls-xml-cut-off':
    'The file is cut off before its end; rows or sheets behind may not have been read. Copy it again or export it again.',
  'problem.xls-page-damaged':
    'The web page is not whole: its end is missing, or a table has only its beginning or only its end. Rows or tables may not have been read; compare the number of rows, or export it again.',
  'problem.xls-records-damaged':
    'Damaged records of the workbook, not read: {{count}}. Open it with Excel or WPS, mend it and save it as xlsx.',
  'problem.xls-is-text': 'The file is called .xls and is a table of text; it was read as text.',
  'problem.xls-is-html':
    'The file is a web page; its tables were read. If something is missing, open it with Excel or WPS and save it as xlsx.',
  'problem.xls-is-xml':
    'The file is an XML table of Excel 2003; it was read. If something is missing, open it with Excel or WPS and save it as xlsx.',
  'problem.html-without-table':
    'The file is a web page without any table, perhaps one to log in or of an error. Log in and download it again, or save it as xlsx.',
} as const;
