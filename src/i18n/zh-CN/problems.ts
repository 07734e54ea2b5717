/** Texts of the area "problems" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const problemsTexts = {
  'problem.draw.hole-outside': '边界切到了区内的空洞。请让边界完整包住空洞。',
  'problem.draw.no-ring': '此区没有可编辑的边界。请删除后重画。',
  'problem.draw.self-crossing': '边界不能与自身相交或相碰。请换个位置放点，或按 Backspace 退一点。',
  'problem.draw.several-parts': '此区由 {{parts}} 块组成，暂不能逐点修改边界；仍可修改文字或整区删除。',
  'problem.draw.three-vertices': '巡查区至少要有三个点。',
  'problem.draw.zoom-in-to-snap': '画面范围内边界太多，暂不吸附。放大地图后自动恢复。',
  'problem.storage.blocked':
    '无法自动保存：另一个标签页里还开着旧版本。请关闭它并刷新；在此之前请用“导出工作区”存成文件。',
  'problem.storage.cannot-save': '无法自动保存（{{reason}}）。请用“导出工作区”把修改存成文件。',
  'problem.storage.full': '无法自动保存：浏览器的存储空间已满。请用“导出工作区”把修改存成文件，并清理空间。',
  'problem.storage.history-cut': '上次的修改记录不完整：保留了前 {{kept}} 步（共 {{expected}} 步）。请核对最近的修改。',
  'problem.storage.missing': '此浏览器不提供本地存储，无法自动保存。关闭页面前请用“导出工作区”存成文件。',
  'problem.storage.newer': '本机保存的工作区出自更新的版本，这里读不了。请刷新到新版本，或打开工作区文件。',
  'problem.storage.nothing-open': '没有打开的工作区可保存。请先打开一个工作区。',
  'problem.storage.other-tab':
    '此工作区已在另一个标签页里继续编辑，这里不再自动保存。请到那一页去，或用“导出工作区”存成文件。',
  'problem.storage.refused': '浏览器拒绝本地存储（{{reason}}），无法自动保存。请用“导出工作区”把修改存成文件。',
  'problem.storage.unreadable': '读不出上次保存的工作区（{{reason}}）。请重新打开工作区文件。',
} as const;
