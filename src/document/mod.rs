//! What a reader makes of a file: turns in two languages, and where each stands.

mod arrangement;
mod speakers;

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;
use std::sync::Arc;

use crate::text::{MappedText, Side, Source, Span};

use arrangement::Arrangement;

pub(crate) use arrangement::{pairs_in_order, stand_in_blocks};
pub(crate) use speakers::{are_same, is_slip};

/// The name of a turn: its side and its number on that side, from 1 in file order.
///
/// ```
/// use duizhao::document::TurnId;
/// let id: TurnId = "Z12".parse().unwrap();
/// assert_eq!(id.index(), 11);
/// assert_eq!(id.to_string(), "Z12");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TurnId {
    side: Side,
    number: NonZeroU32,
}

impl TurnId {
    /// The turn at place `index`, counted from 0, of `side`.
    ///
    /// # Panics
    /// If `index` does not fit into 32 bits.
    pub fn at(side: Side, index: usize) -> TurnId {
        let number = u32::try_from(index)
            .ok()
            .and_then(|index| NonZeroU32::MIN.checked_add(index))
            .expect("documents hold fewer than four billion turns");
        TurnId { side, number }
    }

    /// Its side.
    #[inline]
    pub fn side(self) -> Side {
        self.side
    }

    /// Its number, from 1.
    pub fn number(self) -> u32 {
        self.number.get()
    }

    /// Its number counted from 0.
    #[inline]
    pub fn index(self) -> usize {
        self.number.get() as usize - 1
    }
}

impl fmt::Display for TurnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = match self.side {
            Side::Zh => 'Z',
            Side::En => 'E',
        };
        write!(f, "{letter}{}", self.number)
    }
}

/// A text that is no turn name.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is no turn: expected Z or E and a number, as in Z12")]
pub struct NoTurnId(String);

impl FromStr for TurnId {
    type Err = NoTurnId;

    fn from_str(name: &str) -> Result<TurnId, NoTurnId> {
        let parse = || {
            let side = match name.as_bytes().first()? {
                b'Z' => Side::Zh,
                b'E' => Side::En,
                _ => return None,
            };
            let number = name.get(1..)?.parse().ok()?;
            Some(TurnId { side, number })
        };
        parse().ok_or_else(|| NoTurnId(name.to_owned()))
    }
}

/// Who speaks a turn, as its label names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// The name without markup and colon.
    pub name: String,
    /// Where the name stands in the source.
    pub span: Span,
}

/// What stands in a text for something else: a placeholder or an inline tag. It is kept out of the text
/// and compared as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it is told from others by: `%s`, `{name}`, `<ph 1>`.
    pub text: String,
    /// Where it stands in the source.
    pub span: Span,
}

/// What one speaker says in one language.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Its name.
    pub id: TurnId,
    /// The label before it, if it has one.
    pub speaker: Option<Speaker>,
    /// What is said, without label and markup; paragraphs are joined by a newline.
    pub text: MappedText,
    /// All that belongs to the turn in the source, from its label to the end of its text.
    pub extent: Span,
    /// Placeholders and inline tags, in order.
    pub marks: Vec<Mark>,
}

impl Turn {
    /// What is said.
    #[inline]
    pub fn text(&self) -> &str {
        self.text.as_str()
    }

    /// The speaker's name.
    pub fn speaker_name(&self) -> Option<&str> {
        self.speaker.as_ref().map(|speaker| speaker.name.as_str())
    }
}

/// A bilingual document, read.
#[derive(Clone, Debug)]
pub struct Document {
    sources: [Arc<Source>; 2],
    turns: [Vec<Turn>; 2],
    arrangement: Arrangement,
    /// Rows before these in the corpus that they are a part of; nothing for a transcript.
    rows_before: Option<usize>,
    has_messages: bool,
    /// What the corpus calls its rows, by their place; no more of them than up to the last one that has a name.
    row_ids: Vec<Option<Box<str>>>,
    /// Whether a row may lack a side for good.
    gaps: bool,
    /// Whether turns are lines, aligned as sentences are.
    lines: bool,
    /// Whether rows are left out, so that numbers do not tell places.
    sparse: bool,
}

impl Document {
    /// A document whose two sides stand in one file or in one file each.
    pub fn new(zh: (Arc<Source>, Vec<Turn>), en: (Arc<Source>, Vec<Turn>)) -> Document {
        let interleaved = Arc::ptr_eq(&zh.0, &en.0);
        let document = Document::by_number(zh, en);
        if !interleaved {
            return document;
        }
        Document { arrangement: Arrangement::by_adjacency(&document.turns), ..document }
    }

    /// Turn k of one side beside turn k of the other.
    fn by_number(zh: (Arc<Source>, Vec<Turn>), en: (Arc<Source>, Vec<Turn>)) -> Document {
        let turns = [zh.1, en.1];
        Document {
            sources: [zh.0, en.0],
            arrangement: Arrangement::by_number(&turns),
            turns,
            rows_before: None,
            has_messages: false,
            row_ids: Vec::new(),
            gaps: false,
            lines: false,
            sparse: false,
        }
    }

    /// A stretch of the rows of a corpus, `rows_before` behind its start. Turns are numbered as the
    /// rows are, from the start of the corpus.
    pub fn of_rows(
        source: Arc<Source>,
        zh: Vec<Turn>,
        en: Vec<Turn>,
        rows_before: usize,
    ) -> Document {
        Document::of_row_files((Arc::clone(&source), zh), (source, en), rows_before)
    }

    /// The same for a corpus whose two sides stand in a file each.
    pub fn of_row_files(
        zh: (Arc<Source>, Vec<Turn>),
        en: (Arc<Source>, Vec<Turn>),
        rows_before: usize,
    ) -> Document {
        Document { rows_before: Some(rows_before), ..Document::by_number(zh, en) }
    }

    /// The same with what the corpus calls its rows.
    #[must_use]
    pub fn with_row_ids(self, row_ids: Vec<Option<Box<str>>>) -> Document {
        Document { row_ids, ..self }
    }

    /// The same where a row may lack a side for good, as where subtitles name a sound in one language only.
    #[must_use]
    pub fn with_gaps(self) -> Document {
        Document { gaps: true, ..self }
    }

    /// Whether a row may lack a side for good.
    pub fn has_gaps(&self) -> bool {
        self.gaps
    }

    /// What the corpus calls the row of a turn.
    pub fn row_id(&self, turn: TurnId) -> Option<&str> {
        self.row_ids.get(self.place(turn))?.as_deref()
    }

    /// A single pair: a Chinese text and the English one that is to translate it.
    pub fn of_pair(zh: &str, en: &str) -> Document {
        let side = |side: Side, text: &str| {
            let source = Source::from_text(side.name(), text.to_owned());
            let extent = Span::at(0..text.len());
            let mut mapped = MappedText::new();
            mapped.push_verbatim(text, extent);
            let id = TurnId::at(side, 0);
            let turn = Turn { id, speaker: None, text: mapped, extent, marks: Vec::new() };
            (Arc::new(source), vec![turn])
        };
        Document::of_row_files(side(Side::Zh, zh), side(Side::En, en), 0)
    }

    /// Two texts of one segment a line, which belong together by content.
    pub fn of_lines(zh: (Arc<Source>, Vec<Turn>), en: (Arc<Source>, Vec<Turn>)) -> Document {
        Document { lines: true, ..Document::by_number(zh, en) }
    }

    /// Whether the turns are lines, which are aligned as sentences are.
    pub fn has_lines(&self) -> bool {
        self.lines
    }

    /// Whether turn k of one side is known to belong to turn k of the other, as in the rows of a
    /// corpus. Turns of a transcript are only laid out that way.
    pub fn has_rows(&self) -> bool {
        self.rows_before.is_some()
    }

    /// The same, whose rows are messages of a program: labels, and sentences that need no mark at their end.
    #[must_use]
    pub fn of_messages(self) -> Document {
        Document { has_messages: true, ..self }
    }

    /// Whether its rows are messages of a program.
    pub fn has_messages(&self) -> bool {
        self.has_messages
    }

    /// The text that the turns of `side` were read from.
    pub fn source(&self, side: Side) -> &Source {
        &self.sources[side as usize]
    }

    /// Whether both sides stand in one file.
    pub fn is_interleaved(&self) -> bool {
        Arc::ptr_eq(&self.sources[0], &self.sources[1])
    }

    /// The turns of `side` in file order.
    pub fn turns(&self, side: Side) -> &[Turn] {
        &self.turns[side as usize]
    }

    /// The turn of that name.
    ///
    /// # Panics
    /// If the document has no such turn: names are only made from documents.
    #[inline]
    pub fn turn(&self, id: TurnId) -> &Turn {
        &self.turns(id.side())[self.place(id)]
    }

    /// Where the turn of that name stands among those of its side, from 0.
    pub fn place(&self, id: TurnId) -> usize {
        if self.sparse {
            let turns = self.turns(id.side());
            return turns.binary_search_by_key(&id, |turn| turn.id).unwrap_or(turns.len());
        }
        id.index() - self.rows_before.unwrap_or(0)
    }

    /// Leaves out the rows of a corpus that `keep` does not want, told by their number from 0. The others
    /// keep their names.
    pub fn keep_rows(&mut self, keep: impl Fn(usize) -> bool) {
        let mut ids = self.turns[0].iter().map(|turn| turn.id.index());
        self.row_ids.retain(|_| ids.next().is_some_and(&keep));
        self.turns.iter_mut().for_each(|turns| turns.retain(|turn| keep(turn.id.index())));
        self.arrangement = Arrangement::by_number(&self.turns);
        self.sparse = true;
    }

    /// The pair of the layout that a turn stands in, from 0: in one file, a turn and the one of the
    /// other side that follows it make a pair, and a turn that none follows is a pair of its own.
    /// While the sides take turns without a break, turn k stands in pair k - 1. A turn that is
    /// missing on one side does not put the rest out of place.
    pub fn pair(&self, id: TurnId) -> usize {
        self.arrangement.pairs[id.side() as usize][self.place(id)]
    }

    /// The turn of `side` in the pair of the layout that `pair` counts, if there is one.
    pub fn in_pair(&self, side: Side, pair: usize) -> Option<&Turn> {
        let place = self.arrangement.pairs[side as usize].binary_search(&pair).ok()?;
        self.turns(side).get(place)
    }

    /// Whether the turns stand in blocks of one language, as where the whole of the one comes before the whole of
    /// the other: then no turn has a place beside its counterpart.
    pub fn is_in_blocks(&self) -> bool {
        self.arrangement.in_blocks
    }

    /// How many pairs the layout makes: the turns of the longer side.
    pub fn pairs(&self) -> usize {
        self.turns[0].len().max(self.turns[1].len())
    }
}
