// The 183 second-level vital signs as one table. The taxonomy is this project's own, never the official list.
// Values, baselines and limits are in base units (people, m³, CNY): never 万 or 亿, which screens make late.
// [primary], then its rows: id | 中文 | English | unit (zh, then en where it differs) | kind profile | baseline / precision |
// basis criticalLow warningLow warningHigh criticalHigh | finest level, roll-up | period | agency app | provenance. `.` is no limit, `#` a remark.
import { readIndicatorTable } from '../readIndicatorTable.ts';

export const indicatorRows = readIndicatorTable(`
[infra.power-grid]
power-load | 电网实时负荷 | Grid load | GW | gauge load | 22 / 0.001 | value . . 36 39 | district sum | 5 s | jxw power | sourced
power-reserve | 电网备用率 | Operating reserve margin | % | ratio flat | 15 / 0.1 | value 5 8 . . | city none | 300 s | jxw power | estimated
power-outage-customers | 停电户数 | Customers without power | 户 households | gauge weather | 800 / 1 | value . . 10000 50000 | street sum | 300 s | jxw power | estimated

[infra.gas-net]
gas-sendout | 天然气供应强度 | Gas send-out | m³/h | gauge domestic | 1120000 / 100 | value . . 1800000 2100000 | district sum | 300 s | zjw gas | known
gas-pressure-ok | 管网压力合格率 | Network pressure compliance | % | ratio flat | 99.6 / 0.01 | value 97 98.5 . . | district mean | 300 s | zjw gas | estimated
gas-leak-alarms | 燃气泄漏报警 | Gas leak alarms | 起 incidents | counter incident | 85 / 1 | projected . . 140 220 | street sum | 60 s | zjw gas | estimated

[infra.water-supply]
water-supply-volume | 自来水供水量 | Water supplied | m³ | counter domestic | 8200000 / 100 | projected 6000000 6800000 9500000 10200000 | district sum | 60 s | swj water | known
water-pressure | 管网服务压力 | Service pressure | MPa | gauge flat | 0.24 / 0.001 | value 0.14 0.18 . . | street mean | 300 s | swj water | known
water-turbidity | 出厂水浊度 | Plant outlet turbidity | NTU | gauge flat | 0.08 / 0.001 | value . . 0.3 0.5 | district max | 300 s | swj water | known

[infra.drainage]
drain-pump-running | 雨水泵站开机率 | Storm pump stations running | % | ratio weather | 6 / 0.1 | value . . 60 85 | district mean | 300 s | swj flood | estimated
sewage-treated | 污水处理量 | Sewage treated | m³ | counter domestic | 7900000 / 100 | projected . . 8500000 9000000 | district sum | 60 s | swj water | known
manhole-alarms | 井盖异动报警 | Manhole cover alarms | 起 incidents | counter incident | 120 / 1 | projected . . 220 400 | street sum | 60 s | swj water | estimated

[infra.road-facility]
road-facility-ok | 道路设施完好率 | Road facilities in good order | % | ratio flat | 98.5 / 0.1 | value 95 97 . . | street mean | 86400 s | jtw road | estimated
bridge-structure-alarms | 桥梁结构告警 | Bridge structural alarms | 处 sites | gauge flat | 1 / 1 | value . . 3 6 | district sum | 300 s | jtw road | estimated
crossing-availability | 越江隧桥可用率 | River crossings available | % | ratio flat | 100 / 0.1 | value 80 92 . . | city none | 300 s | jtw road | estimated

[infra.telecom-net]
base-station-online | 移动基站在线率 | Base stations online | % | ratio flat | 99.8 / 0.01 | value 96 98.5 . . | street mean | 300 s | txj telecom | estimated
backbone-latency | 骨干网时延 | Backbone latency | ms | gauge evening | 6 / 0.01 | value . . 15 30 | city none | 300 s | txj telecom | estimated
mobile-data-volume | 移动数据流量 | Mobile data volume | PB | counter evening | 17 / 0.001 | projected 9 12 26 32 | district sum | 60 s | txj telecom | known

[infra.cloud-data]
cloud-utilisation | 政务云资源利用率 | Government cloud utilisation | % | ratio soft-day | 58 / 0.1 | value . . 80 92 | district mean | 300 s | sjzx govservice | estimated
data-exchange-ok | 数据共享交换成功率 | Data exchange success | % | ratio flat | 99.5 / 0.01 | value 95 98 . . | district mean | 300 s | sjzx govservice | estimated

[infra.iot-sensing]
iot-online | 感知设备在线率 | IoT devices online | % | ratio flat | 96 / 0.1 | value 80 90 . . | street mean | 300 s | zjw gridcase | estimated
video-available | 公共视频可用率 | Public video availability | % | ratio flat | 97 / 0.1 | value 85 92 . . | street mean | 300 s | ga police | estimated

[infra.public-fixtures]
street-light-on | 路灯亮灯率 | Street lights on (night) | % | ratio flat | 98.5 / 0.1 | value 92 96 . . | street mean | 300 s | zjw gridcase | estimated
hydrant-ok | 消火栓完好率 | Hydrants in order | % | ratio flat | 98 / 0.1 | value 90 95 . . | street mean | 86400 s | xfj fire | estimated

[infra.buildings]
facade-hazards | 外墙坠物隐患 | Falling-object hazards | 处 sites | gauge weather | 35 / 1 | value . . 80 150 | street sum | 300 s | fgj housing | estimated
property-repairs | 物业报修量 | Property repair requests | 件 requests | counter daytime | 6200 / 1 | projected . . 9500 14000 | street sum | 60 s | fgj housing | estimated
old-house-alerts | 老旧房屋监测预警 | Old-building alerts | 栋 buildings | gauge weather | 12 / 1 | value . . 30 60 | street sum | 300 s | fgj housing | estimated

[infra.lifts]
lift-entrapments | 电梯困人 | Lift entrapments | 起 incidents | counter daytime | 55 / 1 | projected . . 100 160 | street sum | 60 s | scjg equipment | estimated
lift-iot-online | 电梯物联在线率 | Lift IoT online | % | ratio flat | 95 / 0.1 | value 80 90 . . | street mean | 300 s | scjg equipment | estimated

[infra.underground]
utility-tunnel-alarms | 综合管廊环境告警 | Utility tunnel alarms | 起 incidents | gauge flat | 2 / 1 | value . . 6 12 | district sum | 300 s | zjw gas | estimated
pipe-dig-damage | 施工挖断管线 | Utility strikes by digging | 起 incidents | counter business | 1.2 / 1 | projected . . 4 8 | street sum | 60 s | zjw gas | estimated

[infra.parking-charging]
charger-available | 公共充电桩可用率 | Public chargers available | % | ratio flat | 93 / 0.1 | value 75 85 . . | street mean | 300 s | jtw parking | estimated
parking-occupancy | 公共泊位占用率 | Parking occupancy | % | ratio soft-day | 62 / 0.1 | value . . 90 97 | street mean | 300 s | jtw parking | estimated

[env.weather]
rain-1h | 1小时雨量 | Rainfall in 1 h | mm/h | gauge weather | 0 / 0.1 | value . . 35 80 | street max | 60 s | qxj weather | sourced
# Nothing falls on a fair day; 3.3 mm is the mean of the year.
rain-24h | 24小时雨量 | Rainfall in 24 h | mm | gauge weather | 0 / 0.1 | value . . 50 150 | street max | 60 s | qxj weather | known
air-temperature | 气温 | Air temperature | ℃ °C | gauge temperature | 17.8 / 0.1 | value -7 0 35 40 | street mean | 60 s | qxj weather | known
gust | 阵风风速 | Gust speed | m/s | gauge weather | 6 / 0.1 | value . . 17.2 28.5 | street max | 5 s | qxj weather | known
visibility | 能见度 | Visibility | m | gauge weather | 12000 / 10 | value 200 500 . . | street min | 60 s | qxj weather | sourced

[env.air-quality]
pm25 | 细颗粒物 | PM2.5 | µg/m³ | gauge pollution | 30 / 0.1 | value . . 75 150 | street mean | 300 s | sthj environ | known
ozone-8h | 臭氧8小时 | Ozone 8 h | µg/m³ | gauge temperature | 98 / 0.1 | value . . 160 215 | street mean | 300 s | sthj environ | known
no2 | 二氧化氮 | NO2 | µg/m³ | gauge commuter-soft | 30 / 0.1 | value . . 100 200 | street mean | 300 s | sthj environ | known

[env.noise]
noise-level | 区域噪声 | Ambient noise | dB(A) | gauge soft-day | 56 / 0.1 | value . . 68 75 | street mean | 300 s | sthj environ | known
noise-complaints | 噪声投诉 | Noise complaints | 件 complaints | counter evening | 420 / 1 | projected . . 700 1100 | street sum | 60 s | sthj hotline | estimated

[env.surface-water]
# Automatic stations report hourly; once a day a spill could not ring before the next one.
river-good-ratio | 优良断面比例 | Sections at class III or better | % | ratio flat | 95 / 0.1 | value 80 88 . . | district mean | 3600 s | sthj river | known
ammonia-nitrogen | 氨氮均值 | Ammonia nitrogen | mg/L | gauge flat | 0.45 / 0.01 | value . . 1 2 | district mean | 300 s | sthj river | known
black-odour-points | 黑臭返潮点 | Black-odour recurrences | 处 sites | gauge weather | 3 / 1 | value . . 8 15 | street sum | 300 s | swj river | estimated

[env.water-level]
tide-huangpu-park | 黄浦公园潮位 | Tide at Huangpu Park | m | gauge tide | 2.2 / 0.01 | value . . 4.55 5.1 | city none | 60 s | swj flood | sourced
tide-wusong | 吴淞口潮位 | Tide at Wusong | m | gauge tide | 2.2 / 0.01 | value . . 4.8 5.5 | city none | 60 s | swj flood | sourced
level-mishidu | 米市渡水位 | Level at Mishidu | m | gauge tide | 2.4 / 0.01 | value . . 3.5 4.3 | city none | 60 s | swj flood | sourced
level-inner-river | 内河面平均水位 | Inner-river mean level | m | gauge weather | 2.7 / 0.01 | value . . 3.3 3.7 | district max | 60 s | swj flood | known

[env.waterlogging]
waterlogged-points | 道路积水点 | Waterlogged road points | 处 sites | gauge weather | 0 / 1 | value . . 10 40 | street sum | 60 s | swj flood | estimated
waterlog-depth | 最大积水深度 | Deepest standing water | cm | gauge weather | 0 / 1 | value . . 15 27 | street max | 60 s | swj flood | estimated

[env.waste]
waste-dry | 干垃圾清运量 | Residual waste hauled | t | counter morning | 17000 / 1 | projected . . 19500 21500 | district sum | 60 s | lhsr waste | sourced
waste-wet | 湿垃圾分出量 | Food waste separated | t | counter morning | 9100 / 0.1 | projected 6000 7500 . . | district sum | 60 s | lhsr waste | sourced
waste-recyclable | 可回收物分出量 | Recyclables separated | t | counter daytime | 7600 / 0.1 | projected 4800 6000 . . | district sum | 60 s | lhsr waste | sourced
bin-overflow | 垃圾满溢点 | Overflowing bin points | 处 sites | gauge evening | 60 / 1 | value . . 150 300 | street sum | 300 s | lhsr waste | estimated

[env.sanitation]
street-clean-index | 道路洁净度指数 | Street cleanliness index | 分 points | index flat | 92 / 0.1 | value 75 85 . . | street mean | 300 s | lhsr waste | estimated
exposed-waste | 暴露垃圾案件 | Exposed-waste cases | 件 cases | counter daytime | 950 / 1 | projected . . 1600 2600 | street sum | 60 s | lhsr gridcase | estimated

[env.green]
tree-falls | 行道树倒伏 | Fallen street trees | 株 trees | gauge weather | 2 / 1 | value . . 100 1000 | street sum | 300 s | lhsr greening | estimated
park-load | 公园承载率 | Park load | % | ratio leisure | 22 / 0.1 | value . . 70 90 | street mean | 300 s | lhsr greening | estimated

[env.dust]
dust-sites-over | 扬尘超标工地 | Sites over dust limit | 个 sites | gauge daytime | 25 / 1 | value . . 60 120 | street sum | 300 s | zjw sitesafe | estimated

[env.pollution-source]
emission-over | 重点污染源超标 | Key sources over limit | 家 plants | gauge flat | 3 / 1 | value . . 8 15 | district sum | 300 s | sthj environ | estimated

[env.carbon]
power-carbon | 用电碳排放 | Carbon from power use | t | counter load | 210000 / 10 | projected . . 270000 310000 | district sum | 60 s | jxw power | known

[traffic.metro-flow]
metro-ridership | 轨道交通日客流 | Metro trips | 人次 trips | counter commuter | 10200000 / 1 | projected . . 12500000 13400000 | city none | 60 s | jtw rail | sourced
# May pass 100 %, as section load may: people beyond the design (see ranges.ts).
metro-station-saturation | 重点站饱和度 | Key station saturation | % | ratio commuter | 28 / 0.1 | value . . 100 130 | street max | 5 s | jtw rail | estimated
metro-section-load | 断面满载率 | Peak section load | % | ratio commuter | 35 / 0.1 | value . . 115 135 | city none | 5 s | jtw rail | estimated

[traffic.metro-run]
metro-punctuality | 列车正点率 | Metro punctuality | % | ratio flat | 99.8 / 0.01 | value 95 98 . . | city none | 60 s | jtw rail | known
metro-delays-5min | 5分钟以上延误 | Delays over 5 min | 起 incidents | counter incident | 0.6 / 1 | projected . . 2 4 | city none | 60 s | jtw rail | known
metro-headway-deviation | 行车间隔偏差 | Headway deviation | % | ratio flat | 3 / 0.1 | value . . 15 40 | city none | 5 s | jtw rail | estimated

[traffic.road-run]
tti-expressway | 快速路拥堵指数 | Expressway travel-time index | 倍 × | index commuter-soft | 1.45 / 0.01 | value . . 2.2 2.8 | district mean | 5 s | ga road | known
tti-surface | 地面道路拥堵指数 | Surface road travel-time index | 倍 × | index commuter-soft | 1.5 / 0.01 | value . . 2.2 2.8 | street mean | 5 s | ga road | known
speed-expressway | 快速路平均车速 | Expressway mean speed | km/h | gauge commuter-inverse | 52 / 0.1 | expected 0.5 0.7 . . | district mean | 5 s | ga road | estimated
road-closures | 封闭路段 | Closed road sections | 处 sections | gauge weather | 2 / 1 | value . . 10 30 | street sum | 60 s | ga road | estimated

[traffic.road-accident]
traffic-accidents | 道路交通事故警情 | Road accident calls | 起 calls | counter commuter | 2600 / 1 | projected . . 3600 5000 | street sum | 60 s | ga road | known
vehicle-breakdowns | 车辆抛锚 | Vehicle breakdowns | 起 incidents | counter commuter | 220 / 1 | projected . . 400 700 | district sum | 60 s | ga road | known

[traffic.bus]
bus-ridership | 公交客流 | Bus trips | 人次 trips | counter commuter | 3800000 / 1 | projected 1900000 2850000 . . | district sum | 60 s | jtw transit | known
bus-punctuality | 公交准点率 | Bus punctuality | % | ratio flat | 91 / 0.1 | value 65 80 . . | district mean | 60 s | jtw transit | estimated

[traffic.taxi]
taxi-orders | 出租网约订单 | Taxi and ride-hailing orders | 单 orders | counter retail | 1650000 / 1 | projected 800000 1150000 2300000 2800000 | district sum | 60 s | jtw transit | estimated
taxi-wait | 打车等候时间 | Taxi waiting time | min | gauge commuter-soft | 4.5 / 0.01 | value . . 12 25 | street mean | 60 s | jtw transit | estimated

[traffic.bike]
shared-bike-rides | 共享单车骑行量 | Shared bike rides | 次 rides | counter commuter | 1800000 / 1 | projected 800000 1200000 . . | street sum | 60 s | jtw transit | estimated
bike-pileups | 非机动车淤积点 | Bike pile-up points | 处 sites | gauge commuter-soft | 45 / 1 | value . . 120 250 | street sum | 60 s | cgj streetorder | estimated

[traffic.freight]
truck-inbound | 入沪货车 | Inbound trucks | 辆次 vehicles | counter night | 120000 / 1 | projected 60000 85000 . . | city none | 60 s | jtw gateway | estimated
slag-truck-trips | 渣土车作业车次 | Construction-waste truck trips | 车次 trips | counter night | 9000 / 1 | projected . . 12500 15000 | street sum | 60 s | lhsr streetorder | estimated

[traffic.airport]
flights | 两场起降架次 | Flight movements | 架次 movements | counter daytime | 2200 / 1 | projected 1100 1700 . . | city none | 60 s | jtw gateway | known
air-passengers | 航空旅客 | Air passengers | 人次 passengers | counter daytime | 360000 / 1 | projected . . 420000 460000 | city none | 60 s | jtw gateway | sourced
flight-delay-rate | 航班延误率 | Flight delay rate | % | ratio daytime | 12 / 0.1 | value . . 35 55 | city none | 60 s | jtw gateway | estimated
flight-cancellations | 航班取消 | Flight cancellations | 架次 movements | counter weather | 20 / 1 | projected . . 200 800 | city none | 60 s | jtw gateway | sourced

[traffic.railway]
rail-passengers | 铁路发送旅客 | Railway departures | 人次 passengers | counter daytime | 450000 / 1 | projected . . 620000 720000 | city none | 60 s | jtw gateway | known
train-suspensions | 停运列车 | Suspended trains | 列 trains | counter weather | 2 / 1 | projected . . 40 200 | city none | 60 s | jtw gateway | known

[traffic.port]
container-throughput | 集装箱吞吐量 | Container throughput | TEU | counter flat | 140000 / 1 | projected 80000 110000 . . | city none | 60 s | jtw gateway | sourced
yangshan-queue | 洋山待泊船舶 | Ships waiting at Yangshan | 艘 ships | gauge weather | 18 / 1 | value . . 40 70 | city none | 60 s | jtw gateway | estimated
ferry-suspended | 停航客渡线 | Ferry lines suspended | 条 lines | gauge weather | 0 / 1 | value . . 4 12 | district sum | 60 s | jtw gateway | known

[traffic.highway-gate]
gate-inflow | 入沪道口流量 | Vehicles entering | 辆 vehicles | counter commuter | 620000 / 1 | projected . . 850000 1000000 | city none | 60 s | jtw gateway | estimated
gate-closed | 封闭道口 | Closed gates and ramps | 个 gates | gauge weather | 0 / 1 | value . . 6 20 | district sum | 60 s | ga road | estimated

[traffic.river-crossing]
bridge-restrictions | 大桥限速封闭 | Bridges restricted or closed | 座 bridges | gauge weather | 0 / 1 | value . . 1 3 | city none | 60 s | ga road | known
crossing-volume | 越江通道流量 | River crossing volume | 辆 vehicles | counter commuter | 1050000 / 1 | projected . . 1350000 1550000 | city none | 60 s | jtw road | estimated

[guarantee.hospital]
outpatient-visits | 门急诊量 | Outpatient and emergency visits | 人次 visits | counter hospital | 720000 / 1 | projected . . 900000 1050000 | district sum | 60 s | wjw medical | known
er-visits | 急诊量 | Emergency visits | 人次 visits | counter evening | 50000 / 1 | projected . . 65000 80000 | district sum | 60 s | wjw medical | known
bed-occupancy | 床位使用率 | Bed occupancy | % | ratio flat | 86 / 0.1 | value . . 94 98 | district mean | 300 s | wjw medical | known

[guarantee.ambulance]
ems-calls | 120呼入 | Ambulance calls (120) | 次 calls | counter daytime | 7500 / 1 | projected . . 9500 13000 | district sum | 60 s | wjw medical | sourced
ems-dispatches | 救护车出车 | Ambulance dispatches | 次 dispatches | counter daytime | 3300 / 1 | projected . . 4200 5200 | district sum | 60 s | wjw medical | sourced
ems-response | 急救平均反应时间 | Ambulance response time | min | gauge commuter-soft | 12.2 / 0.1 | value . . 18 24 | district mean | 300 s | wjw medical | sourced

[guarantee.blood-drug]
blood-stock | 血液库存天数 | Blood stock | 天 days | gauge flat | 6 / 0.01 | value 2 4 . . | city none | 3600 s | wjw medical | estimated
# Hourly, as blood stock: two of three daily samples would ring two days late.
drug-gaps | 重点药品缺口 | Key medicines short | 种 kinds | gauge flat | 2 / 1 | value . . 6 15 | city none | 3600 s | wjw medical | estimated

[guarantee.fresh-food]
vegetable-supply | 蔬菜上市量 | Vegetables to market | t | counter night | 16000 / 10 | projected 9000 12000 . . | city none | 60 s | sww supply | known
pork-supply | 猪肉供应量 | Pork supply | t | counter night | 1600 / 1 | projected 900 1200 . . | city none | 60 s | sww supply | known
food-price-index | 主副食品价格指数 | Food price index | 指数 index | index flat | 100 / 0.1 | value . . 110 120 | district mean | 86400 s | sww supply | estimated

[guarantee.grain]
grain-reserve | 成品粮储备天数 | Processed grain reserve | 天 days | gauge flat | 15 / 0.1 | value 10 12 . . | city none | 86400 s | sww supply | estimated

[guarantee.energy-stock]
coal-stock | 电煤库存天数 | Power coal stock | 天 days | gauge flat | 18 / 0.1 | value 7 12 . . | city none | 86400 s | jxw power | estimated
fuel-stock | 成品油库存天数 | Motor fuel stock | 天 days | gauge flat | 12 / 0.1 | value 5 8 . . | city none | 86400 s | sww supply | estimated
lng-stock | LNG储备天数 | LNG stock | 天 days | gauge flat | 10 / 0.1 | value 4 7 . . | city none | 86400 s | jxw gas | estimated

[guarantee.elderly]
elder-alarms | 独居老人异常告警 | Alarms for elders living alone | 起 incidents | counter soft-day | 260 / 1 | projected . . 420 700 | street sum | 60 s | mzj elderly | estimated
elder-home-visits | 居家上门服务 | Home-care visits | 人次 visits | counter daytime | 42000 / 1 | projected 21000 32000 . . | street sum | 60 s | mzj elderly | estimated
elder-home-occupancy | 养老机构入住率 | Care-home occupancy | % | ratio flat | 64 / 0.1 | value . . 90 97 | street mean | 86400 s | mzj elderly | estimated

[guarantee.relief]
street-relief | 街面救助 | Street relief | 人次 visits | counter night | 35 / 1 | projected . . 80 150 | district sum | 60 s | mzj elderly | estimated
relief-supplies | 救灾物资满足率 | Relief supplies ready | % | ratio flat | 98 / 0.1 | value 80 90 . . | street mean | 86400 s | yjj civildef | estimated

[guarantee.school]
school-attendance | 中小学到校率 | School attendance | % | ratio flat | 98.2 / 0.1 | value 88 94 . . | street mean | 300 s | jyw campus | estimated
campus-food-alarms | 校园食安告警 | Campus food alarms | 起 incidents | counter meal | 0.5 / 1 | projected . . 2 5 | street sum | 60 s | jyw campus | estimated

[guarantee.gov-service]
gov-cases | 一网通办办件量 | One-stop service cases | 件 cases | counter business | 105000 / 1 | projected 35000 65000 . . | district sum | 60 s | sjzx govservice | sourced
gov-once-rate | 一次办成率 | Done in one visit | % | ratio flat | 94.91 / 0.01 | value 88 92 . . | district mean | 300 s | sjzx govservice | sourced
suishen-code-uses | 随申码使用量 | Suishenma code uses | 次 uses | counter commuter | 5600000 / 1 | projected 2000000 3500000 11000000 16000000 | district sum | 60 s | sjzx govservice | sourced

[guarantee.shelter]
shelters-open | 应急避难场所开放 | Shelters open | 处 sites | gauge weather | 0 / 1 | value . . 20 100 | street sum | 300 s | mfb civildef | estimated
people-evacuated | 转移安置人数 | People evacuated | 人 people | gauge weather | 0 / 1 | value . . 5000 100000 | street sum | 300 s | mfb civildef | sourced

[guarantee.citizen-voice]
hotline-calls | 12345来电 | 12345 requests | 件 requests | counter business | 24000 / 1 | projected . . 34000 50000 | street sum | 60 s | xfb hotline | known
hotline-connect-rate | 热线接通率 | Hotline connection rate | % | ratio flat | 95 / 0.1 | value 75 88 . . | city none | 300 s | xfb hotline | known
hotline-satisfaction | 诉求办理满意率 | Requester satisfaction | % | ratio flat | 82 / 0.1 | value 68 76 . . | street mean | 300 s | xfb hotline | known

[safety.public-order]
police-calls | 110接报警 | Police calls | 起 calls | counter evening | 33000 / 1 | projected . . 42000 54000 | street sum | 60 s | ga police | sourced
crime-incidents | 违法犯罪警情 | Crime incidents | 起 incidents | counter evening | 900 / 1 | projected . . 1400 2200 | street sum | 60 s | ga police | estimated
telecom-fraud | 电诈警情 | Telecom fraud reports | 起 reports | counter business | 120 / 1 | projected . . 200 320 | street sum | 60 s | ga police | estimated

[safety.crowd]
crowd-bund | 外滩实时人数 | People on the Bund | 人 people | gauge leisure-evening | 12000 / 1 | value . . 50000 65000 | city none | 5 s | ga crowd | sourced
crowd-hotspots | 超阈值热点区域 | Areas over crowd limit | 处 areas | gauge leisure-evening | 0 / 1 | value . . 3 8 | street sum | 5 s | ga crowd | estimated
crowd-necc | 国家会展中心在馆人数 | People inside NECC | 人 people | gauge business | 8000 / 1 | value . . 100000 130000 | city none | 5 s | ga crowd | estimated

[safety.fire]
fire-calls | 119火警 | Fire calls | 起 calls | counter incident | 60 / 1 | projected . . 110 180 | street sum | 60 s | xfj fire | estimated
# At 6.5 the evening traffic alone (× 1.32) came within noise of the limit of 9.
fire-response | 首车到场时间 | First engine on scene | min | gauge commuter-soft | 6 / 0.01 | value . . 9 12 | street mean | 300 s | xfj fire | estimated
fire-iot-alarms | 消防物联报警 | Fire IoT alarms | 起 incidents | counter incident | 1800 / 1 | projected . . 3000 5000 | street sum | 60 s | xfj fire | estimated

[safety.work-safety]
work-accidents | 生产安全事故 | Work accidents | 起 incidents | counter business | 0.6 / 1 | projected . . 2 4 | street sum | 60 s | yjj hazchem | estimated

[safety.hazchem]
hazchem-source-alarms | 重大危险源报警 | Major-hazard alarms | 起 incidents | counter flat | 6 / 1 | projected . . 15 30 | street sum | 60 s | yjj hazchem | estimated
hazchem-gas-lel | 园区可燃气体浓度 | Combustible gas at plants | %LEL | gauge flat | 2 / 0.1 | value . . 25 50 | street max | 300 s | yjj hazchem | known
hazmat-truck-deviation | 危货车偏离路线 | Hazmat trucks off route | 起 incidents | counter night | 4 / 1 | projected . . 10 20 | district sum | 60 s | jtw hazchem | estimated

[safety.construction-risk]
pit-alarms | 深基坑监测报警 | Deep excavation alarms | 处 sites | gauge flat | 5 / 1 | value . . 12 25 | street sum | 300 s | zjw sitesafe | estimated
tower-crane-alarms | 塔吊升降机告警 | Tower crane and hoist alarms | 起 incidents | counter business | 18 / 1 | projected . . 45 90 | street sum | 60 s | zjw sitesafe | estimated

[safety.rail-safety]
metro-security-finds | 轨交安检查获 | Security check finds | 件 finds | counter commuter | 900 / 1 | projected . . 1500 2500 | district sum | 60 s | ga rail | estimated
metro-passenger-injuries | 站内客伤急救 | Passenger injuries | 起 incidents | counter commuter | 12 / 1 | projected . . 25 45 | street sum | 60 s | jtw rail | estimated

[safety.food-safety]
kitchen-violations | 明厨亮灶违规 | Open-kitchen violations | 起 incidents | counter meal | 520 / 1 | projected . . 900 1500 | street sum | 60 s | scjg food | estimated
food-sample-ok | 食品抽检合格率 | Food samples passed | % | ratio flat | 98.3 / 0.1 | value 95 97 . . | district mean | 86400 s | scjg food | known
foodborne-clusters | 食源性聚集病例 | Food-borne cluster cases | 例 cases | gauge flat | 1 / 1 | value . . 5 20 | district sum | 300 s | scjg food | estimated

[safety.public-health]
ili-rate | 流感样病例占比 | Influenza-like illness share | % | ratio flat | 2.6 / 0.1 | value . . 6 10 | district mean | 300 s | wjw medical | known
fever-clinic | 发热门诊量 | Fever clinic visits | 人次 visits | counter hospital | 6500 / 1 | projected . . 14000 28000 | district sum | 60 s | wjw medical | estimated
notifiable-cases | 法定传染病新发 | New notifiable cases | 例 cases | counter daytime | 45 / 1 | projected . . 150 600 | street sum | 60 s | wjw medical | estimated

[safety.cyber]
cyber-attacks | 网络攻击拦截 | Attacks blocked | 次 attacks | counter flat | 4200000 / 1 | projected . . 9000000 20000000 | city none | 60 s | txj telecom | estimated
cyber-incidents | 政务系统安全事件 | Government system incidents | 起 incidents | gauge flat | 0 / 1 | value . . 1 3 | district sum | 300 s | sjzx govservice | estimated

[safety.natural-hazard]
# 0 none, 1 blue, 2 yellow, 3 orange, 4 red.
warning-level | 生效预警最高级 | Highest warning in force | 级 level | index weather | 0 / 1 | value . . 2 3 | street max | 300 s | qxj weather | known
seawall-hazards | 海塘堤防险情 | Seawall and levee hazards | 处 sites | gauge weather | 0 / 1 | value . . 2 6 | district sum | 300 s | yjj flood | estimated

[safety.grid-governance]
grid-new-cases | 网格新增案件 | New grid cases | 件 cases | counter daytime | 15000 / 1 | projected . . 22000 32000 | street sum | 60 s | zjw gridcase | estimated
grid-overdue-rate | 在办案件超期率 | Open cases overdue | % | ratio flat | 4 / 0.1 | value . . 8 15 | street mean | 300 s | zjw gridcase | estimated
street-violations | 街面违法案件 | Street violations | 件 cases | counter daytime | 3800 / 1 | projected . . 6000 9000 | street sum | 60 s | cgj streetorder | estimated

[vitality.population]
population-now | 实时在沪人口 | People in the city now | 人 people | gauge population | 26500000 / 1 | expected 0.8 0.9 1.08 1.15 | street sum | 5 s | sjzx crowd | known
visitor-arrivals | 来沪人数 | Arrivals in the city | 人 people | counter daytime | 580000 / 1 | projected 250000 380000 900000 1200000 | city none | 60 s | sjzx crowd | estimated
night-activity | 夜间活跃度 | Night-time activity index | 指数 index | index night-life | 100 / 0.1 | expected 0.5 0.7 . . | street mean | 300 s | sww crowd | estimated

[vitality.consumption]
retail-sales | 日社零销售额 | Retail sales | 元 CNY | counter retail | 5100000000 / 10000 | projected 2500000000 3800000000 . . | district sum | 60 s | sww supply | known
mall-footfall | 重点商圈客流 | Shopping district visits | 人次 visits | counter retail | 4200000 / 1 | projected 2100000 3150000 6500000 8000000 | street sum | 60 s | sww crowd | estimated
online-retail | 网络零售额 | Online retail | 元 CNY | counter evening | 1150000000 / 10000 | projected 600000000 850000000 . . | district sum | 60 s | sww supply | known

[vitality.business]
new-companies | 新设企业 | New companies | 户 companies | counter business | 1900 / 1 | projected 900 1400 . . | district sum | 60 s | scjg govservice | known
work-power-index | 复工用电指数 | Working power-use index | 指数 index | index flat | 100 / 0.1 | value 70 85 . . | street mean | 300 s | jxw power | estimated
office-entries | 重点楼宇进入人次 | Office building entries | 人次 entries | counter business | 3200000 / 1 | projected 1500000 2400000 . . | street sum | 60 s | sww crowd | estimated

[vitality.tourism]
attraction-visitors | 主要景区接待 | Attraction visitors | 人次 visits | counter leisure | 550000 / 1 | projected . . 1100000 1500000 | street sum | 60 s | whly tourism | estimated
disney-inside | 迪士尼在园人数 | People in Disneyland | 人 people | gauge leisure | 16000 / 1 | value . . 65000 80000 | city none | 5 s | whly tourism | estimated
hotel-occupancy | 酒店入住率 | Hotel occupancy | % | ratio flat | 66 / 0.1 | value 25 40 92 97 | district mean | 3600 s | whly tourism | known

[vitality.expo-event]
expo-visitors | 会展日客流 | Exhibition visitors | 人次 visits | counter business | 60000 / 1 | projected . . 180000 250000 | district sum | 60 s | sww crowd | sourced
major-events | 在办大型活动 | Major events running | 场 events | counter leisure-evening | 11 / 1 | projected . . 25 40 | street sum | 60 s | ga crowd | sourced

[vitality.logistics]
parcels-collected | 快递揽收 | Parcels collected | 件 parcels | counter daytime | 10000000 / 1 | projected 4500000 7000000 . . | district sum | 60 s | jtw supply | known
parcels-delivered | 快递投递 | Parcels delivered | 件 parcels | counter daytime | 9500000 / 1 | projected 4200000 6800000 . . | street sum | 60 s | jtw supply | known
meal-orders | 外卖订单 | Food delivery orders | 单 orders | counter meal | 2600000 / 1 | projected 1200000 1800000 . . | street sum | 60 s | sww supply | estimated

[vitality.industry-trade]
# A quantum of 1 000 kWh: 黄浦区 uses little and would jump in steps.
industrial-power | 工业用电量 | Industrial power use | kWh | counter soft-day | 230000000 / 1000 | projected 130000000 180000000 . . | district sum | 60 s | jxw power | known
trade-value | 进出口货值 | Imports and exports | 元 CNY | counter business | 11500000000 / 10000 | projected 5500000000 8000000000 . . | city none | 60 s | sww gateway | known

[vitality.construction]
active-sites | 在建工地 | Active sites | 个 sites | gauge flat | 4200 / 1 | value 2500 3300 . . | street sum | 86400 s | zjw sitesafe | sourced
slag-declared | 建筑垃圾申报量 | Construction waste declared | t | counter night | 250000 / 10 | projected . . 360000 450000 | district sum | 60 s | lhsr streetorder | estimated

[vitality.culture-sport]
culture-visitors | 文博场馆客流 | Museum and library visitors | 人次 visits | counter leisure | 120000 / 1 | projected . . 250000 350000 | street sum | 60 s | whly tourism | estimated
sport-visitors | 公共体育客流 | Public sport visitors | 人次 visits | counter evening | 90000 / 1 | projected 40000 60000 . . | street sum | 60 s | whly tourism | estimated

[vitality.digital]
suishenban-dau | 随申办日活 | Suishenban daily users | 人 people | counter daytime | 2600000 / 1 | projected 1000000 1700000 . . | district sum | 60 s | sjzx govservice | estimated
open-data-calls | 公共数据开放调用 | Open-data calls | 次 calls | counter business | 850000 / 1 | projected 300000 500000 . . | city none | 60 s | sjzx govservice | estimated

[vitality.community]
volunteer-shifts | 志愿服务上岗 | Volunteer shifts | 人次 shifts | counter daytime | 38000 / 1 | projected 15000 25000 . . | street sum | 60 s | mzj elderly | estimated
community-canteen | 社区食堂就餐 | Community canteen meals | 人次 meals | counter meal | 160000 / 1 | projected 70000 110000 . . | street sum | 60 s | mzj elderly | estimated
`);
