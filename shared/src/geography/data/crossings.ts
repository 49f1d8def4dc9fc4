// Bridges and tunnels over and under the Huangpu and the Yangtze's mouth, as schematic lines (WGS84, good to 300–500 m). `exposure` is the order in which fog
// and wind close the bridges: the sea bridges first (police notices of the two), the rest by how open their water is (estimate). Tunnels stay open.
import { readPath } from '../readPath.ts';
import type { Crossing } from '../types.ts';

const bridge = (id: string, zh: string, en: string, exposure: number, path: string): Crossing => ({
  id,
  zh,
  en,
  exposure,
  path: readPath(path),
});
const tunnel = (id: string, zh: string, en: string, path: string): Crossing => ({
  id,
  zh,
  en,
  exposure: null,
  path: readPath(path),
});

export const crossings: readonly Crossing[] = [
  bridge(
    'yangtze-bridge',
    '上海长江大桥',
    'Shanghai Yangtze Bridge',
    1,
    '121.715 31.405, 121.73 31.44, 121.748 31.486',
  ),
  bridge('donghai-bridge', '东海大桥', 'Donghai Bridge', 2, '121.93 30.86, 121.962 30.79, 122.01 30.7, 122.05 30.632'),
  bridge('xupu-bridge', '徐浦大桥', 'Xupu Bridge', 3, '121.4585 31.1287, 121.4725 31.129'),
  bridge('yangpu-bridge', '杨浦大桥', 'Yangpu Bridge', 4, '121.5355 31.2615, 121.5445 31.2525'),
  bridge('nanpu-bridge', '南浦大桥', 'Nanpu Bridge', 5, '121.4945 31.2075, 121.505 31.2035'),
  bridge('lupu-bridge', '卢浦大桥', 'Lupu Bridge', 6, '121.473 31.1945, 121.4755 31.1855'),
  tunnel('outer-ring-tunnel', '外环隧道', 'Outer Ring Tunnel', '121.546 31.332, 121.5535 31.341'),
  tunnel('xiangyin-tunnel', '翔殷路隧道', 'Xiangyin Road Tunnel', '121.5525 31.3075, 121.5645 31.307'),
  tunnel('jungong-tunnel', '军工路隧道', 'Jungong Road Tunnel', '121.558 31.2845, 121.572 31.281'),
  tunnel('dalian-tunnel', '大连路隧道', 'Dalian Road Tunnel', '121.518 31.2545, 121.522 31.2435'),
  tunnel('xinjian-tunnel', '新建路隧道', 'Xinjian Road Tunnel', '121.5 31.2525, 121.507 31.2435'),
  tunnel('yanan-tunnel', '延安东路隧道', "Yan'an East Road Tunnel", '121.486 31.2384, 121.4975 31.2386'),
  tunnel('renmin-tunnel', '人民路隧道', 'Renmin Road Tunnel', '121.4885 31.231, 121.5 31.233'),
  tunnel('fuxing-tunnel', '复兴东路隧道', 'Fuxing East Road Tunnel', '121.4965 31.2225, 121.5095 31.2245'),
  tunnel('xizang-tunnel', '西藏南路隧道', 'Xizang South Road Tunnel', '121.4875 31.1985, 121.4925 31.1885'),
  tunnel('dapu-tunnel', '打浦路隧道', 'Dapu Road Tunnel', '121.464 31.1905, 121.4655 31.1795'),
  tunnel('longyao-tunnel', '龙耀路隧道', 'Longyao Road Tunnel', '121.457 31.166, 121.471 31.1655'),
  tunnel('shangzhong-tunnel', '上中路隧道', 'Shangzhong Road Tunnel', '121.447 31.1475, 121.459 31.1465'),
];
