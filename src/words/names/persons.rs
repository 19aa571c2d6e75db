//! What persons are called, and what stands beside their names: word lists.

use std::sync::LazyLock;

use super::word_list::WordList;

/// Surnames of which a name is believed on one kind of evidence.
const COMMON_SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟\
姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱丘侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温康施文牛樊葛邢安齐易乔伍庞\
颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛翁冉骆蓝路游辛靳管柴蒙鲍华喻祁房屈饶解牟艾\
尤穆农司卓古吉缪简车项连芦麦褚窦娄岑戚景党宫费卜冷晏习惠匡瞿闵邬边卞姬仇栾隋刁沙荣巫寇桑郎甄仲虞敖巩佘池查麻苑迟邝封谈鞠荆冀郁储\
栗楚鄢劳谌奚冼蔺楼郜阚屠练禹祖漆丰狄宣扈晁芮濮";
/// Surnames that are common words as well, and the rare ones.
const OTHER_SURNAMES: &str = "常席卫米柏宗全佟应臧苟师和商丛明官乐胥南班原燕粟皮盘满闻位厉伊仝区海花权强帅豆朴盖廉井巴支卿国平计索晋相初门\
云容敬来都普戈蒲银宿利勾别水法言桂时过薄堵宦印糜须归承浦尉展滕干羊候才战撒仉冶侍阴生修竺滑羿由郗郦昝逯亓阙郏宓蓬邸綦幸洪萨那\
佘仉经贲鄂暴逄缑亢况郈后衣藏粘玄励茹茅储隆鄞糕揭揣栋税莘展蔚鹿衡翦牧钮闻暨步耒尧舜劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭蔣餘葉蘇呂盧鐘譚陸滿";
const DOUBLE_SURNAMES: &str = "欧阳 上官 司马 诸葛 司徒 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 端木 长孙 司空 宇文 独孤 闻人 钟离 申屠 澹台 濮阳 \
淳于 呼延 轩辕 百里 南宫 西门 拓跋 完颜";
/// Characters that no given name has, unless a list says that it is one.
const NOT_GIVEN: &str = "的了是在与将不等及也就都又被把对这那我你他她它们个着吗呢吧啊很更最已所则却或并且但还只要让使给跟此每各某该些哪什么怎\
何谁没未非至比按据因虽即便再两四五六七八〇零％第位岁们后内外间部省市区县镇村局厅处院校所站号室吨米亩户次件条项种类型式\
率值性者员团队组会议案例题款网店厂场岛页版届级层些曾说称给做送收买卖看听写读吃喝走跑拿找问答叫打坐住用爬跳抱扛背推拉端捧握递骑躺\
蹲踢投拨翻挥搬扶捡抓抢掏敲穿脱换擦扫忙哭喊跪睡死逃躲追赶撞砸摔倒";

/// Characters that given names have and running text seldom has beside a surname.
const CLEAR_GIVEN: &str = "英玉秀珍芳桂红梅香云凤芬霞燕丽娟娜静敏艳洁琴琼莉萍颖婷婕雪莲菊蓉佳嘉欣怡悦琳琪瑶瑾瑜璐璇雯雅惠淑娇媛妍妮薇蕾蓓莎莹玲珊珠琦晶晓曦旭昊轩翔鹏涛浩泽涵润森楠松柏桐俊豪雄勇\
刚毅伟军兵武斌彬博仁德诚忠孝善禄寿祥瑞吉康宁顺荣耀辉亮超群永恒磊岩峻岗锋锐铭钧钰璋珏璞贵财勤俭夏梓怡卫祖宗耀旋慈恩钦劼薪莺咏敬义信贤梁栋樑炳坤焕沛淦鑫淼焱垚渊鸿雁鹤麟龙虎骏骥彪彤彦宸睿哲晖晗\
昕昱晟昶炜烨煜熙铮铿镇锦锡钊钢锴钱铎寅卯辰戌亥庚辛壬癸甫芝苇苗茵荷萱葵蕙蔚蕴岚岭嵩峥峰崇巍娥妹姝姣婉婵嫣嫦翠翡翰翊耘聪聿肖胤舒舫艺芷芸茜荃莘菁菲萌葆葳蒙蓝藩衍裕裴谦谊豫贞贝赟趣跃辰迪逸\
邦郁郡鄂酉采野钏铃锐镜闯闻陶隽雍雷霄霆霖露韬韵颂颐颜飒馨驰驹骁骅魁鲁鸣鹂黎黛默齐懿怀恺惟愚慷戈扬拓振捷摇政敖斐昂昭晏曜朗杭杰枫柯栩桢梧棠楚楷榕樱橙欢歆殿毓民沁沐沂沙泓泳洲浦海淳清湘溪滨漪潇澄澜灿灵炎炫烈焰煊照熠牧玖玥玮珂珈珮班珩琅琛琢琨琬琰瑄瑛瑞瑶璟瓒甜畅皓盈盛睦矜石磬祁祎祖禧秋稷穆竣笑笛筠简箫紫绍绮维绪绯缨罗羽";
/// Characters that given names have as well.
const OTHER_GIVEN: &str = "步华明兰春花思雨慧美东阳天宇飞波洋江河源林杨柳强坚志远宏大力文学礼福喜庆安健平和泰国家建新中振兴光成业世代长久达进步青山金银铜铁宝富友朋克朴正直公方圆少小晚冬子之乃若如以为其心然一丁生根发先启开元凯胜利治法理智\
爱情意梦老木水火土月星宝虎龙马牛羊白尔连连爽乐琴朝晚晨保友才有万千百士女男西南北左右全金本来汉运道行风初再向前同伯仲叔季孟诗书画剑三九五七四六八双多余里人仁可尚志守存自在立岁令任仕伦传佩依俞修倩健儒允兆克冠冬凌凝凡列则创初加务励劲勉勋化升卓博原双发叶合吟含启咏品唯唱商善喆嗣园固圣均坚培基堂塘境增士声壮夕好如妙始委威子孔字孜存季安官定宜宝实客宣宪宽宾密寒寓寻封尉将尚尤居展屏山岱川州工巨己布希帆师帅席幸广庄序应延开弘张强归当形影征径律循微心必忆忍志念思恂恬息恕悟悠情惜想愉意愿慕憬成戎才承抒抱择拥持挺挽授掌提揆支收放效教敦数文方施旗无日旦时昌易映是显普景晴智曙曲曼月有朋服望朝期木未本朱权材村来林果枝枚柔查树校格桃桑梦梨森楼欧止正步武母毛气水江池沃河治泉法波泰津流浓浩浪涌润涯深温港游湛湖源满漫潮火灯炉点炼焕然煌燕父爽牛物特狮猛献玄率王玛现球理环生用田申男画界留略疆登百皆益监盟目直相真知石研硕确社祝神票福禾科种程稳穗空立章童竹竺笔等策筱管箴籽精索约纪纯纲纳纵纹纽线练组细终经结统绣继续绵绿缘羊美翼老耕职肇胜能腾自至致舟航良色节芋苏若茂范茹荆草荐菀营蓄虹蝶行衡衣表裳西见观规觉解言计训记论设识诗详语诺读谋谷象赋赞赫起越超路踪身轩载达过运近进连逊通逢造遂道遥遇郎部里重野量金钟铁银链锁长门间阁际陆陈陵隆随雄集雨零青靖非革鞍韦音领频风飘首香高鱼麦";
/// The posts of public life: what stands behind a body and before a name.
const OFFICES: &str = "国家主席 主席 副主席 总书记 书记 副书记 第一书记 总理 副总理 国务委员 部长 副部长 省长 副省长 代省长 市长 副市长 代市长 代市长 常务副市长 \
常务副省长 区长 副区长 代区长 县长 副县长 代县长 州长 副州长 镇长 副镇长 乡长 副乡长 局长 副局长 厅长 副厅长 处长 副处长 科长 副科长 股长 司长 副司长 署长 副署长 院长 \
副院长 校长 副校长 园长 副园长 所长 副所长 馆长 副馆长 站长 副站长 台长 副台长 社长 副社长 会长 副会长 名誉会长 理事长 副理事长 常务理事 理事 监事长 董事长 副董事长 \
董事 总裁 副总裁 总经理 副总经理 经理 副经理 项目经理 总监 总工程师 副总工程师 总会计师 总经济师 总农艺师 首席执行官 首席专家 首席科学家 首席经济学家 首席技师 CEO 创始人 联合创始人 合伙人 \
主任 副主任 主任委员 副主任委员 主委 副主委 主任医师 副主任医师 主治医师 医师 住院医师 护士长 护师 主管护师 秘书长 副秘书长 秘书 常委 委员 纪委书记 政委 政治委员 \
司令员 副司令员 司令 参谋长 大使 公使 总领事 领事 发言人 新闻发言人 总编辑 副总编辑 总编 主编 副主编 检察长 副检察长 检察官 审判长 审判员 法官 庭长 副庭长 队长 \
副队长 支队长 副支队长 大队长 副大队长 中队长 副中队长 总队长 副总队长 组长 副组长 班长 排长 连长 营长 团长 副团长 旅长 师长 军长 教授 副教授 讲师 研究员 副研究员 \
高级工程师 工程师 高级农艺师 农艺师 院士 导师 博士生导师 总指挥 副总指挥 指挥长 副指挥长 党组成员 党委委员 党支部书记 支部书记 党总支书记 村支书 村支部书记 \
村党支部书记 村主任 村委会主任 居委会主任 调研员 一级调研员 二级调研员 四级调研员 巡视员 一级巡视员 二级巡视员 督查专员 教练 主教练 助理教练 教练员 领队 裁判 裁判长 主裁判 总统 副总统 当选总统 首相 \
副首相 外长 外交部长 防长 国防部长 财长 国务卿 国王 女王 总干事 议长 副议长 议员 参议员 众议员 大臣 外交大臣 国务秘书 主席团成员 人大代表 政协委员 党代表 总支书记 \
秘书长助理 市长助理 局长助理 院长助理 总经理助理 所长助理 督导员 督学 侦查员 政府党组成员 二级巡视员 机长 船长 车间主任 班主任 教导员 指导员 负责人 主要负责人 相关负责人 有关负责人 分管负责人";
/// What people are, short of a post.
const ROLES: &str = "记者 通讯员 实习生 市民 村民 居民 群众 业主 患者 病人 学生 同学 大学生 研究生 博士生 毕业生 考生 老师 教师 家长 医生 护士 医务人员 医护人员 药师 民警 辅警 交警 警官 \
消防员 战士 士兵 列兵 上士 中士 少校 中校 上校 大校 少将 中将 上将 司机 驾驶员 乘客 旅客 游客 顾客 消费者 店主 店长 老板 老板娘 摊主 商户 工人 职工 员工 农民 农户 种植户 养殖户 种粮大户 大户 \
志愿者 义工 社工 网格员 网格长 楼道长 点位长 保安 保洁员 环卫工 环卫工人 快递员 快递小哥 外卖员 外卖小哥 骑手 网友 律师 作家 诗人 画家 书法家 摄影师 摄影家 导演 编剧 演员 主演 歌手 \
歌唱家 音乐家 作曲家 艺术家 钢琴家 表演艺术家 传承人 收藏家 企业家 科学家 专家 学者 技师 技术员 队员 球员 运动员 选手 名将 小将 老将 前锋 后卫 中锋 门将 中场 队友 奥运冠军 世界冠军 冠军 \
亚军 季军 得主 获得者 烈士 英雄 模范 劳模 劳动模范 党员 老党员 党员干部 退伍军人 老兵 老战士 老人 被告 被告人 原告 上诉人 被上诉人 嫌疑人 犯罪嫌疑人 当事人 受害人 被害人 证人 罪犯 男子 女子 \
男孩 女孩 小伙 小伙子 姑娘 妻子 丈夫 儿子 女儿 父亲 母亲 哥哥 弟弟 姐姐 妹妹 爷爷 奶奶 孙子 孙女 外孙 外孙女 朋友 同事 邻居 徒弟 师傅 弟子 参赛者 获奖者 作者 译者 馆员 \
讲解员 创业者 带头人 致富带头人 工作人员 干部 申请人 被申请人 被执行人 全国人大代表 先进个人 代表 成员 嘉宾 主持人 设计师 建筑师 厨师 主厨 教研员 辅导员 研发人员 技术骨干 合伙人 \
会计 出纳 编导 制片人 出品人 讲述人 投资人 操盘手 主播 网红 博主 同志 先生 女士 队医 飞行员 航天员 院士专家 考古领队 考古队领队 名叫 叫做 化名 小学生 初中生 高中生 中学生 父母 夫妇 女婿 儿媳 \
监督员 巡查员 检测员 采样员 流调员 调解员 话务员 接线员 售票员 列车长 列车员 乘务员 收银员 服务员 营业员 客户经理 饲养员 护林员 河长 路长 林长 楼长 理货员 分析师 评论员 特约评论员 村医 校医 \
理发师 魔术师 中国选手 国手 棋手 骨干 先锋 好人 标兵 书记员 代理人 委托人 继承人 法定代表人 联系人 任命 免去 聘任 聘请 提名 推选 选举 特等奖 一等奖 二等奖 三等奖 优秀奖 优胜奖 金奖 银奖 铜奖 金牌 银牌 铜牌 宣传员 死者 遇难者 伤者 目击者 失主";
/// What opens a list of persons and is no post of any of them.
const HEADINGS: &str = "市领导 省领导 区领导 县领导 州领导 镇领导 校领导 院领导 军地领导 老领导 市级领导 市四套班子领导 区四套班子领导 领导 老同志 市级老领导 领导同志 领导人 国家领导人 \
中央领导 市委常委 省委常委 区委常委 县委常委";
/// What stands right behind a name and says that it is a person.
const TITLES_BEHIND: &str = "总书记 主席 总理 副总理 同志 先生 女士 小姐 院士 教授 老师 医生 博士 书记 副书记 市长 副市长 省长 副省长 区长 县长 局长 副局长 主任 副主任 校长 副校长 院长 副院长 部长 \
副部长 常委 烈士 夫妇 将军 教练 大使 律师 董事长 总经理 总统 首相 警官 秘书长 一行 老太 老太太 太太 大娘 大叔 大伯 大哥 大姐 嫂子 等同志 等领导 本人 师傅 大爷 大妈 阿姨 奶奶 爷爷 同学 老人 伉俪 一家";
/// Verbs of speech.
const SPEECH: &str = "表示 指出 强调 要求 说 介绍 认为 告诉 坦言 透露 回忆 解释 补充 提出 提醒 建议 呼吁 希望 感慨 说道 讲述 称 笑称 直言 感叹 介绍说 解释说 回忆说 告诉记者 对记者说 \
告诉本报记者 宣布 致辞 发言 讲话 作报告 作讲话 叮嘱 嘱咐 勉励 寄语 回应 答道 说起 谈到 提到 分析 分析说 坚信 相信 写道 反映 举例 总结 评价 谈起 笑着说 激动地说 高兴地说 自豪地说 感激 认真听取 充分肯定 予以肯定 由衷点赞";
/// Verbs that officials and other persons in the news are the subject of.
const ACTIONS: &str = "主持召开 主持 出席 参加 来到 赶往 赶赴 赶到 前往 走进 走访 深入 带队 率队 率团 赴 调研 检查 督查 督导 视察 考察 慰问 看望 会见 会谈 会晤 听取 宣读 担任 当选 荣获 获得 夺得 斩获 随后 随即 还 一行 \
详细了解 认真 仔细 实地 现场 视频连线 采取 抵达 陪同 陪同参加 陪同调研 列席 作了 做客 到场 接受采访 接受 攀谈 点赞 巡视 指导 代表 为 签署 启动 揭牌 授牌 颁奖 领奖 致电 通电话 发表 主讲 授课 领衔 领唱 执教 进球 上场 投中 连得 打进 攻入 \
抢下 命中 当选为 出任 就任 履新 被任命 被免去 辞去 不再担任 同志任 任 获评 入选 打破 摘得 病逝 去世 逝世 因病 出生 出生于 毕业于 出差 报警 投案 被判 被抓 到案 介绍了 讲解 询问 点评 率领 一同 一起 共同 分别 先后 又 正 正在 已 曾 十分 非常 很 深受 感动 勇 \
执导 主演 出演 饰演 创作 编剧 演唱 设计 撰写 所著 拍摄 摄 肯定 部署 研究 协调 分析研判 提交 当天 昨日 昨天 今天 近日 日前 首先 专程 冒雨 主动 立即 迅速 马上 一边 从 自 因 凭借 战胜 击败 负于 不敌 领先 淘汰 逆转 险胜 搭档 携手 夺冠 折桂 问鼎 出战 首发 替补";
/// Words of one or two characters before which a name ends.
const AFTER_NAME: &str = "在 向 与 和 同 率 对 到 从 为 将 以 等 及 的 说 称 也 都 是 又 就 还 已 曾 正 被 把 用 去 有 跟 给 于 任 获 赴 则 没 不 上 下 来 由 并 则 却 只 只有 刚 这 那 及其 以及 、 因 最 先 再 一 摄 带 所 会 能 该 很 多 当 自";

/// The words about persons, with their indexes.
pub(super) struct PersonWords {
    /// Posts.
    pub(super) offices: WordList,
    /// What people are.
    pub(super) roles: WordList,
    /// What opens a list.
    pub(super) headings: WordList,
    /// Forms of address and posts behind names.
    pub(super) titles: WordList,
    /// Verbs of speech.
    pub(super) speech: WordList,
    /// Verbs of persons in the news.
    pub(super) actions: WordList,
    /// Short words before which a name ends.
    pub(super) after: WordList,
    /// Persons known everywhere.
    pub(super) famous: WordList,
}

/// The lists, made once.
pub(super) static WORDS: LazyLock<PersonWords> = LazyLock::new(|| PersonWords {
    offices: WordList::new(&[OFFICES]),
    roles: WordList::new(&[ROLES]),
    headings: WordList::new(&[HEADINGS]),
    titles: WordList::new(&[TITLES_BEHIND]),
    speech: WordList::new(&[SPEECH]),
    actions: WordList::new(&[ACTIONS]),
    after: WordList::new(&[AFTER_NAME]),
    famous: WordList::new(&[FAMOUS]),
});

/// Persons whose names need no other evidence.
const FAMOUS: &str = "习近平 李克强 毛泽东 周恩来 刘少奇 朱德 邓小平 陈云 江泽民 胡锦涛 温家宝 王岐山 栗战书 王沪宁 赵乐际 丁薛祥 何立峰 孙春兰 胡春华 钟南山 李兰娟 张伯礼 张文宏 袁隆平 \
雷锋 焦裕禄 鲁迅 孙中山 马克思 恩格斯 列宁 斯大林 孔子 孟子 屈原 李白 杜甫 苏轼 特朗普 拜登 普京 泽连斯基 马克龙 默克尔 朔尔茨 安倍晋三 岸田文雄 菅义伟 文在寅 尹锡悦 金正恩 莫迪 埃尔多安 \
奥巴马 布林肯 蓬佩奥 佩洛西 谭德塞 古特雷斯 马斯克 特鲁多 苏纳克 福奇 爱因斯坦 梅西 内马尔 姆巴佩 布什 克林顿 撒切尔 拉夫罗夫 卢卡申科 哈梅内伊 内塔尼亚胡 阿萨德 卡斯特罗 曼德拉 乔布斯 \
比尔·盖茨 贝多芬 莫扎特 莎士比亚 达芬奇 毕加索 马拉多纳 科比 姚明 刘翔 郎平 屠呦呦 莫言 王羲之 徐霞客 阿炳 钱学森 邓稼先 焦耳 林则徐 诸葛亮 曹雪芹";

/// Characters with which foreign names are written.
const TRANSLITERATION: &str = "切齐策科诃迦茜薇珊黛朵涅阿埃艾爱安昂奥巴白拜班邦包保堡鲍北贝本比彼毕宾波伯勃博布查茨达大戴丹当德登邓迪蒂丁东杜敦多厄恩尔耳法凡范菲费芬丰佛夫弗福富盖干冈高戈哥格葛根贡古瓜圭\
哈海汉翰杭豪赫黑亨洪侯胡华怀惠霍基吉季加贾简姜杰金津京久居喀卡凯坎康考柯科可克肯孔库夸奎昆拉腊莱赖兰朗劳勒雷蕾里理利丽莉列林琳龙隆卢鲁路露伦罗洛吕马玛麦迈曼毛梅门蒙孟\
米密敏明缪摩莫墨默姆木穆拿那娜纳乃奈南内妮尼聂涅宁纽农努诺欧帕派潘庞佩彭皮平珀蒲普其奇恰乔钦琴琼丘热仁日荣茹儒瑞若萨塞赛桑瑟森沙山尚舍申什圣施石史士舒朔司丝斯松苏孙\
索塔泰坦汤唐陶特滕提田廷亭通图土托瓦万旺威韦维卫魏温文翁沃乌伍武西希锡夏显香肖谢辛欣兴姓休许雪逊雅亚延扬耶叶伊易因英永尤于约云赞泽扎詹章哲珍芝治朱卓兹子宗祖佐买提江甫孜热古丽艾合麦提木阿依夏吾拉木别克叶尔";

/// Whether a foreign name may have this character.
#[inline]
pub(super) fn is_transliteration(character: char) -> bool {
    class(character) & 64 != 0
}

/// How a text begins as a person's name does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Surname {
    /// Its bytes.
    pub(super) bytes: usize,
    /// Whether it is a common one.
    pub(super) is_common: bool,
}

/// The tables as bits, because every character of a text is asked for.
static SURNAME_BITS: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut classes = vec![0_u8; 0x1_0000];
    let mut set = |text: &str, bit: u8| {
        for character in text.chars() {
            if let Some(class) = classes.get_mut(character as usize) {
                *class |= bit;
            }
        }
    };
    set(COMMON_SURNAMES, 1);
    set(OTHER_SURNAMES, 2);
    for double in DOUBLE_SURNAMES.split_whitespace() {
        set(&double.chars().take(1).collect::<String>(), 4);
    }
    set(NOT_GIVEN, 8);
    set(CLEAR_GIVEN, 16);
    set(OTHER_GIVEN, 32);
    set(TRANSLITERATION, 64);
    classes
});

static DOUBLES: LazyLock<WordList> = LazyLock::new(|| WordList::new(&[DOUBLE_SURNAMES]));

#[inline]
fn class(character: char) -> u8 {
    SURNAME_BITS.get(character as usize).copied().unwrap_or(0)
}

/// The surname with which a text begins; of 欧阳 and 欧 the longer one.
pub(super) fn surname(text: &str) -> Option<Surname> {
    let first = text.chars().next()?;
    let class = class(first);
    if class & 4 != 0
        && let Some(double) = DOUBLES.at(text)
    {
        return Some(Surname {
            bytes: double.len(),
            is_common: true,
        });
    }
    (class & 3 != 0).then_some(Surname {
        bytes: first.len_utf8(),
        is_common: class & 1 != 0,
    })
}

/// Whether given names lack this character.
pub(super) fn is_not_given(character: char) -> bool {
    class(character) & 8 != 0
}

/// Whether each character of a given name is used in names.
pub(super) fn is_possible_given(given: &str) -> bool {
    given.chars().all(|character| {
        let class = class(character);
        class & 48 != 0 && class & 8 == 0
    })
}

/// Whether a given name reads like one: each character is used in names, and one of them seldom elsewhere.
pub(super) fn is_typical_given(given: &str) -> bool {
    is_possible_given(given) && given.chars().any(|character| class(character) & 16 != 0)
}

/// Whether a character is Han, as names are written with.
#[inline]
pub(super) fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}' | '〇')
}
