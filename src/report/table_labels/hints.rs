//! What the columns of the measures' tables are, in a line each.

use super::Names;
use crate::report::answers::table::Column;

impl Column {
    /// What it is, in a line, Chinese and English, with its formula where that is short.
    ///
    /// In the formulas of comparison a and b are the counts in target and reference, c and d their tokens; in those of
    /// collocation O are the co-occurrences, E those that chance would give, f(n) and f(w) the counts of node and
    /// collocate, N all tokens; in those of dispersion v are the counts in the articles, s their shares of the tokens.
    pub fn hint(self) -> Names {
        match self {
            Self::Rank => ("在本表排序中的名次", "Place in the order of this table"),
            Self::Item => (
                "所统计的词、提法、专名或概念组",
                "The word, phrase, name or concept group that is counted",
            ),
            Self::PartOfSpeech => ("结巴词性标记", "Tag of jieba's tag set"),
            Self::FirstDate => (
                "最早出现的稿件日期",
                "Earliest date of an article in which it occurs",
            ),
            Self::Count => ("词频：出现的次数", "How often it occurs"),
            Self::ReferenceCount => ("在参照语料中的频次", "How often it occurs in the reference"),
            Self::Relative => (
                "频次 ÷ 词次 × 1 万；词次过百万时 × 100 万",
                "Count ÷ tokens × 10,000; × 1,000,000 above a million tokens",
            ),
            Self::ReferenceRelative => (
                "参照语料中的相对频次",
                "Relative frequency in the reference",
            ),
            Self::Articles => (
                "文本数 (range)：出现过的稿件篇数",
                "Range: articles in which it occurs",
            ),
            Self::ReferenceArticles => (
                "参照语料中出现过的篇数",
                "Articles of the reference in which it occurs",
            ),
            Self::Dp => (
                "DP = ½ Σ|v/f − s|，以篇为单位；0 均匀，1 集中 (Gries 2008)",
                "DP = ½ Σ|v/f − s| over articles; 0 even, 1 concentrated (Gries 2008)",
            ),
            Self::DpNorm => (
                "DP ÷ (1 − 最小的 s)；0 均匀，1 集中 (Lijffijt & Gries 2012)",
                "DP ÷ (1 − smallest s); 0 even, 1 concentrated (Lijffijt & Gries 2012)",
            ),
            Self::JuillandD => (
                "1 − (σ/μ)/√(n−1)，按各篇相对频次；1 均匀",
                "1 − (σ/μ)/√(n−1) of the relative frequencies in articles; 1 is even",
            ),
            Self::CarrollD2 => (
                "各篇相对频次的熵 ÷ ln n；1 均匀 (Carroll 1970)",
                "Entropy of the relative frequencies in articles ÷ ln n; 1 is even (Carroll 1970)",
            ),
            Self::RosengrenS => (
                "(Σ√(s·v))²/f；1 均匀 (Rosengren 1971)",
                "(Σ√(s·v))²/f; 1 is even (Rosengren 1971)",
            ),
            Self::Arf => (
                "按出现间距折减的频次，1 至 f (Savický & Hlaváčová 2002)",
                "Count reduced for clustering by the distances between occurrences, 1 to f (Savický & Hlaváčová 2002)",
            ),
            Self::LogLikelihood => (
                "G² = 2 Σ O ln(O/E)；显著性，3.84 为 p<0.05，15.13 为 p<0.0001；负号表示少于期望",
                "G² = 2 Σ O ln(O/E); significance: 3.84 is p<0.05, 15.13 p<0.0001; negative where rarer than expected",
            ),
            Self::ChiSquared => (
                "χ² = Σ(O−E)²/E，不作 Yates 校正；期望频次不宜小于 5",
                "χ² = Σ(O−E)²/E without Yates's correction; expected counts should be at least 5",
            ),
            Self::Bic => (
                "G² − ln N；2 至 6 有证据，6 至 10 强，10 以上很强 (Wilson 2013)",
                "G² − ln N; 2 to 6 positive, 6 to 10 strong, above 10 very strong evidence (Wilson 2013)",
            ),
            Self::PValue => (
                "检验的 p 值；启用 Bonferroni 校正时已乘以所检验的词项数",
                "p of the test; times the number of items tested where Bonferroni's correction is on",
            ),
            Self::LogRatio => (
                "效应量：log₂[(a+½)/(c+½)] − log₂[(b+½)/(d+½)]；+1 为两倍 (Hardie 2014; Walter 1975)",
                "Effect size: log₂[(a+½)/(c+½)] − log₂[(b+½)/(d+½)]; +1 is twice as frequent (Hardie 2014; Walter 1975)",
            ),
            Self::ConservativeLogRatio => (
                "对数比 95% 置信区间中较近 0 的一端；含 0 则为 0 (Evert 2022)",
                "The end nearer 0 of the 95% confidence interval of the Log Ratio; 0 where that holds 0 (Evert 2022)",
            ),
            Self::PercentDifference => (
                "(a/c − b/d) ÷ (b/d) × 100 (Gabrielatos & Marchi 2011)",
                "(a/c − b/d) ÷ (b/d) × 100 (Gabrielatos & Marchi 2011)",
            ),
            Self::OddsRatio => (
                "a(d−b) ÷ b(c−a) (Pojanapunya & Todd 2016)",
                "a(d−b) ÷ b(c−a) (Pojanapunya & Todd 2016)",
            ),
            Self::DifferenceCoefficient => (
                "(a/c − b/d) ÷ (a/c + b/d)，−1 至 1 (Hofland & Johansson 1982)",
                "(a/c − b/d) ÷ (a/c + b/d), −1 to 1 (Hofland & Johansson 1982)",
            ),
            Self::SimpleMaths => (
                "(每百万词频次 + k) ÷ (参照每百万词频次 + k) (Kilgarriff 2009)",
                "(per million + k) ÷ (reference per million + k) (Kilgarriff 2009)",
            ),
            _ => self.hint_of_pairs(),
        }
    }

    /// The explanations of the tables of collocates, n-grams and keywords.
    fn hint_of_pairs(self) -> Names {
        match self {
            Self::CoOccurrences => (
                "O：在节点词跨距内出现的次数",
                "O: occurrences inside the windows around the node",
            ),
            Self::Expected => (
                "E：随机情形下的共现频次",
                "E: the co-occurrences that chance would give",
            ),
            Self::Mi => (
                "log₂(O/E)；通常以 3 为界，偏重罕见词对 (Church & Hanks 1990)",
                "log₂(O/E); 3 is the usual threshold; favours rare pairs (Church & Hanks 1990)",
            ),
            Self::Mi2 => ("log₂(O²/E) (Daille 1994)", "log₂(O²/E) (Daille 1994)"),
            Self::Mi3 => (
                "log₂(O³/E)；偏重常见词对 (Daille 1994)",
                "log₂(O³/E); favours frequent pairs (Daille 1994)",
            ),
            Self::TScore => (
                "(O−E)/√O；通常以 2 为界，偏重常见词对 (Church et al. 1991)",
                "(O−E)/√O; 2 is the usual threshold; favours frequent pairs (Church et al. 1991)",
            ),
            Self::ZScore => ("(O−E)/√E (Dennis 1964)", "(O−E)/√E (Dennis 1964)"),
            Self::Dice => ("2O ÷ (f(n)+f(w))", "2O ÷ (f(n)+f(w))"),
            Self::LogDice => (
                "14 + log₂ Dice；最高 14，不随语料大小变化 (Rychlý 2008)",
                "14 + log₂ Dice; at most 14, independent of corpus size (Rychlý 2008)",
            ),
            Self::Npmi => (
                "MI ÷ (−log₂(O/N))，−1 至 1 (Bouma 2009)",
                "MI ÷ (−log₂(O/N)), −1 to 1 (Bouma 2009)",
            ),
            Self::DeltaPForward => (
                "有节点词与无节点词时，搭配词概率之差，−1 至 1 (Gries 2013)",
                "Probability of the collocate near the node less that elsewhere, −1 to 1 (Gries 2013)",
            ),
            Self::DeltaPBackward => (
                "有搭配词与无搭配词时，节点词概率之差，−1 至 1 (Gries 2013)",
                "Probability of the node given the collocate less that given others, −1 to 1 (Gries 2013)",
            ),
            Self::MinimumSensitivity => (
                "O/f(n) 与 O/f(w) 中较小者 (Pedersen & Bruce 1996)",
                "The smaller of O/f(n) and O/f(w) (Pedersen & Bruce 1996)",
            ),
            Self::Position(0) => ("节点词所在位置", "The place of the node"),
            Self::Position(..0) => (
                "在节点词左侧这一位置出现的次数",
                "Occurrences at this place left of the node",
            ),
            Self::Position(_) => (
                "在节点词右侧这一位置出现的次数",
                "Occurrences at this place right of the node",
            ),
            Self::Length => ("词串的词数或字数", "Its words, or its characters"),
            Self::Fillers => (
                "填入空位的不同词数",
                "How many different units fill the slot",
            ),
            Self::FillerExamples => (
                "最常填入空位的词",
                "The units that fill the slot most often",
            ),
            Self::Weight => ("TF-IDF 或 TextRank 的权重", "Weight by TF-IDF or TextRank"),
            Self::Idf => (
                "词越少见于各篇，值越大",
                "The larger, the fewer texts have the word",
            ),
            _ => self.hint_of_texts(),
        }
    }

    /// The explanations of the tables of texts and trends.
    fn hint_of_texts(self) -> Names {
        match self {
            Self::Label => (
                "稿件、日期或分组的名称",
                "Name of the article, date or group",
            ),
            Self::Date => (
                "稿件日期，未知时用见报日期",
                "Date of the article, else of publication",
            ),
            Self::File => ("所在文件", "The file in which it stands"),
            Self::Characters => ("不计标点与空格", "Without marks and blanks"),
            Self::CharactersWithMarks => ("计标点，不计空格", "With marks, without blanks"),
            Self::Tokens => (
                "形符 (token)：分词后的词数，不计标点",
                "Words after segmentation, without marks",
            ),
            Self::Types => ("类符 (type)：不同的词数", "Different words"),
            Self::Sentences => (
                "以句末标点和段末为界",
                "Ended by 。！？… or the paragraph's end",
            ),
            Self::Paragraphs => (
                "正文段落、标题与小标题等",
                "Paragraphs, headlines and crossheads that are counted",
            ),
            Self::SentenceCharacters => ("字数 ÷ 句数", "Characters ÷ sentences"),
            Self::SentenceTokens => ("词次 ÷ 句数", "Tokens ÷ sentences"),
            Self::ParagraphCharacters => ("字数 ÷ 段数", "Characters ÷ paragraphs"),
            Self::ParagraphSentences => ("句数 ÷ 段数", "Sentences ÷ paragraphs"),
            Self::Ttr => (
                "词种 ÷ 词次；长短不同的文本不可直接比较",
                "Types ÷ tokens; never compare texts of unequal length by it",
            ),
            Self::Sttr => (
                "各段定长文本 TTR 的平均，余下的不计 (Johnson 1944)",
                "Mean TTR of stretches of one length, the rest left out (Johnson 1944)",
            ),
            Self::Mattr => (
                "滑动窗口 TTR 的平均 (Covington & McFall 2010)",
                "Mean TTR of a sliding window (Covington & McFall 2010)",
            ),
            Self::Mtld => (
                "TTR 保持在 0.72 以上的平均长度；不足 100 词不可靠 (McCarthy & Jarvis 2010)",
                "Mean length of stretches whose TTR stays above 0.72; unreliable below 100 tokens (McCarthy & Jarvis 2010)",
            ),
            Self::HdD => (
                "随机取 42 词时的期望 TTR (McCarthy & Jarvis 2010)",
                "Expected TTR of 42 tokens drawn at random (McCarthy & Jarvis 2010)",
            ),
            Self::TtrOfArticles
            | Self::SttrOfArticles
            | Self::MattrOfArticles
            | Self::MtldOfArticles
            | Self::HdDOfArticles => (
                "各篇分别计算后的平均，过短的篇不计",
                "Mean of the values of the articles, those too short for it left out",
            ),
            Self::ItemCount(_) => ("这一词项的频次", "Count of this item"),
            Self::ItemRelative(_) => (
                "这一词项的频次 ÷ 同组词次，每万词或每百万词",
                "Count of this item ÷ tokens of the same row, per 10,000 or per million",
            ),
            Self::ItemArticles(_) => ("出现这一词项的篇数", "Articles in which this item occurs"),
            _ => ("", ""),
        }
    }
}
