//! The works that the measures follow, as bibliographies have them.

use crate::report::answers::methods::Work;

/// A work, by author and year. The order is that of the bibliography.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(
    missing_docs,
    reason = "authors and years; the entries stand in ENTRIES"
)]
pub enum Cited {
    Bouma2009,
    Brezina2015,
    Carroll1970,
    Church1991,
    ChurchHanks1990,
    Covington2010,
    Daille1994,
    Dunn1961,
    Dunning1993,
    Evert2008,
    Evert2022,
    Fay2010,
    Gabrielatos2011,
    Gries2008,
    Gries2013,
    Hardie2014,
    Hofland1982,
    Johnson1944,
    Juilland1964,
    Kilgarriff2009,
    Lijffijt2012,
    McCarthy2010,
    Mihalcea2004,
    Pedersen1996,
    Pojanapunya2018,
    Rayson2000,
    Rosengren1971,
    Rychly2008,
    Savicky2002,
    Smadja1996,
    SparckJones1972,
    Sun2020,
    Walter1975,
    Wilson2013,
}

/// The entries in the order of [`Cited`]: after GB/T 7714 and after APA.
const ENTRIES: [(&str, &str); 34] = [
    (
        "BOUMA G. Normalized (pointwise) mutual information in collocation extraction[C]//Proceedings of the Biennial GSCL Conference. 2009: 31-40.",
        "Bouma, G. (2009). Normalized (pointwise) mutual information in collocation extraction. In Proceedings of the Biennial GSCL Conference (pp. 31–40).",
    ),
    (
        "BREZINA V, MCENERY T, WATTAM S. Collocations in context: a new perspective on collocation networks[J]. International Journal of Corpus Linguistics, 2015, 20(2): 139-173.",
        "Brezina, V., McEnery, T., & Wattam, S. (2015). Collocations in context: A new perspective on collocation networks. International Journal of Corpus Linguistics, 20(2), 139–173.",
    ),
    (
        "CARROLL J B. An alternative to Juilland’s usage coefficient for lexical frequencies, and a proposal for a standard frequency index (SFI)[J]. Computer Studies in the Humanities and Verbal Behavior, 1970, 3(2): 61-65.",
        "Carroll, J. B. (1970). An alternative to Juilland’s usage coefficient for lexical frequencies, and a proposal for a standard frequency index (SFI). Computer Studies in the Humanities and Verbal Behavior, 3(2), 61–65.",
    ),
    (
        "CHURCH K, GALE W, HANKS P, et al. Using statistics in lexical analysis[M]//ZERNIK U. Lexical acquisition. Hillsdale: Erlbaum, 1991: 115-164.",
        "Church, K., Gale, W., Hanks, P., & Hindle, D. (1991). Using statistics in lexical analysis. In U. Zernik (Ed.), Lexical acquisition (pp. 115–164). Erlbaum.",
    ),
    (
        "CHURCH K W, HANKS P. Word association norms, mutual information, and lexicography[J]. Computational Linguistics, 1990, 16(1): 22-29.",
        "Church, K. W., & Hanks, P. (1990). Word association norms, mutual information, and lexicography. Computational Linguistics, 16(1), 22–29.",
    ),
    (
        "COVINGTON M A, MCFALL J D. Cutting the Gordian knot: the moving-average type-token ratio (MATTR)[J]. Journal of Quantitative Linguistics, 2010, 17(2): 94-100.",
        "Covington, M. A., & McFall, J. D. (2010). Cutting the Gordian knot: The moving-average type–token ratio (MATTR). Journal of Quantitative Linguistics, 17(2), 94–100.",
    ),
    (
        "DAILLE B. Approche mixte pour l’extraction automatique de terminologie: statistiques lexicales et filtres linguistiques[D]. Paris: Université Paris 7, 1994.",
        "Daille, B. (1994). Approche mixte pour l’extraction automatique de terminologie: Statistiques lexicales et filtres linguistiques [Doctoral dissertation, Université Paris 7].",
    ),
    (
        "DUNN O J. Multiple comparisons among means[J]. Journal of the American Statistical Association, 1961, 56(293): 52-64.",
        "Dunn, O. J. (1961). Multiple comparisons among means. Journal of the American Statistical Association, 56(293), 52–64.",
    ),
    (
        "DUNNING T. Accurate methods for the statistics of surprise and coincidence[J]. Computational Linguistics, 1993, 19(1): 61-74.",
        "Dunning, T. (1993). Accurate methods for the statistics of surprise and coincidence. Computational Linguistics, 19(1), 61–74.",
    ),
    (
        "EVERT S. Corpora and collocations[M]//LÜDELING A, KYTÖ M. Corpus linguistics: an international handbook. Berlin: Mouton de Gruyter, 2008: 1212-1248.",
        "Evert, S. (2008). Corpora and collocations. In A. Lüdeling & M. Kytö (Eds.), Corpus linguistics: An international handbook (pp. 1212–1248). Mouton de Gruyter.",
    ),
    (
        "EVERT S. Measuring keyness[C]//Digital Humanities 2022: conference abstracts. Tokyo, 2022: 202-205.",
        "Evert, S. (2022). Measuring keyness. In Digital Humanities 2022: Conference abstracts (pp. 202–205).",
    ),
    (
        "FAY M P. Two-sided exact tests and matching confidence intervals for discrete data[J]. The R Journal, 2010, 2(1): 53-58.",
        "Fay, M. P. (2010). Two-sided exact tests and matching confidence intervals for discrete data. The R Journal, 2(1), 53–58.",
    ),
    (
        "GABRIELATOS C, MARCHI A. Keyness: matching metrics to definitions[C]//Corpus Linguistics in the South 1. Portsmouth, 2011.",
        "Gabrielatos, C., & Marchi, A. (2011, November 5). Keyness: Matching metrics to definitions [Paper presentation]. Corpus Linguistics in the South 1, Portsmouth, United Kingdom.",
    ),
    (
        "GRIES S T. Dispersions and adjusted frequencies in corpora[J]. International Journal of Corpus Linguistics, 2008, 13(4): 403-437.",
        "Gries, S. Th. (2008). Dispersions and adjusted frequencies in corpora. International Journal of Corpus Linguistics, 13(4), 403–437.",
    ),
    (
        "GRIES S T. 50-something years of work on collocations: what is or should be next …[J]. International Journal of Corpus Linguistics, 2013, 18(1): 137-166.",
        "Gries, S. Th. (2013). 50-something years of work on collocations: What is or should be next …. International Journal of Corpus Linguistics, 18(1), 137–166.",
    ),
    (
        "HARDIE A. Log Ratio: an informal introduction[EB/OL]. ESRC Centre for Corpus Approaches to Social Science, 2014.",
        "Hardie, A. (2014). Log Ratio: An informal introduction. ESRC Centre for Corpus Approaches to Social Science.",
    ),
    (
        "HOFLAND K, JOHANSSON S. Word frequencies in British and American English[M]. Bergen: Norwegian Computing Centre for the Humanities, 1982.",
        "Hofland, K., & Johansson, S. (1982). Word frequencies in British and American English. Norwegian Computing Centre for the Humanities.",
    ),
    (
        "JOHNSON W. Studies in language behavior: a program of research[J]. Psychological Monographs, 1944, 56(2): 1-15.",
        "Johnson, W. (1944). Studies in language behavior: A program of research. Psychological Monographs, 56(2), 1–15.",
    ),
    (
        "JUILLAND A, CHANG-RODRÍGUEZ E. Frequency dictionary of Spanish words[M]. The Hague: Mouton, 1964.",
        "Juilland, A., & Chang-Rodríguez, E. (1964). Frequency dictionary of Spanish words. Mouton.",
    ),
    (
        "KILGARRIFF A. Simple maths for keywords[C]//Proceedings of the Corpus Linguistics Conference CL2009. Liverpool, 2009.",
        "Kilgarriff, A. (2009). Simple maths for keywords. In Proceedings of the Corpus Linguistics Conference CL2009. University of Liverpool.",
    ),
    (
        "LIJFFIJT J, GRIES S T. Correction to Stefan Th. Gries’ “Dispersions and adjusted frequencies in corpora”[J]. International Journal of Corpus Linguistics, 2012, 17(1): 147-149.",
        "Lijffijt, J., & Gries, S. Th. (2012). Correction to Stefan Th. Gries’ “Dispersions and adjusted frequencies in corpora”. International Journal of Corpus Linguistics, 17(1), 147–149.",
    ),
    (
        "MCCARTHY P M, JARVIS S. MTLD, vocd-D, and HD-D: a validation study of sophisticated approaches to lexical diversity assessment[J]. Behavior Research Methods, 2010, 42(2): 381-392.",
        "McCarthy, P. M., & Jarvis, S. (2010). MTLD, vocd-D, and HD-D: A validation study of sophisticated approaches to lexical diversity assessment. Behavior Research Methods, 42(2), 381–392.",
    ),
    (
        "MIHALCEA R, TARAU P. TextRank: bringing order into texts[C]//Proceedings of EMNLP 2004. Barcelona: Association for Computational Linguistics, 2004: 404-411.",
        "Mihalcea, R., & Tarau, P. (2004). TextRank: Bringing order into texts. In Proceedings of EMNLP 2004 (pp. 404–411). Association for Computational Linguistics.",
    ),
    (
        "PEDERSEN T, BRUCE R. What to infer from a description: 96-CSE-04[R]. Dallas: Southern Methodist University, 1996.",
        "Pedersen, T., & Bruce, R. (1996). What to infer from a description (Technical Report 96-CSE-04). Southern Methodist University.",
    ),
    (
        "POJANAPUNYA P, WATSON TODD R. Log-likelihood and odds ratio: keyness statistics for different purposes of keyword analysis[J]. Corpus Linguistics and Linguistic Theory, 2018, 14(1): 133-167.",
        "Pojanapunya, P., & Watson Todd, R. (2018). Log-likelihood and odds ratio: Keyness statistics for different purposes of keyword analysis. Corpus Linguistics and Linguistic Theory, 14(1), 133–167.",
    ),
    (
        "RAYSON P, GARSIDE R. Comparing corpora using frequency profiling[C]//Proceedings of the Workshop on Comparing Corpora. Hong Kong: Association for Computational Linguistics, 2000: 1-6.",
        "Rayson, P., & Garside, R. (2000). Comparing corpora using frequency profiling. In Proceedings of the Workshop on Comparing Corpora (pp. 1–6). Association for Computational Linguistics.",
    ),
    (
        "ROSENGREN I. The quantitative concept of language and its relation to the structure of frequency dictionaries[J]. Études de linguistique appliquée, 1971, 1: 103-127.",
        "Rosengren, I. (1971). The quantitative concept of language and its relation to the structure of frequency dictionaries. Études de linguistique appliquée, 1, 103–127.",
    ),
    (
        "RYCHLÝ P. A lexicographer-friendly association score[C]//Proceedings of Recent Advances in Slavonic Natural Language Processing. Brno: Masaryk University, 2008: 6-9.",
        "Rychlý, P. (2008). A lexicographer-friendly association score. In Proceedings of Recent Advances in Slavonic Natural Language Processing (pp. 6–9). Masaryk University.",
    ),
    (
        "SAVICKÝ P, HLAVÁČOVÁ J. Measures of word commonness[J]. Journal of Quantitative Linguistics, 2002, 9(3): 215-231.",
        "Savický, P., & Hlaváčová, J. (2002). Measures of word commonness. Journal of Quantitative Linguistics, 9(3), 215–231.",
    ),
    (
        "SMADJA F, MCKEOWN K R, HATZIVASSILOGLOU V. Translating collocations for bilingual lexicons: a statistical approach[J]. Computational Linguistics, 1996, 22(1): 1-38.",
        "Smadja, F., McKeown, K. R., & Hatzivassiloglou, V. (1996). Translating collocations for bilingual lexicons: A statistical approach. Computational Linguistics, 22(1), 1–38.",
    ),
    (
        "SPARCK JONES K. A statistical interpretation of term specificity and its application in retrieval[J]. Journal of Documentation, 1972, 28(1): 11-21.",
        "Sparck Jones, K. (1972). A statistical interpretation of term specificity and its application in retrieval. Journal of Documentation, 28(1), 11–21.",
    ),
    (
        "SUN J. jieba: Chinese text segmentation: 0.42.1[CP/OL]. 2020.",
        "Sun, J. (2020). jieba: Chinese text segmentation (Version 0.42.1) [Computer software].",
    ),
    (
        "WALTER S D. The distribution of Levin’s measure of attributable risk[J]. Biometrika, 1975, 62(2): 371-374.",
        "Walter, S. D. (1975). The distribution of Levin’s measure of attributable risk. Biometrika, 62(2), 371–374.",
    ),
    (
        "WILSON A. Embracing Bayes factors for key item analysis in corpus linguistics[M]//BIESWANGER M, KOLL-STOBBE A. New approaches to the study of linguistic variability. Frankfurt: Peter Lang, 2013: 3-11.",
        "Wilson, A. (2013). Embracing Bayes factors for key item analysis in corpus linguistics. In M. Bieswanger & A. Koll-Stobbe (Eds.), New approaches to the study of linguistic variability (pp. 3–11). Peter Lang.",
    ),
];

impl Cited {
    /// The entries of the bibliography.
    pub fn work(self) -> Work {
        let entry = ENTRIES.get(self as usize);
        let (gbt7714, apa) = entry.copied().unwrap_or_default();
        Work {
            gbt7714: gbt7714.to_owned(),
            apa: apa.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_work_has_its_own_entries() {
        for (work, author, year) in [
            (Cited::Bouma2009, "Bouma", "2009"),
            (Cited::ChurchHanks1990, "Church", "1990"),
            (Cited::Evert2022, "Evert", "2022"),
            (Cited::Hardie2014, "Hardie", "2014"),
            (Cited::Lijffijt2012, "Lijffijt", "2012"),
            (Cited::Pojanapunya2018, "Pojanapunya", "2018"),
            (Cited::SparckJones1972, "Sparck", "1972"),
            (Cited::Sun2020, "Sun", "2020"),
            (Cited::Wilson2013, "Wilson", "2013"),
        ] {
            let entry = work.work();
            assert!(
                entry.apa.starts_with(author) && entry.apa.contains(year),
                "{work:?}"
            );
            assert!(
                entry.gbt7714.starts_with(&author.to_uppercase()) && entry.gbt7714.contains(year),
                "{work:?}"
            );
        }
        assert_eq!(Cited::Wilson2013 as usize + 1, ENTRIES.len());
    }
}
