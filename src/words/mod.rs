//! From a page's text to tokens: segmentation, number formulas, the vocabulary and stop words.
