//! Personal names as they stand in bylines and staff lists.

use super::character::is_han;

/// Surnames of one character.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕\
丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱丘侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔\
向常汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍\
涂成苗谷曲盛翁冉骆蓝路游辛靳管柴蒙鲍华喻祁房屈饶解牟艾尤时穆农司卓古吉缪简车项连芦麦褚窦娄岑戚景党宫费卜冷晏\
席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁\
胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相\
初门云容敬来扈晁芮都普阙戈芦濮蒲银宿利勾别水法言劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮蕭蔣餘葉蘇呂盧鐘譚陸";
/// Surnames of two characters.
const DOUBLE_SURNAMES: [&str; 18] = [
    "欧阳", "上官", "司马", "诸葛", "司徒", "东方", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐",
    "端木", "长孙", "司空", "宇文", "独孤", "歐陽",
];
/// Longest name with its dots, in characters: 阿卜杜热合曼·阿不都克里木.
const LONGEST: usize = 20;

/// The dots between the parts of a name, as fonts and keyboards give them.
pub fn is_dot(character: char) -> bool {
    matches!(character, '·' | '•' | '・' | '‧' | '．' | '∙')
}

/// Whether this can be a person's name by its length and characters.
pub fn could_be_name(text: &str) -> bool {
    let length = text.chars().count();
    (2..=4).contains(&length) && text.chars().all(is_han) || is_dotted(text)
}

/// Whether this is a name of parts with dots between: 古丽·买买提.
pub fn is_dotted(text: &str) -> bool {
    let mut parts = 0;
    let is_part = |part: &str| !part.is_empty() && part.chars().all(is_han);
    let whole = text.split(is_dot).all(|part| {
        parts += 1;
        is_part(part)
    });
    whole && parts >= 2 && text.chars().count() <= LONGEST
}

/// Whether this is a person's name by its surname too.
pub fn looks_like_name(text: &str) -> bool {
    let length = text.chars().count();
    if !(2..=4).contains(&length) || !text.chars().all(is_han) {
        return false;
    }
    if has_double_surname(text) {
        return length >= 3;
    }
    length <= 3
        && text
            .chars()
            .next()
            .is_some_and(|first| SURNAMES.contains(first))
}

/// Whether a character is a surname.
pub fn is_surname(character: char) -> bool {
    SURNAMES.contains(character)
}

fn has_double_surname(text: &str) -> bool {
    let mut surnames = DOUBLE_SURNAMES.iter();
    surnames.any(|surname| text.starts_with(surname))
}

/// Whether a character stands between the names of a list.
fn separates(character: char) -> bool {
    character.is_whitespace() || "、，,/／丨|｜;；&＆+：:".contains(character)
}

/// The words of a list of names, where a name of two characters may be spaced out to the width of three (吴　军).
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut was_single = false;
    for word in text.split(separates).filter(|word| !word.is_empty()) {
        let is_single = word.chars().count() == 1 && !matches!(word, "文" | "图" | "摄" | "译");
        match words.last_mut() {
            Some(last) if is_single && was_single => {
                last.push_str(word);
                was_single = false;
            }
            _ => {
                words.push(word.to_owned());
                was_single = is_single;
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_other_words() {
        for name in ["高美梅", "吴军", "欧阳晓云", "司马文"] {
            assert!(looks_like_name(name), "{name}");
        }
        for word in ["未完", "完", "综合整理", "图片", "附图表", "Li"] {
            assert!(!looks_like_name(word), "{word}");
        }
        for name in ["古丽·买买提", "让•雅克•卢梭", "阿卜杜热合曼·买买提"]
        {
            assert!(could_be_name(name) && !looks_like_name(name), "{name}");
        }
        for word in ["·买买提", "古丽·", "·", "甲·b"] {
            assert!(!could_be_name(word), "{word}");
        }
    }

    #[test]
    fn spaced_names_close_up() {
        assert_eq!(words("吴　军、于成 李 明"), ["吴军", "于成", "李明"]);
        assert_eq!(words("文/陆小满 图/何 青"), ["文", "陆小满", "图", "何青"]);
    }
}
