//! Message catalogues and subtitles. The first byte selects the format; two subtitle files are parted
//! by a line of `====`.

#![no_main]

use std::path::Path;

use duizhao::Checker;
use duizhao::input::corpus::{CorpusFormat, CorpusReader};
use duizhao::input::{decode, subtitles};
use duizhao::text::Side;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let Some((&choice, rest)) = data.split_first() else { return };
    let checker = Checker::new();
    if choice & 1 == 0 {
        let mut reader = CorpusReader::new(rest, "messages.po", CorpusFormat::Po, None);
        while let Ok(Some(stretch)) = reader.next_stretch() {
            let _ = checker.check(&stretch.document).report(&stretch.document);
        }
        return;
    }
    let cut = rest.windows(6).position(|window| window == b"\n====\n");
    let (zh, en) = cut.map_or((rest, rest), |cut| (&rest[..=cut], &rest[cut + 6..]));
    let sources = (decode(Path::new("zh.srt"), zh), decode(Path::new("en.srt"), en));
    let (Ok(zh), Ok(en)) = sources else { return };
    let Ok(document) = subtitles::read_two(zh, en) else { return };
    assert_eq!(document.turns(Side::Zh).len(), document.turns(Side::En).len());
    let _ = checker.check(&document).report(&document);
});
