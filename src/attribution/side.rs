//! One side of a rule: a compiled pattern, the letters that it needs, and what its groups hold.

use std::ops::Range;
use std::sync::Arc;

use once_cell::sync::OnceCell;
use regex::bytes::{CaptureLocations, Regex, RegexBuilder};

use super::needed::Letters;

/// Declares the groups that rules read, by the names that patterns give them.
macro_rules! groups {
    ($($group:ident = $name:literal;)*) => {
        /// What a part of a pattern holds.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Group { $($group,)* }

        impl Group {
            const NUMBER: usize = [$($name),*].len();

            fn named(name: &str) -> Option<Group> {
                match name { $($name => Some(Group::$group),)* _ => None }
            }
        }
    };
}

groups! {
    Quote = "quote";
    More = "more";
    After = "after";
    Fragment = "fragment";
    Before = "before";
    Resumed = "resumed";
    Rest = "rest";
    That = "that";
    Clause = "clause";
    Question = "question";
    Infinitive = "infinitive";
    Patient = "patient";
    Accusation = "accusation";
    For = "for";
    With = "with";
    By = "by";
    To = "to";
    Who = "who";
    Named = "named";
    Apposed = "apposed";
    Antecedent = "antecedent";
    Share = "share";
    Nobody = "nobody";
    Label = "label";
    Apposition = "apposition";
    From = "from";
    Of = "of";
    Source = "source";
}

/// What stands on one side of a cue.
#[derive(Debug)]
pub(super) struct Side {
    /// Its own among all sides.
    number: usize,
    pattern: String,
    /// Compiled where a text first needs it: few articles need all.
    search: OnceCell<Search>,
    /// The letters that it needs.
    pub(super) needed: Letters,
}

/// A compiled pattern, and its groups with their numbers there.
#[derive(Debug)]
struct Search {
    regex: Regex,
    groups: Vec<(usize, Group)>,
}

/// Where the groups of a rule stand around a cue.
#[derive(Debug)]
pub(super) struct Captured([(u32, u32); Group::NUMBER]);

impl Captured {
    pub(super) fn new() -> Self {
        Self([(0, 0); Group::NUMBER])
    }

    /// Where a group stands; `None` where it holds nothing.
    pub(super) fn group(&self, group: Group) -> Option<Range<usize>> {
        let (start, end) = self.0[group as usize];
        (start < end).then_some(start as usize..end as usize)
    }

    /// Notes where a group stands that no other side has.
    fn note(&mut self, group: Group, (start, end): (usize, usize)) {
        let range = &mut self.0[group as usize];
        if range.0 == range.1 {
            *range = (start as u32, end as u32);
        }
    }
}

/// What searches write their groups into: one for each side that matched in the article, used again where it matches again.
#[derive(Debug)]
pub(super) struct Scratch(Vec<(usize, CaptureLocations)>);

impl Scratch {
    pub(super) fn new() -> Self {
        Self(Vec::with_capacity(16))
    }

    fn of(&mut self, side: &Side) -> &mut CaptureLocations {
        let known = self.0.iter().position(|(number, _)| *number == side.number);
        let at = known.unwrap_or_else(|| {
            self.0.push((side.number, side.search().regex.capture_locations()));
            self.0.len() - 1
        });
        &mut self.0[at].1
    }
}

/// All sides. Rules that ask the same of a side share it, with what its search keeps: many begin with a speaker and the verb.
#[derive(Debug, Default)]
pub(super) struct Sides(Vec<Arc<Side>>);

impl Sides {
    /// The side with this pattern, which says of its letters what `shape` does.
    pub(super) fn side(&mut self, pattern: String, shape: &str) -> Arc<Side> {
        if let Some(known) = self.0.iter().find(|known| known.pattern == pattern) {
            return known.clone();
        }
        let side = Side { number: self.0.len(), pattern, search: OnceCell::new(), needed: Letters::needed(shape) };
        self.0.push(Arc::new(side));
        self.0[self.0.len() - 1].clone()
    }
}

impl Side {
    fn search(&self) -> &Search {
        self.search.get_or_init(|| {
            // Shapes are ASCII. Classes of bytes compile to a fraction of what classes of characters do.
            let regex = RegexBuilder::new(&self.pattern).unicode(false).build();
            let regex = regex.expect("every shape compiles: tested by every_row_takes_its_example");
            let named = regex.capture_names().enumerate().filter_map(|(at, name)| Some((at, name?)));
            let group = |name| Group::named(name).expect("every group is declared: same test");
            let groups = named.map(|(at, name)| (at, group(name))).collect();
            Search { regex, groups }
        })
    }

    pub(super) fn matches(&self, letters: &str) -> bool {
        self.search().regex.is_match(letters.as_bytes())
    }

    /// Notes its groups, which begin at an element of the shape, where it matches; whether it does.
    pub(super) fn capture(&self, letters: &str, first: usize, captured: &mut Captured, scratch: &mut Scratch) -> bool {
        let Search { regex, groups } = self.search();
        if groups.is_empty() {
            return self.matches(letters);
        }
        let locations = scratch.of(self);
        if regex.captures_read(locations, letters.as_bytes()).is_none() {
            return false;
        }
        for (at, group) in groups {
            let (start, end) = locations.get(*at).unwrap_or_default();
            captured.note(*group, (start + first, end + first));
        }
        true
    }
}
