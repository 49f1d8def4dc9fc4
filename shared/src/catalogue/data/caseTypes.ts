// The 52 case types as one table: XJ from Xujing, ZR from Zhenru, CM components, EV events, EM emergencies.
// code | 中文 | English | class source level priority | how it is found | agency, executing unit | limits in minutes: accept dispatch handle verify |
// handling in minutes: median p90 | a day in the whole city, before sampling | how closure is proven | auto or manual close | indicators. `#` is a remark.
import { readCaseTypeTable } from '../readCaseTypeTable.ts';

export const caseTypeRows = readCaseTypeTable(`
XJ01 | 占道经营 | Street vending on the carriageway or pavement | event ai_camera street 3 | camera: stall + dwell > 5 min | cgj 街镇综合行政执法队 | 2 3 120 15 | 28 80 | 1150 | same camera re-shot x2, 10 min apart | auto | street-violations
XJ02 | 违规撑伞 | Unauthorised parasol or tent | event ai_camera street 4 | camera: canopy outside shop line | cgj 街镇综合行政执法队 | 2 3 120 15 | 35 95 | 240 | same camera re-shot | auto | street-violations
XJ03 | 出店经营 | Shop trading outside its premises | event ai_camera street 4 | camera: goods beyond shop line | cgj 街镇综合行政执法队 | 2 3 120 15 | 32 90 | 1300 | same camera re-shot; shopkeeper self-correct by SMS first | auto | street-violations
XJ04 | 乱堆物 | Illegal piling of goods | event ai_camera street 4 | camera: static object > 30 min | cgj 街镇综合行政执法队 | 2 5 240 20 | 75 210 | 900 | same camera re-shot | auto | street-violations
XJ05 | 垃圾外溢 | Overflowing waste | event ai_camera street 3 | camera or bin ultrasonic level > 90 % | lhsr 环卫作业班组 | 2 3 120 15 | 45 110 | 620 | re-shot, bin sensor < 60 % | auto | bin-overflow exposed-waste
XJ06 | 明厨亮灶违规 | Open-kitchen violation (no cap/mask, rodent, smoking) | event ai_camera street 3 | kitchen camera | scjg 街镇市场监管所 | 3 5 240 30 | 55 200 | 520 | kitchen re-shot over 30 min, shop rectification photo | auto | kitchen-violations
XJ07 | 渣土车违规 | Construction-waste truck violation (no cover, off route, no permit) | event ai_camera district 2 | plate + cover recognition, GPS off route | cgj 城管中队+交警 | 2 3 60 20 | 40 120 | 140 | truck GPS back on route; penalty record number | manual | slag-truck-trips street-violations
XJ08 | 非机动车乱停放 | Bikes and e-bikes parked wrongly | event ai_camera street 4 | camera: count > 15 outside line | cgj 共享单车企业运维+市容 | 2 3 120 15 | 38 100 | 1800 | same camera re-shot, count < 5 | auto | bike-pileups
XJ09 | 机动车管理 | Motor vehicle illegal parking or lane blocking | event ai_camera street 3 | camera: static vehicle > 5 min in no-parking zone | ga 派出所/交警中队 | 1 2 60 10 | 22 60 | 2100 | camera: space empty | auto | tti-surface
XJ10 | 乱穿马路 | Jaywalking | event ai_camera street 5 | camera at crossing | ga 交警+志愿者 | 1 2 30 5 | 6 15 | 2600 | camera: crossing compliance back to normal over 5 min | auto | traffic-accidents
ZR01 | 独居老人异常 | Elder living alone: no activity | event iot_sensor village 1 | door magnet/water meter/infrared: no event for 12 h | mzj 居委会为老服务员+社区卫生 | 1 1 30 10 | 18 40 | 260 | home visit photo + sensor event again | manual | elder-alarms
ZR02 | 沿街商铺垃圾分类违规 | Street-shop waste sorting violation | event patrol_qr street 4 | QR code at shop, sorted-waste photo | lhsr 市容管理员 | 5 10 480 30 | 180 420 | 330 | QR re-scan, next collection clean | auto | waste-wet
ZR03 | 门磁报警 | Door-magnet alarm (home isolation/caretaking) | event iot_sensor village 2 | door opened outside allowed slot | wjw 居委会+社区民警 | 1 1 30 10 | 12 30 | 120 | door closed + call-back | auto | notifiable-cases
CM01 | 井盖缺损 | Manhole cover missing or broken | component iot_sensor street 2 | tilt sensor, patrol, hotline | swj 排水/通信/电力权属单位 | 3 5 240 30 | 95 230 | 120 | sensor level, photo | auto | manhole-alarms
CM02 | 路灯不亮 | Street light out | component iot_sensor street 4 | lighting controller | zjw 路灯所 | 5 10 1440 60 | 420 1300 | 210 | controller current normal | auto | street-light-on
CM03 | 道路破损 | Pothole or broken pavement | component patrol street 4 | inspector, vehicle-mounted AI | jtw 道路养护班组 | 10 30 4320 120 | 1500 3900 | 380 | photo before/after | manual | road-facility-ok
CM04 | 交通信号灯故障 | Traffic light fault | component iot_sensor street 2 | controller offline | ga 交警信号维护 | 2 3 120 10 | 45 110 | 45 | controller online | auto | tti-surface
CM05 | 消火栓损坏 | Hydrant damaged or leaking | component iot_sensor street 2 | pressure sensor, patrol | xfj 供水企业+消防站 | 5 10 1440 60 | 360 1200 | 40 | pressure back | auto | hydrant-ok
CM06 | 行道树倒伏 | Fallen or dangerous tree | component hotline street 2 | hotline, patrol, camera | lhsr 绿化养护队 | 3 5 240 30 | 85 240 | 25 | photo, lane clear | manual | tree-falls
CM07 | 架空线垂落 | Hanging overhead cable | component patrol street 2 | patrol, hotline | txj 电力/通信抢修 | 3 5 240 30 | 110 230 | 60 | photo | manual | base-station-online
CM08 | 护栏损坏 | Guardrail damaged | component patrol street 4 | patrol, camera | jtw 道路养护班组 | 10 30 2880 60 | 900 2600 | 90 | photo | manual | road-facility-ok
CM09 | 充电桩故障 | Public charger fault | component iot_sensor street 5 | charger heartbeat | jtw 充电运营企业 | 10 30 2880 60 | 700 2500 | 160 | charger online | auto | charger-available
EV01 | 暴露垃圾 | Exposed waste | event patrol street 4 | inspector, camera | lhsr 环卫作业班组 | 5 10 240 30 | 110 230 | 950 | photo | auto | exposed-waste
EV02 | 违法搭建 | Illegal building | event hotline street 4 | hotline, drone comparison | cgj 城管中队 | 60 120 21600 1440 | 11000 21000 | 110 | drone or photo compare | manual | street-violations
EV03 | 毁绿占绿 | Damage to greenery | event hotline street 5 | hotline, patrol | lhsr 城管+绿化 | 30 60 7200 240 | 3500 7000 | 70 | photo | manual | park-load
EV04 | 施工扬尘 | Dust from a site | event iot_sensor street 3 | PM10 > 150 ug/m3 for 15 min | zjw 工地总包+住建安监 | 3 5 120 30 | 40 110 | 85 | sensor < 100 ug/m3 for 30 min | auto | dust-sites-over
EV05 | 夜间施工噪声 | Night construction noise | event hotline street 3 | hotline + noise sensor > 55 dB(A) | sthj 城管中队+公安 | 3 5 90 15 | 45 85 | 260 | noise sensor, call-back | manual | noise-complaints noise-level
EV06 | 餐饮油烟扰民 | Cooking fumes | event hotline street 4 | hotline, fume sensor | sthj 城管+生态环境 | 30 60 4320 120 | 1900 4200 | 180 | fume sensor, call-back | manual | noise-complaints
EV07 | 群租 | Illegal room subdivision | event hotline street 4 | hotline, water/power use | fgj 街镇房管+公安 | 60 120 14400 1440 | 7200 14000 | 95 | visit + call-back | manual | property-repairs
EV08 | 高空坠物隐患 | Loose facade or sign | event patrol street 2 | patrol, camera, hotline | fgj 物业+房管应急维修 | 5 10 480 30 | 170 450 | 55 | photo | manual | facade-hazards
EV09 | 电梯困人 | People trapped in a lift | event iot_sensor street 1 | lift IoT, 96333 call | scjg 维保单位(30分钟到场) | 1 1 40 10 | 22 36 | 55 | lift back in service, caller confirmed | auto | lift-entrapments
EV10 | 河道黑臭 | Black and smelly river | event iot_sensor street 4 | DO < 2 mg/L, patrol | swj 河长办+排水 | 30 60 7200 720 | 3300 6900 | 12 | water sensor for 24 h | auto | black-odour-points
EV11 | 噪声扰民 | Neighbour or square noise | event hotline street 4 | hotline, 110 | ga 派出所 | 5 10 120 30 | 50 115 | 900 | call-back | manual | noise-complaints
EV12 | 无证餐饮 | Unlicensed food sale | event hotline street 4 | hotline, patrol | scjg 市场监管所 | 30 60 4320 240 | 2100 4200 | 75 | visit | manual | food-sample-ok
EV13 | 供水爆管 | Water main burst | event iot_sensor street 1 | pressure drop > 0.05 MPa in 5 min | swj 供水企业抢修 | 2 3 360 30 | 190 340 | 9 | pressure back to zone setpoint | auto | water-pressure
EV14 | 燃气泄漏 | Gas leak | event hotline street 1 | 962777 call, methane sensor | zjw 燃气抢修+消防 | 1 1 60 20 | 35 58 | 85 | concentration 0 %LEL for 30 min | auto | gas-leak-alarms
EV15 | 居民小区停电 | Power cut in an estate | event iot_sensor street 2 | feeder trip, 95598 | jxw 供电抢修 | 2 3 120 15 | 65 118 | 70 | feeder current back | auto | power-outage-customers
EV16 | 道路积水 | Waterlogged road | event iot_sensor street 1 | level gauge > 15 cm | swj 排水泵车+交警 | 1 2 120 15 | 55 118 | 2 | gauge < 5 cm for 15 min | auto | waterlogged-points waterlog-depth
EV17 | 店招店牌隐患 | Dangerous shop sign | event patrol street 4 | patrol, wind warning check | lhsr 市容所 | 10 20 1440 60 | 600 1400 | 45 | photo | manual | facade-hazards
EV18 | 市民咨询求助 | General request by a citizen | event hotline street 4 | 12345 | xfb 承办单位 | 30 60 21600 1440 | 7000 21000 | 3200 | citizen call-back | manual | hotline-calls hotline-satisfaction
EV19 | 物业管理投诉 | Property management complaint | event hotline street 4 | 12345, 962121 | fgj 街镇房管办+物业 | 30 60 14400 1440 | 6000 14000 | 1100 | citizen call-back | manual | property-repairs
EV20 | 大客流超限 | Crowd over the area limit | event ai_camera district 1 | head count / mobile signalling > limit | ga 属地公安+文旅+轨交 | 1 1 45 10 | 35 90 | 1 | density < 2 people/m2 for 15 min | auto | crowd-hotspots
EM01 | 火灾 | Building fire | emergency call district 1 | 119, smoke IoT | xfj 消防站(5分钟响应) | 1 1 90 30 | 48 150 | 60 | fire commander report, camera | manual | fire-calls
EM02 | 重大交通事故 | Serious road crash | emergency call district 1 | 110, road camera | ga 交警+急救+清障 | 1 1 60 15 | 42 80 | 18 | lane open, index normal | auto | traffic-accidents
EM03 | 轨道设备故障 | Metro equipment failure | emergency iot_sensor city 1 | OCC report, headway | jtw 申通抢修+公交驳运 | 1 2 120 30 | 38 140 | 0.6 | headway deviation < 10 % for 30 min | auto | metro-delays-5min metro-headway-deviation
EM04 | 工地坍塌 | Collapse on a construction site | emergency call city 1 | 119/110, pit sensor | yjj 消防+住建+急救 | 1 1 720 120 | 300 1500 | 0.01 | all persons accounted for | manual | work-accidents pit-alarms
EM05 | 危化品泄漏 | Hazardous chemical release | emergency iot_sensor city 1 | LEL/toxic sensor > high alarm | yjj 消防石化编队+生态环境+园区 | 1 1 480 120 | 260 720 | 0.02 | fence-line VOC normal for 2 h | manual | hazchem-gas-lel hazchem-source-alarms
EM06 | 大面积停电 | Wide power failure | emergency iot_sensor city 1 | SCADA trip | jxw 电网调度+抢修 | 1 1 240 30 | 130 400 | 0.02 | 95 % of customers back | auto | power-outage-customers power-load
# A limit under the median (90 min) would make nearly every one overdue: 180.
EM07 | 急救拥堵 | Ambulance queue | emergency data city 1 | dispatch queue > 40 | wjw 120调度+医院 | 1 2 180 15 | 90 240 | 0.05 | queue < 10 for 30 min | auto | ems-response ems-calls
# The median is 40 h, so a limit of 24 h could hardly be kept: three days.
EM08 | 传染病聚集 | Infection cluster | emergency data district 1 | reporting system | wjw 疾控+街镇 | 5 10 4320 240 | 2400 7200 | 0.3 | no new case for one incubation period | manual | notifiable-cases
EM09 | 海塘堤防险情 | Seawall or levee hazard | emergency patrol district 1 | patrol, seepage sensor | swj 堤防泵闸+武警 | 1 2 240 30 | 150 360 | 0.02 | seepage stopped, photo | manual | seawall-hazards
EM10 | 网络安全事件 | Cyber incident | emergency data city 1 | SOC alert | sjzx 网信+大数据中心 | 2 5 240 60 | 180 480 | 0.05 | service health normal for 1 h | auto | cyber-incidents
`);
