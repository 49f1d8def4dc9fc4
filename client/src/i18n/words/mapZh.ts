// 地图的文字：城市近景、水位、轨交、天气与底图。
export const zh = {
  town: '街块与建筑为示意，不是真实建筑',
  sign: {
    shut: '桥梁封闭（按暴露程度示意）',
    slow: '桥梁限速',
    cut: '轨交中断区段',
    gas: '可燃气体超限，圈为警戒范围示意',
    crowd: '大客流',
    wind: '大风',
    heat: '高温',
    rain: '降雨',
    fog: '大雾',
    flood: '道路积水',
    high: '水位超警戒',
    night: '夜间，灯光为示意',
  },
  ground: '底图 {{by}}',
  groundFailed: '自有底图未能读取，已用示意底图代替',
  heat: '发现热度',
  heatScale: '发现：少到多',
};
