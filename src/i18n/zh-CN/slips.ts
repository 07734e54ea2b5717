/** Texts of the area "slips" (zh-CN): 交办单 and 整改通知 as Word files. Same keys and params in every language: src/i18n/texts.test.ts. */
export const slipsTexts = {
  'slips.basis': '{{value}}（{{tag}}）；来源：{{origin}}',
  'slips.comma': '，',
  'slips.mapOf': '问题 {{id}} 位置图',
  'slips.measure': '{{label}} {{text}}',
  'slips.noMap': '（附图另附）',
  'slips.noStreet': '未划入街道',
  'slips.noZone': '不在责任网格内',
  'slips.note': '本单依据工作区台账、图斑和规则包筛查生成，办理前请现场核实。',
  'slips.photoAfter': '问题 {{id}} 整改后照片',
  'slips.photoBefore': '问题 {{id}} 整改前照片',
  'slips.qr': '尘图问题 {{id}}\n火星坐标（GCJ-02，经度,纬度）\n{{place}}',
  'slips.request.assignment':
    '请于 {{deadline}} 前办结，并将办理情况和整改前后照片报交办单位。经核实问题不存在或不属本单位职责的，请于期限前书面说明。',
  'slips.request.rectification':
    '请于 {{deadline}} 前整改到位，并将整改情况和整改前后照片报发文单位复核。经核实问题不存在或不属本单位职责的，请于期限前书面说明。',
  'slips.screening': '热点溯源为筛查结果，非扩散模拟，不作为认定责任的依据。',
  'slips.streetMapNote':
    '编号同上表序号，框线颜色按问题类别区分；蓝色粗线为本街道范围。本图按工作区图层绘制，供查找位置，不作界线依据。',
  'slips.streetMapNote.dots': '图面所限，{{numbered}} 处标注编号，其余 {{unnumbered}} 处仅标点，位置见表中坐标。',
  'slips.streetMapNote.noStreet':
    '编号同上表序号，框线颜色按问题类别区分。本图按工作区图层绘制，供查找位置，不作界线依据。',
  'slips.streetMapOf': '{{street}}问题点位分布图，共 {{count}} 处',
  'slips.title.assignment': '扬尘问题交办单',
  'slips.title.rectification': '扬尘问题整改通知书',
  'slips.unregistered': '未登记',

  'problem.slip-loop-crossed':
    '模板中的循环交叉：“{{placeholder}}”结束时，里面的“{{open}}”还没有结束。请先结束里面的循环。',
  'problem.slip-loop-of-picture': '模板中的“{{placeholder}}”是图片，不能作为循环或条件。请去掉 # 和结束标记。',
  'problem.slip-loop-unclosed': '模板中的循环“{{placeholder}}”没有结束标记。请在循环末尾写上“/”加同一名称的占位符。',
  'problem.slip-loop-unopened': '模板中的“{{placeholder}}”没有对应的开始标记。请在循环开头补上，或删去它。',
  'problem.slip-picture-in-picture':
    '模板中的“{{placeholder}}”写在了图片的替换文字里。请写在正文中；要改大小，写成如“[cm: 8]”附在名称之后。',
  'problem.slip-placeholder-broken':
    '模板中“{{placeholder}}”处的花括号不成对，或占位符跨了段落。请把整个占位符写在同一段内。',
  'problem.slip-placeholder-full-width': '模板中的“{{placeholder}}”用了全角花括号。请改为半角花括号。',
  'problem.slip-placeholder-misplaced':
    '模板中的“{{placeholder}}”只能写在循环“{{loop}}”之内。请移入该循环，或改用其他占位符。',
  'problem.slip-placeholder-unknown': '模板中的占位符“{{placeholder}}”不认识。可用的占位符见使用说明 docs/slips.md。',
  'problem.slip-return-date':
    '问题 {{id}} 的办结日期“{{found}}”无法解读，已按未填日期办结。请改为“2026-12-01”一类写法。',
  'problem.slip-return-twice': '问题 {{id}} 有两行，已采用后面一行。请核对。',
  'problem.slip-return-unknown': '问题编号“{{id}}”不在本次检查和已交办的问题之中，该行未采用。请核对编号。',
  'problem.slip-return-without-ids': '表中没有“{{names}}”列，无法与问题对应。请保留台账中的这一列。',
  'problem.slip-template-failed': '无法按模板生成文件（{{reason}}）。请用自带模板另存后再修改。',
  'problem.slip-template-unreadable':
    '模板不是可读的 Word 文件（.docx）。旧版 .doc 或加密的文件，请在 Word 中另存为不加密的 .docx。',
  'problem.slips-none': '所选问题都已办结，或已不在检查结果中，没有可写的交办单。请改选问题。',
} as const;
