/** Texts of the area "handover" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const handoverTexts = {
  'handover.title': '离线简报',
  'handover.hint':
    '把全部场景导出为可直接打开的文件：用浏览器双击即可放映，不需要本系统、服务器和网络。地图为图片，点图可查责任单位。',
  'handover.noScenes': '还没有场景。先在“场景”中存几幅，或一键生成汇报。',
  'handover.form': '导出形式',
  'handover.form.page': '单个网页',
  'handover.form.folder': '文件夹（zip）',
  'handover.withNotes': '包含讲稿',
  'handover.withPersonal': '包含包联领导、责任人姓名和电话',
  'handover.make': '导出离线简报',
  'handover.work': '正在制作离线简报',
  'handover.notes': '讲稿',
  'handover.close': '关闭',
  'handover.help': '→ 下一幅　← 上一幅　数字键跳转　B 黑屏　L 激光点　N 讲稿　F 全屏　点击地图查责任单位　Esc 收起',
  'handover.nobody': '此处没有划定的责任网格。',
  'handover.noUnit': '未填责任单位',
  'handover.line.kind': '类别',
  'handover.line.finding': '问题',
  'handover.line.sentence': '说明',
  'handover.foot': '{{name}}　数据截至 {{date}}　{{map}}　不含个人信息',
  'handover.footPersonal': '{{name}}　数据截至 {{date}}　{{map}}　含个人信息，请勿外传',
} as const;
