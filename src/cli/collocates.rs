//! `cijing collocates` and `cijing ngrams`.

use std::io::Write;

use super::search_arguments::{CollocatesOptions, NgramsOptions};
use super::table::{read, selection, write};
use crate::engine::query::Measure;
use crate::report::answers::Item;
use crate::report::answers::search::Searched;

/// Writes the collocates of a word. Whether every file could be read.
pub fn collocates(options: &CollocatesOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let read = read(&options.table, &options.files, |measures| {
        let chosen = &mut measures.collocation;
        chosen.left = options.left.unwrap_or(chosen.left);
        chosen.right = options.right.unwrap_or(chosen.right);
        chosen.within = options.within.map_or(chosen.within, Into::into);
        chosen.least = options.least.unwrap_or(chosen.least);
        chosen.row_total = options.row_total.map_or(chosen.row_total, Into::into);
    });
    let Some((mut engine, all_read)) = read else {
        return Ok(false);
    };
    let word = options.word.clone();
    let node = if options.wildcard {
        Searched::Wildcard(word)
    } else if options.tag {
        Searched::PartOfSpeech(word)
    } else {
        Searched::Item(Item::Word(word))
    };
    let of = selection(&options.of);
    let measure = Measure::Collocates { node, of };
    write(&mut engine, &measure, &options.table, output)?;
    Ok(all_read)
}

/// Writes n-grams or frames. Whether every file could be read.
pub fn ngrams(options: &NgramsOptions, output: &mut dyn Write) -> std::io::Result<bool> {
    let read = read(&options.table, &options.files, |measures| {
        let chosen = &mut measures.ngrams;
        chosen.unit = options.unit(chosen.unit);
        chosen.shortest = options.shortest.unwrap_or(chosen.shortest);
        chosen.longest = options
            .longest
            .unwrap_or(chosen.longest.max(chosen.shortest));
        chosen.least_count = options.least.unwrap_or(chosen.least_count);
        chosen.least_articles = options.least_articles.unwrap_or(chosen.least_articles);
        chosen.longest_only |= options.longest_only;
        chosen.over_marks |= options.over_marks;
        chosen.frames |= options.frames;
    });
    let Some((mut engine, all_read)) = read else {
        return Ok(false);
    };
    let measure = Measure::Ngrams {
        of: selection(&options.of),
        with: options.with.clone(),
    };
    write(&mut engine, &measure, &options.table, output)?;
    Ok(all_read)
}
