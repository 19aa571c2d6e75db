//! Varied newspaper text from a seed: the same seed gives the same text, and no page of it stands twice.
//!
//! Clauses are taken at random from prose and put together with others made of word lists, names, dates and figures, so
//! that the vocabulary grows with the text as it does in real newspapers.

/// Clauses for the case that no other prose is given.
const CLAUSES: &str = "全市各级各部门要压实责任，把各项防控措施落到实处。会议听取了近期工作情况汇报，研究部署下一阶段重点任务。\
    志愿者们一早就来到社区，为独居老人送去蔬菜和药品。这条河道经过三年治理，水质明显好转，两岸种上了垂柳。\
    企业负责人介绍，新生产线投产后产能将翻一番。记者在现场看到，工人们正在加紧铺设管道。\
    今年以来，当地把乡村旅游作为富民产业来抓，农家乐越办越红火。专家提醒，高温天气要注意补水，避免长时间在户外活动。\
    学校图书馆周末向市民免费开放，不少家长带着孩子前来阅读。老街改造保留了原有的青砖小瓦，居民的日子更方便了。\
    科研团队历时多年攻关，终于掌握了关键技术。港口吞吐量连续增长，外贸出口结构进一步优化。\
    司法所的调解员走村入户，把矛盾化解在萌芽状态。地铁施工期间，公交线路将临时调整，请乘客留意站台公告。\
    博物馆新展汇集了百余件珍贵文物，讲述一座城市的前世今生。气象部门预计，未来几天有一次明显的降温过程。";

const PLACES: &str = "梁溪 滨湖 惠山 锡山 新吴 江阴 宜兴 苏州 常州 南通 扬州 镇江 泰州 盐城 徐州 淮安 连云港 宿迁 南京 上海 杭州 宁波 合肥 芜湖 \
    武汉 长沙 成都 重庆 西安 兰州 济南 青岛 郑州 洛阳 太原 大连 沈阳 哈尔滨 昆明 贵阳";
const BODIES: &str = "市政府 区委 街道办事处 居委会 卫健委 教育局 交通运输局 市场监管局 生态环境局 农业农村局 消防救援支队 公安分局 人民法院 \
    检察院 高新区 开发区 产业园 研究院 附属医院 实验小学 职业学院 合作社 供电公司 自来水公司 轨道集团 商会 行业协会";
const VERBS: &str = "启动 推进 完善 召开 举办 建成 发布 签署 验收 改造 整治 组织 开展 培育 引进 修订 公布 调研 督查 慰问 表彰 扩建 试点 推广 \
    加固 巡查 回访 统筹 优化 缓解";
const OBJECTS: &str = "老旧小区 污水管网 充电设施 垃圾分类 志愿服务 营商环境 科技创新 数字经济 先进制造业 集成电路 生物医药 现代农业 \
    水稻收割 蓝藻打捞 防汛演练 安全生产 食品安全 养老服务 托育机构 普惠金融 人才公寓 就业培训 招聘会 文化遗产 非遗展演 全民健身 \
    马拉松 电商直播 冷链物流 跨境电商 核酸检测 疫苗接种 流行病学调查 无障碍环境 河长制 网格化管理 物业纠纷 法律援助 网络诈骗 \
    交通秩序 桥梁检测 停车泊位 湿地公园 口袋公园 候鸟栖息地 太湖水质";
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田";
const GIVEN: &str = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志文斌鹏飞宇浩然子涵欣怡雨桐思远晓东海燕春梅冬雪立新永康";
const UNITS: &str = "万元 亿元 公里 平方米 吨 亩 小时 天 岁 % 人 家 户 项 个 次 名 千瓦时";

/// A source of text.
pub struct Generator {
    state: u64,
    clauses: Vec<String>,
}

impl Generator {
    /// A generator for `seed` that takes its clauses from `prose` and from clauses of its own.
    pub fn new(seed: u64, prose: &str) -> Self {
        let marks = ['，', '。', '；', '！', '？', '\n', '\r'];
        let clauses = prose.split(marks).chain(CLAUSES.split(marks));
        let usable = clauses
            .map(str::trim)
            .filter(|clause| (4..120).contains(&clause.len()));
        Self {
            state: seed,
            clauses: usable.map(str::to_owned).collect(),
        }
    }

    /// At least `bytes` of text: a paragraph a line, an empty line between pages.
    pub fn text(&mut self, bytes: usize) -> String {
        let mut text = String::with_capacity(bytes + 8192);
        while text.len() < bytes {
            self.page(&mut text);
            text.push('\n');
        }
        text
    }

    fn page(&mut self, out: &mut String) {
        self.news(out);
        out.push('\n');
        for _ in 0..self.below(6) + 3 {
            self.paragraph(out);
            out.push('\n');
        }
        out.push_str("（记者 ");
        self.name(out);
        out.push_str("）\n");
    }

    fn paragraph(&mut self, out: &mut String) {
        for _ in 0..self.below(5) + 2 {
            for index in 0..self.below(4) + 1 {
                if index > 0 {
                    out.push('，');
                }
                self.clause(out);
            }
            out.push('。');
        }
    }

    fn clause(&mut self, out: &mut String) {
        match self.below(10) {
            0..=4 => {
                let index = self.below(self.clauses.len());
                out.push_str(self.clauses.get(index).map_or("", String::as_str));
            }
            5..=7 => self.news(out),
            8 => self.figure(out),
            _ => self.speech(out),
        }
    }

    /// Who does what.
    fn news(&mut self, out: &mut String) {
        for words in [PLACES, BODIES, VERBS, OBJECTS] {
            let word = self.word(words);
            out.push_str(word);
        }
    }

    fn figure(&mut self, out: &mut String) {
        let (month, day) = (self.below(12) + 1, self.below(28) + 1);
        let amount = self.below(9_000) + 1;
        let object = self.word(OBJECTS);
        let unit = self.word(UNITS);
        out.push_str(&format!("{month}月{day}日{object}达到{amount}{unit}"));
    }

    fn speech(&mut self, out: &mut String) {
        let body = self.word(BODIES);
        out.push_str(body);
        out.push_str("负责人");
        self.name(out);
        out.push('说');
    }

    fn name(&mut self, out: &mut String) {
        out.extend(self.character(SURNAMES));
        out.extend(self.character(GIVEN));
        if self.below(3) > 0 {
            out.extend(self.character(GIVEN));
        }
    }

    fn word(&mut self, words: &'static str) -> &'static str {
        let count = words.split_whitespace().count();
        words
            .split_whitespace()
            .nth(self.below(count))
            .unwrap_or_default()
    }

    fn character(&mut self, characters: &str) -> Option<char> {
        let count = characters.chars().count();
        characters.chars().nth(self.below(count))
    }

    /// A number below `limit`, by the SplitMix64 generator.
    fn below(&mut self, limit: usize) -> usize {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        (mixed % limit.max(1) as u64) as usize
    }
}
