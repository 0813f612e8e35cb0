//! A canvas of dots for the terminal: a character cell holds two by four of them
//! (Unicode block "Braille Patterns", U+2800).

/// Dots of one character cell, as bits of its code point, by column and row.
const BITS: [[u32; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];

/// A drawing.
#[derive(Clone, Debug)]
pub(super) struct Canvas {
    columns: usize,
    cells: Vec<u32>,
}

impl Canvas {
    /// An empty drawing of so many character cells.
    pub(super) fn new(columns: usize, rows: usize) -> Canvas {
        Canvas { columns, cells: vec![0; columns * rows] }
    }

    /// Draws a line from the left edge of row `from` to the right edge of row `to`, both from 0.
    pub(super) fn connect(&mut self, from: usize, to: usize) {
        let width = self.columns * 2;
        // The line leaves and arrives in the middle of a row.
        let height = |row: usize| row as f64 * 4.0 + 1.5;
        let (start, end) = (height(from), height(to));
        let steps = width.max(from.abs_diff(to) * 4) * 2;
        for step in 0..=steps {
            let share = step as f64 / steps as f64;
            let x = (share * (width - 1) as f64).round() as usize;
            let y = (start + (end - start) * share).round() as usize;
            self.dot(x, y);
        }
    }

    fn dot(&mut self, x: usize, y: usize) {
        let cell = (y / 4) * self.columns + x / 2;
        if let Some(cell) = self.cells.get_mut(cell) {
            *cell |= BITS[x % 2][y % 4];
        }
    }

    /// Row `row` of the drawing, one character for each cell.
    pub(super) fn row(&self, row: usize) -> String {
        let cells = self.cells.iter().skip(row * self.columns).take(self.columns);
        cells
            .map(|&dots| if dots == 0 { ' ' } else { char::from_u32(0x2800 + dots).unwrap_or(' ') })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_line_runs_straight_and_a_slanted_one_ends_where_it_should() {
        let mut canvas = Canvas::new(4, 3);
        canvas.connect(0, 0);
        assert_eq!((canvas.row(0).as_str(), canvas.row(1).as_str()), ("⠤⠤⠤⠤", "    "));
        let mut canvas = Canvas::new(4, 3);
        canvas.connect(0, 2);
        assert!(canvas.row(0).starts_with(|c| c != ' ') && canvas.row(2).ends_with(|c| c != ' '));
        assert!(canvas.row(2).starts_with(' ') && canvas.row(0).ends_with(' '));
    }
}
