/** Texts of the area "problems" (zh-CN). Same keys and params in every language: src/i18n/texts.test.ts. */
export const problemsTexts = {
  'problem.coordinates-out-of-range':
    '坐标超出经纬度范围（经度 {{longitude}}，纬度 {{latitude}}），此要素未参与检查。请核对坐标、坐标系和经纬度的先后顺序。',
  'problem.crs-malformed': '坐标系“{{crs}}”无法解读（{{reason}}）。请改用 EPSG 编号，或核对 proj4 字符串。',
  'problem.crs-unknown':
    '不认识坐标系“{{crs}}”。请改用 EPSG 编号（WGS84、CGCS2000 各 3° 与 6° 带、Web 墨卡托、UTM），或写出 proj4 字符串。',
  'problem.draw.hole-outside': '边界切到了区内的空洞。请让边界完整包住空洞。',
  'problem.draw.no-ring': '此区没有可编辑的边界。请删除后重画。',
  'problem.draw.self-crossing': '边界不能与自身相交或相碰。请换个位置放点，或按 Backspace 退一点。',
  'problem.draw.several-parts': '此区由 {{parts}} 块组成，暂不能逐点修改边界；仍可修改文字或整区删除。',
  'problem.draw.three-vertices': '巡查区至少要有三个点。',
  'problem.draw.zoom-in-to-snap': '画面范围内边界太多，暂不吸附。放大地图后自动恢复。',
  'problem.geometry-degenerate': '图形没有面积或长度（点太少或全部重合），此要素未参与检查。请重新绘制。',
  'problem.geometry-empty': '图形是空的，没有坐标。请补绘或删除这一条。',
  'problem.geometry-malformed': '图形的写法不合 GeoJSON 规定，或坐标不是数字，未能读入。请从原软件重新导出。',
  'problem.geometry-mixed': '图形混有点、线、面，只保留了最高一级的部分。请拆成不同图层。',
  'problem.geometry-repaired':
    '边界有误（自相交、重叠或空洞越界），已自动修复为 {{parts}} 块后参与检查。请在原图中改正。',
  'problem.geometry-unrepairable': '边界有误且无法自动修复（{{reason}}），此要素未参与检查。请重新绘制。',
  'problem.geos-failed': '图形运算未能完成（{{reason}}），此项未检查。请检查相关边界是否有误。',
  'problem.geos-unavailable': '图形修复组件无法加载（{{reason}}）。请换用较新的浏览器，或检查是否禁用了 WebAssembly。',
  'problem.ring-closed': '有 {{count}} 圈边界首尾没有闭合，已自动闭合。',
  'problem.ring-dropped': '有 {{count}} 段边界或线不足以成形（点太少），已略去；其余部分照常检查。',
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
  'problem.too-far-from-frame':
    '此要素距工作区中心 {{distanceKilometers}} 公里，超过 {{limitKilometers}} 公里，未参与检查。请核对坐标系和坐标数值。',
  'problem.turf-failed': 'Turf 未能完成图形运算（{{reason}}），此项未检查。请检查相关边界是否有误。',
} as const;
