// 16 districts: 2020 census population, area, seat, weights (share of city population, area and estimated day-time jobs).
import type { DistrictRow } from '../types.ts';

export const districtRows: readonly DistrictRow[] = [
  { code: "310101", zh: "黄浦区", en: "Huangpu", zone: "core", population: 662000, areaKm2: 20.46, seat: [121.4859, 31.2248], centroid: [121.4791, 31.2179], weight: { population: 0.0266, area: 0.0032, jobs: 0.06 } },
  { code: "310104", zh: "徐汇区", en: "Xuhui", zone: "core", population: 1113100, areaKm2: 54.76, seat: [121.4329, 31.1819], centroid: [121.4348, 31.1648], weight: { population: 0.0448, area: 0.0086, jobs: 0.08 } },
  { code: "310105", zh: "长宁区", en: "Changning", zone: "core", population: 693100, areaKm2: 38.3, seat: [121.4176, 31.2200], centroid: [121.3764, 31.2092], weight: { population: 0.0279, area: 0.006, jobs: 0.055 } },
  { code: "310106", zh: "静安区", en: "Jing'an", zone: "core", population: 975700, areaKm2: 36.88, seat: [121.4436, 31.2309], centroid: [121.4460, 31.2727], weight: { population: 0.0392, area: 0.0058, jobs: 0.075 } },
  { code: "310107", zh: "普陀区", en: "Putuo", zone: "core", population: 1239800, areaKm2: 54.83, seat: [121.3878, 31.2435], centroid: [121.3874, 31.2597], weight: { population: 0.0498, area: 0.0086, jobs: 0.045 } },
  { code: "310109", zh: "虹口区", en: "Hongkou", zone: "core", population: 757500, areaKm2: 23.48, seat: [121.4874, 31.2630], centroid: [121.4809, 31.2786], weight: { population: 0.0305, area: 0.0037, jobs: 0.035 } },
  { code: "310110", zh: "杨浦区", en: "Yangpu", zone: "core", population: 1242500, areaKm2: 60.73, seat: [121.5184, 31.2728], centroid: [121.5250, 31.3004], weight: { population: 0.05, area: 0.0096, jobs: 0.045 } },
  { code: "310112", zh: "闵行区", en: "Minhang", zone: "suburb", population: 2653500, areaKm2: 370.75, seat: [121.3713, 31.1136], centroid: [121.4143, 31.0891], weight: { population: 0.1067, area: 0.0585, jobs: 0.1 } },
  { code: "310113", zh: "宝山区", en: "Baoshan", zone: "suburb", population: 2235200, areaKm2: 270.99, seat: [121.4855, 31.4008], centroid: [121.4002, 31.3938], weight: { population: 0.0899, area: 0.0427, jobs: 0.06 } },
  { code: "310114", zh: "嘉定区", en: "Jiading", zone: "suburb", population: 1834300, areaKm2: 464.2, seat: [121.2459, 31.3855], centroid: [121.2399, 31.3601], weight: { population: 0.0738, area: 0.0732, jobs: 0.07 } },
  { code: "310115", zh: "浦东新区", en: "Pudong", zone: "pudong", population: 5681500, areaKm2: 1210.41, seat: [121.5635, 31.2481], centroid: [121.7380, 31.0856], weight: { population: 0.2284, area: 0.1909, jobs: 0.24 } },
  { code: "310116", zh: "金山区", en: "Jinshan", zone: "suburb", population: 822800, areaKm2: 586.05, seat: [121.3262, 30.7269], centroid: [121.2508, 30.8211], weight: { population: 0.0331, area: 0.0924, jobs: 0.025 } },
  { code: "310117", zh: "松江区", en: "Songjiang", zone: "suburb", population: 1909700, areaKm2: 605.64, seat: [121.2191, 31.0326], centroid: [121.2158, 31.0172], weight: { population: 0.0768, area: 0.0955, jobs: 0.05 } },
  { code: "310118", zh: "青浦区", en: "Qingpu", zone: "suburb", population: 1271400, areaKm2: 670.14, seat: [121.1084, 31.1531], centroid: [121.0805, 31.1265], weight: { population: 0.0511, area: 0.1057, jobs: 0.03 } },
  { code: "310120", zh: "奉贤区", en: "Fengxian", zone: "suburb", population: 1140900, areaKm2: 687.39, seat: [121.4539, 30.9144], centroid: [121.5583, 30.9003], weight: { population: 0.0459, area: 0.1084, jobs: 0.02 } },
  { code: "310151", zh: "崇明区", en: "Chongming", zone: "suburb", population: 637900, areaKm2: 1185.49, seat: [121.3928, 31.6287], centroid: [121.5644, 31.6378], weight: { population: 0.0256, area: 0.187, jobs: 0.01 } },
];
