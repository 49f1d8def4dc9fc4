// What people say: citizens on the hotlines and patrols in their reports. Made up; no names, no addresses.

export interface Sentence {
  zh: string;
  en: string;
}
const say = (zh: string, en: string): Sentence => ({ zh, en });

const sentences: Readonly<Record<string, readonly Sentence[]>> = {
  ZR02: [
    say('扫码检查:湿垃圾桶内混入塑料袋', 'QR check: plastic bags in the wet-waste bin'),
    say('商铺未分类投放,已拍照', 'The shop does not sort its waste; photo taken'),
    say('可回收物与干垃圾混装', 'Recyclables mixed with residual waste'),
  ],
  CM01: [
    say('人行道上井盖翘起,怕绊倒人', 'A manhole cover sticks up on the pavement; someone will trip'),
    say('非机动车道井盖缺了一角', 'A manhole cover in the bike lane has a corner missing'),
  ],
  CM03: [
    say('车行道坑洞约三十厘米', 'Pothole of about 30 cm in the carriageway'),
    say('人行道砖松动破损约两平方米', 'Loose and broken paving, about 2 m²'),
    say('路面龟裂下沉', 'Road surface cracked and sinking'),
  ],
  CM04: [
    say('路口红绿灯不亮了,车都堵着', 'The traffic lights are dark and cars are stuck'),
    say('信号灯一直是红灯', 'The signal stays red'),
  ],
  CM06: [
    say('行道树倒了,压在非机动车道上', 'A street tree has fallen on the bike lane'),
    say('大树枝断了挂在半空,很危险', 'A large branch has snapped and hangs in the air'),
    say('树倾斜得厉害,快碰到电线了', 'A tree leans badly and nearly touches the wires'),
    say('倒下的树把小区出口挡住了', 'A fallen tree blocks the exit of our estate'),
  ],
  CM07: [
    say('架空线垂落,离地约两米', 'Overhead cable hanging about 2 m above the ground'),
    say('通信线缆脱落横在人行道', 'Telecom cable lies across the pavement'),
    say('线杆倾斜,线缆下垂', 'Pole leans, cables sag'),
  ],
  CM08: [
    say('中央护栏被撞倒三节', 'Three sections of the central guardrail knocked over'),
    say('人行道护栏缺失', 'Pavement railing missing'),
    say('护栏底座松动移位', 'Guardrail base loose and shifted'),
  ],
  EV01: [
    say('墙角堆有暴露垃圾约一立方米', 'About 1 m³ of waste lies open at a corner'),
    say('绿化带内有成堆生活垃圾', 'Household waste piled in the green strip'),
    say('垃圾箱房外散落垃圾袋', 'Bags scattered outside the waste room'),
    say('路边有丢弃的旧家具', 'Old furniture dumped at the roadside'),
  ],
  EV02: [
    say('楼顶在搭阳光房,还在施工', 'A sunroom is being built on the roof, work goes on'),
    say('一楼破墙开门', 'A ground-floor wall is being broken through for a door'),
    say('天井里搭了间小屋', 'A hut has been built in the courtyard'),
  ],
  EV03: [
    say('有人在公共绿地种菜', 'Somebody grows vegetables on public green'),
    say('绿化带被铲掉改停车位', 'The green strip was dug up for parking'),
    say('树木被擅自修剪得光秃秃', 'Trees were cut bare without permission'),
  ],
  EV04: [say('工地没洒水,灰很大', 'The site does not spray water, it is very dusty')],
  EV05: [
    say('工地半夜还在打桩,睡不着', 'The site still drives piles at midnight, we cannot sleep'),
    say('夜里渣土车进进出出,声音很大', 'Trucks go in and out all night, very loud'),
    say('切割声一直没停', 'The cutting noise does not stop'),
    say('凌晨还在浇筑混凝土', 'They are still pouring concrete before dawn'),
  ],
  EV06: [
    say('楼下饭店油烟直接排到居民窗口', 'The restaurant below blows fumes at our windows'),
    say('烧烤店油烟味太重', 'The barbecue shop smells very strongly'),
    say('油烟净化器没有开', 'The fume filter is not running'),
  ],
  EV07: [
    say('隔壁一套房子隔成了七八间', 'The flat next door was split into seven or eight rooms'),
    say('出租屋住了十几个人,有消防隐患', 'A dozen people live in one rented flat, a fire risk'),
    say('客厅打了隔断出租', 'The living room was partitioned and let'),
  ],
  EV08: [
    say('外墙瓷砖空鼓,有脱落危险', 'Facade tiles are loose and may fall'),
    say('空调外机支架锈蚀', 'Air-conditioner bracket is rusted'),
    say('高层窗框松动', 'A window frame on a high floor is loose'),
  ],
  EV09: [
    say('电梯停在半层,里面有人', 'The lift stopped between floors with people inside'),
    say('被困在电梯里,门打不开', 'We are trapped in the lift, the door does not open'),
  ],
  EV11: [
    say('广场舞音响太响', 'The square-dance loudspeaker is too loud'),
    say('楼上半夜拖家具', 'Neighbours above move furniture at night'),
    say('沿街店铺喇叭循环叫卖', 'A shop plays its sales loudspeaker in a loop'),
    say('KTV声音传到小区', 'Karaoke can be heard all over the estate'),
  ],
  EV12: [
    say('路边摊现做盒饭,没有证照', 'A stall cooks boxed meals without a licence'),
    say('居民楼里做外卖,没看到许可证', 'Takeaway is cooked in a flat, no licence to be seen'),
    say('流动餐车无证经营', 'An unlicensed food truck is trading'),
  ],
  EV13: [
    say('路面往上冒水,应该是水管爆了', 'Water comes up through the road, a main must have burst'),
    say('家里突然没水了', 'Our water suddenly stopped'),
    say('马路上大量自来水涌出', 'A lot of tap water is pouring over the road'),
  ],
  EV14: [
    say('楼道里闻到很重的煤气味', 'There is a strong smell of gas in the stairwell'),
    say('燃气报警器一直响', 'The gas alarm keeps sounding'),
    say('厨房燃气管接口漏气', 'Gas leaks from a pipe joint in the kitchen'),
    say('路面闻到煤气味,旁边在开挖', 'Smell of gas in the street, digging works beside it'),
  ],
  EV15: [
    say('整个小区停电了', 'The whole estate has no power'),
    say('我们这几幢楼突然没电', 'Several of our buildings have suddenly lost power'),
    say('停电了,电梯也不能用', 'No power, and the lifts are out too'),
  ],
  EV16: [
    say('马路积水到小腿了', 'Water in the road is up to the shin'),
    say('下穿立交积水,车子熄火', 'The underpass is flooded and a car has stalled'),
    say('小区门口积水出不去', 'We cannot get out, water stands at the gate'),
  ],
  EV17: [
    say('店招一侧固定件松脱', 'One side of a shop sign has come loose'),
    say('店招面板破损翘起', 'Sign panel broken and lifting'),
    say('广告牌锈蚀晃动', 'Rusted billboard sways'),
  ],
  EV18: [
    say('咨询居住证办理材料', 'Asks which papers are needed for a residence permit'),
    say('反映公交候车时间太长', 'Says that the bus takes too long to come'),
    say('求助:随身物品遗失', 'Asks for help: lost belongings'),
    say('咨询医保报销流程', 'Asks how to claim medical insurance'),
    say('建议增设非机动车停放点', 'Suggests more bicycle parking'),
    say('询问社区食堂开放时间', 'Asks about opening hours of the community canteen'),
  ],
  EV19: [
    say('物业长期不清理楼道', 'The property manager does not clean the stairwell'),
    say('小区门禁坏了没人修', 'The entrance lock of the estate is broken and nobody repairs it'),
    say('地下车库漏水,物业不处理', 'The underground garage leaks and management does nothing'),
    say('电梯经常故障,维修不及时', 'The lift often fails and repairs are slow'),
  ],
  EV20: [
    say('人太多了,走不动', 'There are too many people, nobody can move'),
    say('地铁口人流堵住了', 'The crowd is stuck at the metro exit'),
  ],
  EM01: [
    say('居民楼冒烟,看到明火', 'Smoke from a block of flats, flames visible'),
    say('店铺后厨着火', 'A shop kitchen is on fire'),
    say('电动车棚起火', 'A shed for electric bikes is burning'),
    say('厂房有浓烟', 'Thick smoke from a workshop'),
  ],
  EM02: [
    say('两车相撞,有人受伤', 'Two cars have collided, someone is hurt'),
    say('货车追尾,堵了两个车道', 'A lorry ran into another, two lanes blocked'),
    say('电动车被撞,人倒在地上', 'An e-bike was hit, the rider is on the ground'),
  ],
  EM04: [
    say('工地脚手架塌了,下面有人', 'Scaffolding has collapsed on a site, people are underneath'),
    say('基坑边坡滑塌', 'The slope of an excavation has slid'),
  ],
  EM06: [
    say('整片区域都没电,红绿灯也灭了', 'The whole area is dark, traffic lights too'),
    say('商场和周边小区全部停电', 'The mall and the estates around it are without power'),
  ],
  EM09: [
    say('堤脚有渗水,水是浑的', 'Muddy water seeps at the foot of the dyke'),
    say('防汛墙接缝漏水', 'The flood wall leaks at a joint'),
    say('护坡块石塌陷约五米', 'About 5 m of the stone slope has sunk'),
  ],
};

/** What may be said about a case type; empty where nobody calls. */
export const sentencesFor = (type: string): readonly Sentence[] => sentences[type] ?? [];
