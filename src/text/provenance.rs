//! The word on the button that saves the file beside the CSV.

/// In the language of that tag, one of [`LANGUAGES`](super::LANGUAGES).
#[must_use]
pub fn metadata_word(lang: &str) -> &'static str {
    match lang {
        "ja" => "メタデータ",
        "zh-Hans" => "元数据",
        "ko" => "메타데이터",
        _ => "Metadata",
    }
}
