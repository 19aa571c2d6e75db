//! The counts turned round: for every item the articles in which it occurs.

use super::ItemCounts;

/// For every item that occurs its count in each article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ItemTable {
    /// The articles that have tokens, in canonical order: document and article.
    pub articles: Vec<(u32, u32)>,
    /// Their tokens.
    pub sizes: Vec<u32>,
    /// All tokens.
    pub tokens: u64,
    /// The numbers of the items that occur, ascending.
    pub items: Vec<u32>,
    /// Where the entries of each item begin, and behind the last one the number of all.
    starts: Vec<u32>,
    /// Number of the article here, and count.
    entries: Vec<(u32, u32)>,
}

impl ItemTable {
    /// Turns counts round; `numbers` is above the number of every item.
    pub fn new(counts: &ItemCounts, numbers: usize) -> Self {
        let mut table = Self::default();
        let mut entries: Vec<u32> = vec![0; numbers];
        for (document, article) in counts.articles() {
            table.articles.push((document, article.article));
            table.sizes.push(article.tokens);
            table.tokens += u64::from(article.tokens);
            for (item, _) in &article.counts {
                if let Some(entries) = entries.get_mut(*item as usize) {
                    *entries += 1;
                }
            }
        }
        // From how many entries an item has to where its next one goes.
        let mut next = 0;
        for (item, entries) in (0..).zip(&mut entries) {
            if *entries > 0 {
                table.items.push(item);
                table.starts.push(next);
            }
            let here = next;
            next += std::mem::replace(entries, here);
        }
        table.starts.push(next);
        table.entries = vec![(0, 0); next as usize];
        for (number, (_, article)) in (0..).zip(counts.articles()) {
            for (item, count) in &article.counts {
                let Some(place) = entries.get_mut(*item as usize) else {
                    continue;
                };
                if let Some(entry) = table.entries.get_mut(*place as usize) {
                    *entry = (number, *count);
                }
                *place += 1;
            }
        }
        table
    }

    /// The articles of an item, by its place in the list of items, ascending, with its counts.
    pub fn entries(&self, place: usize) -> &[(u32, u32)] {
        match (self.starts.get(place), self.starts.get(place + 1)) {
            (Some(start), Some(end)) => {
                let range = *start as usize..*end as usize;
                self.entries.get(range).unwrap_or(&[])
            }
            _ => &[],
        }
    }

    /// How often an item occurs.
    pub fn count(&self, place: usize) -> u64 {
        let entries = self.entries(place).iter();
        entries.map(|(_, count)| u64::from(*count)).sum()
    }

    /// The place of an item in the list of items.
    pub fn place(&self, item: u32) -> Option<usize> {
        self.items.binary_search(&item).ok()
    }
}
