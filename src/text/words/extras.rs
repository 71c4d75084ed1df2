//! The words for what a reader may ask for once the first picture is there: the table, the method, the sources, the files to take
//! along, a claim.

/// What stands behind the toggles and buttons.
#[derive(Debug, Clone, Copy)]
pub struct ExtraWords {
    /// The licence of a series that names none.
    pub terms_unstated: &'static str,
    /// What a sentence adds when the knowledge of a day counts; blank `date`.
    pub known_by: &'static str,
    /// What that means, among the notes on the data.
    pub known_by_note: &'static str,
    /// One series in the list of sources: blanks `label`, `unit`, `close`, `source`, `license`, `last`.
    pub source_line: &'static str,
    /// The hour of a series; blank `time`.
    pub fixed_at: &'static str,
    /// A break in a source: blanks `label`, `date`, `note`.
    pub break_line: &'static str,
    /// How changes are taken; what that means where one series has weekends and another has not; where their hours differ.
    pub alignment: [&'static str; 3],
    /// What stands in the place of a day where the days shown lie a week, a month, or otherwise apart: each term
    /// before its three substitutes, `|` between all of them. The first that fits counts.
    pub steps: &'static str,
    /// Nothing to say, because a series did not move: blanks `name`, `n` days.
    pub still: &'static str,
    /// What a currency against several is made of.
    pub basket: &'static str,
    /// Units by their code.
    pub units: &'static [(&'static str, &'static str)],
    /// Over what somebody claims.
    pub claim: &'static str,
    /// Over the sentence beside it.
    pub data_say: &'static str,
    /// The button that copies a program.
    pub copy: &'static str,
    /// What it says when that is done.
    pub copied: &'static str,
    /// The program, for those who hear the page.
    pub program: &'static str,
    /// Heading of the column of dates.
    pub day: &'static str,
    /// Under a table that does not show all; blanks `shown`, `all`.
    pub table_part: &'static str,
    /// The name of the field with what could not be copied.
    pub copy_by_hand: &'static str,
}
