//! A whole table, kept for windows on it in any order.

use super::matching::Sought;
use super::values::{RowNames, Values};
use crate::engine::answers::Context;
use crate::engine::listing::small;
use crate::engine::measuring::Measured;
use crate::engine::query::{Answer, Query};
use crate::report::answers::group::Side;
use crate::report::answers::table::{Column, Note, Order, TableRow, TableView};
use crate::text::arrange::Arrange;

/// Most rows of a window.
const MOST_ROWS: u32 = 1000;

/// A table with all its rows.
#[derive(Debug)]
pub struct FullTable {
    sides: Vec<Side>,
    columns: Vec<(Column, Values)>,
    names: RowNames,
    notes: Vec<Note>,
    order: Option<Order>,
    /// The rows where nothing else is asked for.
    own: Vec<u32>,
    /// Of each row its place there.
    ranks: Vec<u32>,
    /// Of each row its place in the order of the names.
    name_ranks: Vec<u32>,
    /// The rows by the first count, descending, then by name: what ties are broken by.
    ties: Vec<u32>,
    arranged: Option<(Option<Order>, String, Vec<u32>)>,
    /// How much of the work was done, in thousandths.
    per_mille: u16,
}

impl FullTable {
    /// A table whose rows stand in its own order, by the column given; without one as they were given.
    pub fn new(
        context: Context<'_>,
        names: RowNames,
        columns: Vec<(Column, Values)>,
        order: Option<Order>,
    ) -> Self {
        let rows = small(names.len());
        let mut table = Self {
            sides: Vec::new(),
            columns,
            names,
            notes: Vec::new(),
            order,
            own: (0..rows).collect(),
            ranks: (0..rows).collect(),
            name_ranks: Vec::new(),
            ties: Vec::new(),
            arranged: None,
            per_mille: 1000,
        };
        table.rank_names(context);
        table.ties = match order {
            Some(_) => table.by_count(),
            None => (0..rows).collect(),
        };
        if let Some(order) = order {
            table.own = table.sorted(table.ties.clone(), order);
            for (rank, row) in (0..).zip(&table.own) {
                if let Some(place) = table.ranks.get_mut(*row as usize) {
                    *place = rank;
                }
            }
        }
        table
    }

    /// Says what was counted.
    pub fn with_sides(mut self, sides: Vec<Side>) -> Self {
        self.sides = sides;
        self
    }

    /// Says what a reader must know.
    pub fn with_notes(mut self, notes: Vec<Note>) -> Self {
        self.notes = notes;
        self
    }

    /// Says that the work was stopped when so much of it was done, in thousandths.
    pub fn stop(&mut self, per_mille: u16) {
        self.notes.push(Note::Stopped);
        self.per_mille = per_mille.min(999);
    }

    /// Gives every row its place in the code point order of the names. Most names differ in their first bytes.
    fn rank_names(&mut self, context: Context<'_>) {
        let rows = 0..small(self.names.len());
        let mut keyed: Vec<(u64, u32)> = rows
            .map(|row| (beginning(self.names.name(context, row)), row))
            .collect();
        keyed.sort_unstable();
        for run in keyed.chunk_by_mut(|one, other| one.0 == other.0) {
            if run.len() > 1 {
                run.arrange_by(|(_, one), (_, other)| {
                    self.names
                        .name(context, *one)
                        .cmp(self.names.name(context, *other))
                });
            }
        }
        self.name_ranks = vec![0; keyed.len()];
        for (rank, (_, row)) in (0..).zip(keyed) {
            if let Some(place) = self.name_ranks.get_mut(row as usize) {
                *place = rank;
            }
        }
    }

    fn by_count(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = vec![0; self.names.len()];
        for (row, rank) in (0..).zip(&self.name_ranks) {
            if let Some(place) = rows.get_mut(*rank as usize) {
                *place = row;
            }
        }
        let is_count = |column: &Column| {
            matches!(
                column,
                Column::Count | Column::CoOccurrences | Column::ItemCount(_) | Column::Tokens
            )
        };
        let count = self.columns.iter().find(|(column, _)| is_count(column));
        match count {
            Some((column, _)) => self.sorted(
                rows,
                Order {
                    column: *column,
                    descending: true,
                },
            ),
            None => rows,
        }
    }

    /// Rows by a column; ties stay as they are.
    fn sorted(&self, rows: Vec<u32>, order: Order) -> Vec<u32> {
        let Some((_, values)) = self
            .columns
            .iter()
            .find(|(column, _)| *column == order.column)
        else {
            return rows;
        };
        let key = |row| values.key(row, order.descending, &self.ranks, &self.name_ranks);
        let mut keyed: Vec<(u64, u32)> = rows.iter().copied().map(key).zip(0..).collect();
        keyed.sort_unstable();
        let places = keyed.into_iter().map(|(_, place)| place as usize);
        places
            .filter_map(|place| rows.get(place).copied())
            .collect()
    }

    fn arrange(&mut self, context: Context<'_>, order: Option<Order>, containing: &str) {
        let order = order.filter(|order| {
            self.columns
                .iter()
                .any(|(column, _)| *column == order.column)
        });
        let known = self.arranged.as_ref();
        if known.is_some_and(|(known, term, _)| *known == order && term == containing) {
            return;
        }
        let rows = match order {
            Some(_) => &self.ties,
            None => &self.own,
        };
        let sought = Sought::new(containing);
        let is_kept =
            |row: &&u32| containing.is_empty() || sought.is_in(self.names.name(context, **row));
        let rows: Vec<u32> = rows.iter().filter(is_kept).copied().collect();
        let rows = match order {
            Some(order) => self.sorted(rows, order),
            None => rows,
        };
        self.arranged = Some((order, containing.to_owned(), rows));
    }

    /// A window on the table.
    pub fn window(
        &mut self,
        context: Context<'_>,
        order: Option<Order>,
        containing: &str,
        first_row: u32,
        rows: u32,
    ) -> TableView {
        self.arrange(context, order, containing);
        let (order, arranged) = match &self.arranged {
            Some((order, _, rows)) => (*order, rows.as_slice()),
            None => (None, &[][..]),
        };
        let window = arranged.iter().skip(first_row as usize);
        let window = window.take(rows.min(MOST_ROWS) as usize);
        let mut view = TableView {
            sides: self.sides.clone(),
            columns: self.columns.iter().map(|(column, _)| *column).collect(),
            order: order.or(self.order),
            rows_total: small(arranged.len()),
            first_row,
            rows: window.map(|row| self.row(context, *row)).collect(),
            notes: self.notes.clone(),
            per_mille: self.per_mille,
            ..TableView::default()
        };
        view.put_into_words();
        view
    }

    fn row(&self, context: Context<'_>, row: u32) -> TableRow {
        let name = self.names.name(context, row);
        let cells = self.columns.iter();
        TableRow {
            lead: self.names.lead(context, row),
            cells: cells
                .map(|(_, values)| values.cell(row, name, &self.ranks))
                .collect(),
        }
    }
}

impl Measured for FullTable {
    fn answer(&mut self, context: Context<'_>, query: &Query) -> Answer {
        Answer::Table(match query {
            Query::Table {
                order,
                containing,
                first_row,
                rows,
                ..
            } => self.window(context, *order, containing.trim(), *first_row, *rows),
            _ => TableView::default(),
        })
    }
}

/// The first eight bytes of a name, in its order.
fn beginning(name: &str) -> u64 {
    let mut bytes = [0; 8];
    for (byte, of_name) in bytes.iter_mut().zip(name.bytes()) {
        *byte = of_name;
    }
    u64::from_be_bytes(bytes)
}
