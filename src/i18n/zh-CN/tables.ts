/** What is told about tables: CSV, Excel and what is called so. */
export const tablesTexts = {
  'place.line': '表中第 {{line}} 行',
  'problem.table-header-below':
    '表头到第 {{line}} 行为止（{{columns}} 等列），其上的标题行没有作为记录读入。如不对，请删去标题行后重新导入。',
  'problem.table-without-header':
    '这张表没有表头，第一行已作为记录读入，各列以列号命名。如第一行是表头，请检查其中是否都是数字。',
  'problem.table-blank-rows': '表中有 {{count}} 个空行，已略过。',
  'problem.table-total-row': '这一行是“{{found}}”行，不是一条记录，没有读入。',
  'problem.table-header-again': '这一行（“{{found}}”）重复了前面的表头或标题，没有读入。',
  'problem.table-footer-row': '这一行是表尾说明（“{{found}}”），没有读入。如是记录，请改写首个单元格。',
  'problem.table-merged-filled':
    '此列有合并单元格，合并的值已填到其覆盖的 {{count}} 行。如某行不应取此值，请在原表中取消合并后填写。',
  'problem.table-merges-left-out': '并排的合并单元格过多，有 {{count}} 处没有向下填充。请在原表中取消合并后填写。',
  'problem.table-cell-error': '单元格是公式错误 {{found}}，按没有值读入。请在原表中改正公式。',
  'problem.table-formula-without-value':
    '单元格是公式，但文件里没有存计算结果，按没有值读入。请用 Excel 或 WPS 打开并保存一次，再导入。',
  'problem.table-digits-lost':
    '数字 {{found}} 超过 15 位，表格软件已把末尾各位改成 0，原号码无法恢复。请把该列设为文本格式后重新填写。',
  'problem.table-lon-lat-swapped':
    '经度列和纬度列（{{columns}}）的数值像是填反了，涉及 {{count}} 条。没有自动对调；如确实填反，请指定经度、纬度各取哪一列。',
  'problem.table-too-large': '表格展开后超过 {{count}} 个单元格，没有读入。请删去多余的空列，或拆成几个文件。',
  'problem.table-too-wide': '一行有 {{count}} 列，超过 {{total}} 列，没有读入。多半是换行丢失，请在原软件中重新导出。',
  'problem.sheet-empty': '这张工作表是空的，没有读入。',
  'problem.sheet-hidden': '这张工作表在原文件中是隐藏的，已照常读入。如不需要，请不要选用。',
  'problem.sheet-hidden-rows': '有 {{count}} 行在原表中是隐藏或筛掉的，已照常读入。如不需要，请在原表中删除。',
  'problem.sheet-missing':
    '工作簿列出了这张工作表，但找不到它的内容，没有读入。请用 Excel 或 WPS 打开，修复后另存为 xlsx。',
  'problem.sheet-broken':
    '工作表已损坏（{{reason}}），只读入了损坏处之前的行。请用 Excel 或 WPS 打开，修复后另存为 xlsx。',
  'problem.workbook-broken': '工作簿已损坏，无法打开（{{reason}}）。请重新复制，或用 Excel、WPS 修复后另存为 xlsx。',
  'problem.workbook-empty': '工作簿里没有任何有内容的工作表。请确认选对了文件。',
  'problem.workbook-encrypted': '工作簿设有打开密码，无法读入。请在 Excel 或 WPS 中打开，取消密码后另存为 xlsx。',
  'problem.workbook-other-kind':
    '文件其实是 {{found}}，不是可读的 Excel 工作簿。请在原软件中打开，另存为 xlsx 或 csv。',
  'problem.workbook-too-large':
    '文件有 {{megabytes}} MB，超过这种格式的工作簿可能的大小，没有读入。请另存为 xlsx 或 csv。',
  'problem.xls-xml-cut-off': '文件不完整，缺少结尾，后面的行或工作表可能没有读入。请重新复制或重新导出。',
  'problem.xls-page-damaged':
    '网页不完整：缺少结尾，或有表格的开头、结尾不成对，可能有行或表格没有读入。请核对行数，或重新导出。',
  'problem.xls-records-damaged':
    '工作簿有 {{count}} 处记录已损坏，没有读入。请用 Excel 或 WPS 打开，修复后另存为 xlsx。',
  'problem.xls-is-text': '文件扩展名是 .xls，内容其实是文本表格，已按文本读入。',
  'problem.xls-is-html':
    '文件扩展名或来源是表格，内容其实是网页，已读入其中的表格。如内容不全，请用 Excel 或 WPS 打开后另存为 xlsx。',
  'problem.xls-is-xml': '文件是 Excel 2003 的 XML 表格，已读入。如内容不全，请用 Excel 或 WPS 打开后另存为 xlsx。',
  'problem.html-without-table':
    '文件其实是网页，里面没有表格（可能是登录页或错误页）。请登录后重新下载，或另存为 xlsx。',
} as const;
